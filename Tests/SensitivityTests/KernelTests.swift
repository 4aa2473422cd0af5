import MCDA
import ReproducibleMath
import Testing

@testable import Sensitivity

/// The fast loops against the plain ones, and registers of both widths against each other.
@Suite struct KernelTests {
  private func values(_ m: Int, _ n: Int, seed: UInt64, grid: Double? = nil) -> [Double] {
    var stream = RandomStream(seed: seed, stream: 3, block: 0)
    return (0..<(m * n)).map { _ in
      let u = stream.uniform()
      return grid.map { (u * $0).rounded() / $0 } ?? u
    }
  }

  /// On a grid of few values alternatives are often level, so that the rare paths are taken too.
  @Test(
    arguments: [(1, 1), (2, 3), (3, 2), (6, 5), (12, 9), (16, 4), (17, 4), (40, 7)],
    [nil, 1, 3] as [Double?])
  func asThePlainOne(size: (Int, Int), grid: Double?) throws {
    let (m, n) = size
    let values = values(m, n, seed: UInt64(m), grid: grid)
    let tree = try ValueTree(flat: [Double](repeating: 1, count: n))
    let value = try AdditiveValue(tree: tree, values: values)
    let orders: [[Int]?] = n > 1 ? [nil, Array((0..<n).reversed())] : [nil]
    for order in orders {
      let shape = order.map { WeightRegion.Shape.ordered($0.map { $0 + 1 }) } ?? .free
      let model = try SMAAModel(
        value, region: WeightRegion(shape, tree: tree), uncertain: .none,
        tolerance: Ranking.tolerance, countsPairs: true)
      guard !model.drawnNodes.isEmpty else { continue }
      for draws in [1, 8, 333] {
        let plain = PlainSMAA(values: values, criteria: n, order: order)
          .tally(draws: draws, seed: 9, block: 2)
        for registers in Registers.allCases {
          let fast = model.tally(
            draws: draws, seed: 9, stream: 0, block: 2, registers: registers)
          #expect(fast == plain)
        }
      }
    }
  }

  /// Boxes, trees and values that vary: both widths of registers give the same bytes.
  @Test func widthChangesNothing() async throws {
    let value = try AdditiveValue.random(seed: 8, alternatives: 5)
    let uncertain = UncertainValues(
      cells: value.values.enumerated().map { index, value in
        switch index % 4 {
        case 0: .triangular(low: value - 0.1, mode: value, high: value + 0.3)
        case 1: .uniform(low: value - 0.1, high: value)
        case 2: .pert(low: value - 0.1, mode: value, high: value + 0.2)
        default: nil
        }
      })
    for shape in [WeightRegion.Shape.relative(0.3), .free] {
      let region = try WeightRegion(shape, tree: value.tree)
      let narrow = try await SMAA.run(
        value, region: region, uncertain: uncertain, draws: 5_000, registers: .narrow)
      let wide = try await SMAA.run(
        value, region: region, uncertain: uncertain, draws: 5_000, registers: .wide)
      #expect(narrow == wide)
    }
  }

  /// A tilted proposal, number by number.
  @Test(arguments: [0.1, 0.3, 0.6])
  func tiltedProposals(mass: Double) {
    let boxes = TiltedBoxes(lower: [0, 0.05, 0, 0], upper: [0.1, 0.3, 0.25, 0.2], mass: mass)
    var stream = OctetStream(seed: 4, stream: 0, block: 0)
    for _ in 0..<20 {
      let (narrow, wide) = (Octets(count: 4), Octets(count: 4))
      stream.fillWords(narrow.numbers, count: 4)
      wide.numbers.update(from: narrow.numbers, count: 32)
      let accepted = boxes.propose(narrow.numbers, registers: .narrow)
      #expect(boxes.propose(wide.numbers, registers: .wide) == accepted)
      for k in 0..<32 { #expect(narrow.numbers[k].bitPattern == wide.numbers[k].bitPattern) }
    }
  }

  @Test(arguments: [1, 2, 3, 7, 17, 33, 64, 100])
  func networksSort(count: Int) {
    let exchanges = SortingNetwork.exchanges(count)
    var stream = RandomStream(seed: 1, stream: 0, block: UInt64(count))
    for _ in 0..<200 {
      // Zeros and ones: a network that sorts all of those sorts everything.
      var list = (0..<count).map { _ in stream.next() % 2 }
      let sorted = list.sorted(by: >)
      for pair in stride(from: 0, to: exchanges.count, by: 2) {
        let (a, b) = (Int(exchanges[pair]), Int(exchanges[pair + 1]))
        if list[a] < list[b] { list.swapAt(a, b) }
      }
      #expect(list == sorted)
    }
  }

  /// Values far beyond the scale lose digits in sorting keys; the ranks stay right.
  @Test func hugeAndTinyDifferences() async throws {
    let m = 20
    var rows: [Double] = []
    for a in 0..<m { rows += [1e9 + Double(a) * 1e-6, 1e9 + Double(a) * 1e-6] }
    let value = try AdditiveValue(tree: ValueTree(flat: [1, 1]), values: rows)
    let smaa = try await SMAA.run(
      value, region: WeightRegion(.free, tree: value.tree), draws: 500)
    // 1e-6 is seven units in the last place of 1e9: each rank is certain.
    for a in 0..<m { #expect(smaa.rankAcceptability[a][m - 1 - a].value == 1) }
  }
}
