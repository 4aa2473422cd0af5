import MCDA
import ReproducibleMath
import Sensitivity

/// Times one piece of work and prints a JSON line; `Benchmarks/smaa.py` does the same work with
/// peers, in turn, and prints the ratios.
@main
enum SMAABenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 7, let alternatives = Int(arguments[2]),
      let criteria = Int(arguments[3]), let draws = Int(arguments[4]),
      let threads = Int(arguments[5]), ["narrow", "wide"].contains(arguments[6])
    else {
      print(
        "usage: smaa-benchmark free|ordinal|bounds|uncertain ALTERNATIVES CRITERIA DRAWS THREADS "
          + "narrow|wide")
      return
    }
    // The same table on both sides: a linear congruential sequence, scaled to 0 … 1.
    var state: UInt64 = 1
    let values = (0..<alternatives * criteria).map { _ in
      state = (state &* 1_103_515_245 &+ 12345) & 0x7FFF_FFFF
      return Double(state) / 2_147_483_648
    }
    let tree = try ValueTree(flat: [Double](repeating: 1, count: criteria))
    let value = try AdditiveValue(tree: tree, values: values)
    let leaves = Array(1...criteria)
    let box = (0.2 / Double(criteria))...(2.5 / Double(criteria))
    let shape: WeightRegion.Shape =
      switch arguments[1] {
      case "ordinal": .ordered(leaves)
      case "bounds": .boxes(Dictionary(uniqueKeysWithValues: leaves.map { ($0, box) }))
      default: .free
      }
    let uncertain =
      arguments[1] == "uncertain"
      ? UncertainValues(
        cells: values.map { .triangular(low: $0 - 0.1, mode: $0, high: $0 + 0.1) }) : .none
    let region = try WeightRegion(shape, tree: tree)
    let clock = ContinuousClock()
    var first: [Double] = []
    let time = try await clock.measure {
      let result = try await SMAA.run(
        value, region: region, uncertain: uncertain, draws: draws, threads: threads, asking: [],
        registers: arguments[6] == "wide" ? .wide : .narrow)
      first = result.rankAcceptability.map { $0[0].value }
    }
    let seconds =
      Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    print("{\"seconds\": \(seconds), \"first\": \(first)}")
  }
}
