import ReproducibleMath
import Sensitivity
import Testing

@Suite("Value of information")
struct ValueOfInformationTests {
  @Test("The vector of the rulings: triangular .2/.5/.9 with weight .2")
  func published() {
    let cell = ValueOfInformation(on: .triangular(low: 0.2, mode: 0.5, high: 0.9), weight: 0.2)
    #expect(abs(cell.value(own: 0.65, bestRival: 0.66) - 0.00756063) < 5e-9)
  }

  @Test("Where no value could change the choice, it is exactly nothing")
  func nothing() {
    let cell = ValueOfInformation(on: .uniform(low: 0, high: 1), weight: 0.1)
    #expect(cell.value(own: 0.9, bestRival: 0.5) == 0)
    #expect(cell.value(own: 0.3, bestRival: 0.5) == 0)
    #expect(cell.value(own: 0.45, bestRival: 0.5) == 0)
    #expect(cell.value(own: 0.46, bestRival: 0.5) > 0)
    #expect(
      ValueOfInformation(on: .uniform(low: 0, high: 1), weight: 0).value(own: 1, bestRival: 1) == 0)
    #expect(
      ValueOfInformation(on: .uniform(low: 0.5, high: 0.5), weight: 1).value(own: 1, bestRival: 1)
        == 0)
  }

  @Test("Even totals and one coin: half of what the coin decides")
  func coin() {
    let coin = ValueOfInformation(
      on: .discrete([.init(value: 0, probability: 0.5), .init(value: 1, probability: 0.5)]),
      weight: 0.2)
    #expect(abs(coin.value(own: 0.5, bestRival: 0.5) - 0.05) < 1e-15)
  }

  @Test("A cost is a gain read backwards")
  func mirrored() {
    var random = RandomStream(seed: 3, stream: 7, block: 0)
    for _ in 0..<500 {
      let cuts = [random.uniform(), random.uniform(), random.uniform()].sorted()
      let (own, rival) = (random.uniform(), random.uniform())
      let weight = random.uniform()
      let gain = ValueOfInformation(
        on: .triangular(low: cuts[0], mode: cuts[1], high: cuts[2]), weight: weight)
      let cost = ValueOfInformation(
        on: .triangular(low: -cuts[2], mode: -cuts[1], high: -cuts[0]), weight: -weight)
      #expect(
        abs(gain.value(own: own, bestRival: rival) - cost.value(own: own, bestRival: rival))
          < 1e-12)
    }
  }

  @Test("Closed forms agree with sums over a fine grid")
  func secondWay() {
    var random = RandomStream(seed: 4, stream: 7, block: 0)
    for _ in 0..<40 {
      let cuts = [random.uniform(), random.uniform(), random.uniform()].sorted()
      let weight = 2 * random.uniform() - 1
      let own = 0.5 + 0.1 * random.uniform()
      let rival = 0.5 + 0.1 * random.uniform()
      for distribution: ValueOfInformation.Distribution in [
        .uniform(low: cuts[0], high: cuts[2]),
        .triangular(low: cuts[0], mode: cuts[1], high: cuts[2]),
      ] {
        let steps = 20_000
        var (sum, mass) = (0.0, 0.0)
        for step in 0..<steps {
          let value = cuts[0] + (cuts[2] - cuts[0]) * (Double(step) + 0.5) / Double(steps)
          let density: Double =
            if case .uniform = distribution {
              1
            } else if value < cuts[1] {
              (value - cuts[0]) / (cuts[1] - cuts[0])
            } else {
              (cuts[2] - value) / (cuts[2] - cuts[1])
            }
          mass += density
          sum += density * max(own + weight * (value - distribution.mean), rival)
        }
        let expected = sum / mass - max(own, rival)
        let found = ValueOfInformation(on: distribution, weight: weight)
          .value(own: own, bestRival: rival)
        #expect(abs(found - expected) < 2e-6)
      }
    }
  }
}
