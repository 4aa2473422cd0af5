import MCDA
import ReproducibleMath
import Testing

private func expectClose(
  _ found: [Double], _ expected: [Double], _ tolerance: Double = 1e-9,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.count == expected.count, sourceLocation: sourceLocation)
  for (a, b) in zip(found, expected) {
    #expect(abs(a - b) <= tolerance, sourceLocation: sourceLocation)
  }
}

private let carValues: [Double] = [
  22080, 105, 11.4, 5.8, 119, 28100, 160, 8.6, 9.6, 164, 24650, 143, 9, 4.5, 119,
  32700, 177, 7.9, 6.7, 128, 22750, 136, 9.4, 7.6, 151, 27350, 180, 7.9, 8.4, 164,
]
private let carDirections: [Direction] = [.minimise, .maximise, .minimise, .minimise, .minimise]
private let carWeights = [0.4, 0.18, 0.12, 0.21, 0.09]

@Suite struct ElectreTriTests {
  /// `ElectreTriTest` of JSMAA (tommite/jsmaa).
  @Test func testOfJSMAA() throws {
    let table = try PerformanceTable(
      values: [1, 2, 0, 1, 1, 0], directions: Array(repeating: .maximise, count: 3),
      weights: [0.4, 0.4, 0.2])
    var method = ElectreTri(
      Array(repeating: .init(indifference: 0, preference: 1), count: 3),
      profiles: [[0, 0, 5], [2, 1, 5]], cut: 0.7)
    let result = try method.evaluate(table)
    #expect(result.pessimistic == [1, 1] && result.optimistic == [2, 1])
    #expect(result.classes == [1, 1])
    method.rule = .optimistic
    #expect(try method.evaluate(table).classes == [2, 1])
  }

  private static let cars = ElectreTri(
    [
      .init(indifference: 500, preference: 3000, veto: 4000),
      .init(indifference: 0, preference: 30), .init(indifference: 0, preference: 2),
      .init(indifference: 0, preference: 1), .init(indifference: 0, preference: 100),
    ], profiles: [[30000, 100, 11, 8, 125], [23000, 160, 8, 7, 120]], cut: 0.55)

  /// SixRealCars of the decision-deck project, XMCDA 2.1
  /// (oliviercailloux/jmcda-xmcda2-ws-examples), cut 0.55.
  @Test func sixRealCars() throws {
    let table = try PerformanceTable(
      values: carValues, directions: carDirections, weights: carWeights)
    let result = try Self.cars.evaluate(table)
    #expect(result.pessimistic == [2, 1, 2, 1, 2, 1] && result.optimistic == result.pessimistic)
    expectClose(
      result.credibilityOverProfiles,
      [0.976, 0.7, 0.7549, 0, 1, 0.654, 0.6453, 0, 0.9766, 0.6181, 0.8809, 0])
    let under = [
      [0, 0.476, 0, 0.49, 0, 0.356], [0.7219, 1, 0.7891, 0.829, 1, 0.874],
    ]
    for profile in 0..<2 {
      expectClose((0..<6).map { result.credibilityUnderProfiles[$0 * 2 + profile] }, under[profile])
    }
  }

  /// The class of one alternative does not depend on the others, and a profile itself stands in the
  /// class above it.
  @Test func othersDoNotMatter() throws {
    let table = try PerformanceTable(
      values: carValues + [30000, 100, 11, 8, 125], directions: carDirections, weights: carWeights)
    let all = try Self.cars.evaluate(table)
    #expect(all.pessimistic[6] == 1)
    for row in 0..<7 {
      let alone = try Self.cars.evaluate(table.keeping([row]))
      #expect(alone.pessimistic == [all.pessimistic[row]])
      #expect(alone.optimistic == [all.optimistic[row]])
    }
  }

  @Test func pessimisticIsNeverAboveOptimistic() throws {
    var random = RandomStream(seed: 41, stream: 0, block: 0)
    let values = (0..<500).map { _ in random.uniform() * 10 }
    let table = try PerformanceTable(
      values: values, directions: carDirections, weights: carWeights)
    for cut in [0.5, 0.7, 1] {
      let result = try ElectreTri(
        Array(repeating: .init(indifference: 0.5, preference: 1, veto: 6), count: 5),
        profiles: [[8, 2, 8, 8, 8], [5, 5, 5, 5, 5], [2, 8, 2, 2, 2]], cut: cut
      ).evaluate(table)
      #expect(zip(result.pessimistic, result.optimistic).allSatisfy { $0 <= $1 })
      #expect(Set(result.classes).isSubset(of: [0, 1, 2, 3]))
    }
  }

  @Test func badInputIsRefused() throws {
    let table = try PerformanceTable(
      values: [1, 2], directions: [.minimise, .maximise], weights: [1, 1])
    let thresholds = Array(repeating: ElectreThresholds(indifference: 0, preference: 1), count: 2)
    func evaluate(_ profiles: [[Double]], cut: Double = 0.7) throws {
      _ = try ElectreTri(thresholds, profiles: profiles, cut: cut).evaluate(table)
    }
    try evaluate([[5, 1], [4, 1]])
    #expect(throws: MethodError.self) { try evaluate([[4, 1], [5, 1]]) }
    #expect(throws: MethodError.self) { try evaluate([[4]]) }
    #expect(throws: MethodError.self) { try evaluate([[4, .nan]]) }
    #expect(throws: MethodError.badParameter(name: "cut", value: 0.4, must: .between(0.5, 1))) {
      try evaluate([[5, 1]], cut: 0.4)
    }
    #expect(try ElectreTri(thresholds, profiles: [], cut: 0.7).evaluate(table).classes == [0])
  }
}
