import ArgumentParser
import DecisionFolder
import MatrixFile
import Messages

/// `votum matrix`: the mathematics on its own.
struct Matrix: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    _superCommandName: Votum.name,
    abstract: "Analyse a performance table or another case by one method.",
    discussion: """
      Reads JSON, CSV with leading rows direction and weight, or an XMCDA 2 performance table, and \
      prints one JSON object: method, parameters as used, warnings, results. Methods: \
      \(MatrixFile.methods.joined(separator: ", ")).

      Example:
        votum matrix cars.json --method topsis
      """)

  @Argument(help: "The case: JSON, CSV or XMCDA 2.", completion: .file())
  var file: String

  @Option(
    help: "The method; default: the file's. all: every scoring method side by side.",
    completion: .list(MatrixFile.methods))
  var method: String?

  @Option(
    help: "Number of draws of methods that sample, 1 to 100000000. Default: the file's, or 100000.")
  var draws: Int?

  @Option(help: "Seed of all draws. Default: the file's, or 1.")
  var seed: UInt64?

  @Option(help: "Language of messages and warnings: de or en.")
  var language: Language = .english

  @Flag(help: "Treat warnings about the file as errors.")
  var strict = false

  func validate() throws {
    if let method, !MatrixFile.methods.contains(method) {
      let near = Suggestion.nearest(to: method, in: MatrixFile.methods)
      throw ValidationError(
        Message.matrixMethodUnknown(method, known: MatrixFile.methods, near: near).text(language))
    }
    if let draws, !(1...100_000_000).contains(draws) {
      throw ValidationError("--draws must lie between 1 and 100000000.")
    }
  }

  func run() async throws {
    let bytes: [UInt8]
    do {
      bytes = try InputReader.read(file)
    } catch {
      Terminal.note("votum: " + error.message(for: file).text(language))
      throw ExitCode.inputHasErrors
    }
    let outcome = await MatrixFile.analyse(
      bytes, path: file,
      options: MatrixOptions(method: method, draws: draws, seed: seed, language: language))
    try Terminal.report(outcome.diagnostics, language: language, isStrict: strict)
    guard let json = outcome.json else { throw ExitCode.internalFault }
    print(String(decoding: json, as: UTF8.self), terminator: "")
  }
}
