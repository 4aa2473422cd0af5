import MCDA
import Sensitivity

/// Times one piece of work and prints a JSON line; `Benchmarks/smaa.py` does the same work with
/// the peer, in turn, and prints the ratio.
@main
enum SMAABenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let alternatives = Int(arguments[1]),
      let criteria = Int(arguments[2]), let draws = Int(arguments[3]),
      let threads = Int(arguments[4])
    else {
      print("usage: smaa-benchmark ALTERNATIVES CRITERIA DRAWS THREADS")
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
    let region = try WeightRegion(.free, tree: tree)
    let clock = ContinuousClock()
    var first = 0.0
    let time = try await clock.measure {
      let result = try await SMAA.run(value, region: region, draws: draws, threads: threads)
      first = result.rankAcceptability[0][0].value
    }
    let seconds =
      Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    print("{\"seconds\": \(seconds), \"first\": \(first)}")
  }
}
