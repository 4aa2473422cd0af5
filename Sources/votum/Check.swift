import ArgumentParser
import DecisionFolder
import DecisionModel
import Messages
import OfferImport

/// `votum check`: the compiler of decision folders.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    _superCommandName: Votum.name,
    abstract: "Read and cross-check everything, compute nothing.",
    discussion: """
      Prints every error and warning as path:line:column, then what was read. With --explain it \
      shows how one file was understood: its form, each column, rows left out and why, totals \
      stated and recomputed, and everything that was taken from it, with its line.

      Example:
        votum check erp-choice
        votum check erp-choice --explain offers/nordwind-prices.csv
      """)

  @OptionGroup var arguments: DecisionArguments

  @Option(
    help: "Show how this file of an option, or of the baseline, was understood.",
    completion: .file())
  var explain: String?

  func run() throws {
    if let explain { return try run(explaining: explain) }
    var diagnostics = Diagnostics()
    let folder = DecisionFolder.read(arguments.decision, diagnostics: &diagnostics)
    let language = arguments.messageLanguage
    try Terminal.report(diagnostics, language: language, isStrict: arguments.strict)
    guard let folder else { throw ExitCode.inputHasErrors }
    let tree = folder.decision.criteria
    let questions = tree.leaves.filter { leaf in
      if case .question = tree.nodes[leaf].role { true } else { false }
    }.count
    print(
      Message.checkSummary(
        title: folder.decision.title, questions: questions, offers: folder.offers.count,
        files: folder.inputs.count
      ).text(language))
    for offer in folder.offers {
      let answered = offer.answers.values.filter {
        $0.reading != .missing && $0.reading != .notApplicable
      }.count
      print(
        Message.checkOffer(
          offer.declaration.name, answers: answered, questions: questions, costs: offer.costs.count,
          terms: offer.terms.count
        ).text(language))
    }
  }

  /// Shows what was understood of one file, also if there are errors; these decide the status.
  private func run(explaining name: String) throws {
    var diagnostics = Diagnostics()
    let language = arguments.messageLanguage
    let readings = DecisionFolder.readings(of: arguments.decision, diagnostics: &diagnostics)
    let folder = DecisionFolder.location(of: arguments.decision)
    let chosen = readings.filter {
      let path = $0.understanding.path
      return path == name || "\(folder)/\(path)" == name || name.hasSuffix("/\(path)")
    }
    if chosen.isEmpty, !readings.isEmpty {
      var files: [String] = []
      for path in readings.map(\.understanding.path) where !files.contains(path) {
        files.append(path)
      }
      Terminal.note(
        Message.explainedFileUnknown(
          name, files: files, suggestion: Suggestion.nearest(to: name, in: files)
        ).text(language))
      throw ExitCode.inputHasErrors
    }
    for reading in chosen {
      print(FileExplanation(reading: reading, language: language).lines.joined(separator: "\n"))
    }
    try Terminal.report(diagnostics, language: language, isStrict: arguments.strict)
  }
}
