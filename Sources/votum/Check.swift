import ArgumentParser
import DecisionFolder
import DecisionModel
import Messages

/// `votum check`: the compiler of decision folders.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read and cross-check everything, compute nothing.",
    discussion: """
      Prints every error and warning as path:line:column, then what was read.

      Example:
        votum check erp-choice
      """)

  @OptionGroup var arguments: DecisionArguments

  func run() throws {
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
}
