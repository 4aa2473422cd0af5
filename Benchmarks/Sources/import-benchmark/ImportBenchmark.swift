/// Times the reading of one file and prints a JSON line; `Benchmarks/imports.py` has the peers read
/// the same file in turn and prints the ratio.
@main
enum ImportBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    switch arguments.dropFirst().first {
    case "csv" where arguments.count == 3: try CSVImport.run(path: arguments[2])
    case "xml" where arguments.count == 3: try XMLImport.run(path: arguments[2])
    default: print("usage: import-benchmark csv|xml FILE")
    }
  }
}
