import Testing

@testable import MatrixFile

@Suite struct RateOfReturnTests {
  @Test(
    arguments: [
      ([-100, 110], [0.1]), ([-100.0, 230, -132], [0.1, 0.2]), ([-1, 6, -11, 6], [0, 1, 2]),
      ([100.0, 50], []), ([0, 0], []), ([], []), ([-100, 50], [-0.5]), ([0, -100, 121], [0.21]),
      ([1.0, -2.2, 1.21], [0.1]),
    ] as [([Double], [Double])])
  func allRatesAreFound(flows: [Double], rates: [Double]) {
    let found = RateOfReturn.all(flows)
    #expect(found.count == rates.count)
    for (a, b) in zip(found, rates) { #expect((a - b).magnitude < 1e-6) }
  }

  @Test func manyYears() {
    // A thousand a year for 300 years against a price that gives 4 %.
    let rate = 0.04
    var price = 0.0
    for _ in 0..<300 { price = (price + 1000) / (1 + rate) }
    let found = RateOfReturn.all([-price] + [Double](repeating: 1000, count: 300))
    #expect(found.count == 1)
    #expect(((found.first ?? .nan) - rate).magnitude < 1e-9)
  }
}
