import MCDA

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Times one method on one table and prints a JSON line; `Benchmarks/mcda.py` does the same work
/// with the peers, in turn, and prints the ratios.
@main
enum MCDABenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let rows = Int(arguments[2]), let columns = Int(arguments[3]) else {
      print("usage: mcda-benchmark METHOD ALTERNATIVES CRITERIA")
      return
    }
    let method = arguments[1]
    let table = try table(rows, columns, allBenefits: method == "weighted-sum")
    let linear = PreferenceFunction.linear(indifference: 0.5, preference: 3)
    switch method {
    case "weighted-sum": try time { try WeightedSum().evaluate(table) }
    case "topsis": try time { try TOPSIS().evaluate(table) }
    case "promethee-usual":
      let promethee = Promethee([PreferenceFunction](repeating: .usual, count: columns))
      try time { try promethee.evaluate(table) }
    case "promethee-linear":
      let promethee = Promethee([PreferenceFunction](repeating: linear, count: columns))
      try time { try promethee.evaluate(table) }
    default: print("unknown method \(method)")
    }
  }

  /// The table that both sides work on: numbers from 1 to 10 and weights, hashed from their index.
  static func table(_ rows: Int, _ columns: Int, allBenefits: Bool) throws -> PerformanceTable {
    func hashed(_ index: Int) -> Double {
      var state = UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15
      state = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      return 1 + 9 * Double((state ^ state >> 27) >> 11) * 0x1p-53
    }
    return try PerformanceTable(
      values: (0..<(rows * columns)).map(hashed),
      directions: (0..<columns).map { allBenefits || $0 % 2 == 0 ? .maximise : .minimise },
      weights: (0..<columns).map { hashed(rows * columns + $0) })
  }

  /// Prints seconds of processor time for one call, the median of seven runs, and the scores.
  static func time(_ work: () throws -> some Scores) rethrows {
    var result = try work()
    // A run lasts at least this many seconds; short calls are looped.
    let shortest = 0.05
    var loops = 1
    var times: [Double] = []
    while times.count < 7 {
      let start = processorTime()
      for _ in 0..<loops { result = try work() }
      let time = processorTime() - start
      if times.isEmpty, time < shortest {
        loops *= 2
      } else {
        times.append(time / Double(loops))
      }
    }
    print("{\"seconds\": \(times.sorted()[3]), \"scores\": \(result.scores)}")
  }

  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
