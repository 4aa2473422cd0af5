public import ArgumentParser
import DecisionFolder
import DecisionModel
import DelimitedText
import Evaluation
import Messages
public import Reports

extension ReportFormat: ExpressibleByArgument {}

/// How tables are written.
enum TableDialect: String, ExpressibleByArgument, CaseIterable {
  case de
  case en

  var dialect: CSVDialect {
    switch self {
    case .de: .german
    case .en: .english
    }
  }
}

/// `votum evaluate`: the main job.
struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Evaluate a decision: verdict and ranking here, report and tables as files.",
    discussion: """
      Writes report.html, the CSV tables, evaluation.json and manifest.json into DECISION/out. The \
      same inputs give the same bytes, on any machine and any number of threads.

      Example:
        votum evaluate erp-choice --language en --out results
      """)

  @OptionGroup var arguments: DecisionArguments

  @Option(help: "Folder for the files. Default: DECISION/out.", completion: .directory)
  var out: String?

  @Option(help: "Kinds of files, separated by commas: html, csv, json.")
  var format: String = "html,csv,json"

  @Option(help: "Number of draws, 1000 to 10000000. Default: the decision's.")
  var draws: Int?

  @Option(help: "Seed of all draws. Default: the decision's.")
  var seed: UInt64?

  @Option(help: "Threads for the draws; changes no result.")
  var threads: Int = 2

  @Option(help: "Tables in the manner of de (semicolon, comma) or en. Default: the language's.")
  var csvDialect: TableDialect?

  func validate() throws {
    _ = try formats()
    if let draws, !(1000...10_000_000).contains(draws) {
      throw ValidationError("--draws must lie between 1000 and 10000000.")
    }
    if !(1...256).contains(threads) {
      throw ValidationError("--threads must lie between 1 and 256.")
    }
  }

  private func formats() throws -> Set<ReportFormat> {
    let names = format.split(separator: ",", omittingEmptySubsequences: false)
    return try Set(
      names.map { name in
        guard let format = ReportFormat(rawValue: name.trimmingPrefix(" ").description) else {
          throw ValidationError("--format knows html, csv and json, not '\(name)'.")
        }
        return format
      })
  }

  func run() async throws {
    let language = arguments.messageLanguage
    var diagnostics = Diagnostics()
    guard let folder = DecisionFolder.read(arguments.decision, diagnostics: &diagnostics) else {
      try Terminal.report(diagnostics, language: language, isStrict: arguments.strict)
      throw ExitCode.inputHasErrors
    }
    let evaluation = try await evaluate(folder, &diagnostics, language: language)
    let files: [OutputFile]
    do {
      files = try ReportFiles.all(
        evaluation, language: arguments.language ?? folder.decision.language,
        formats: try formats(), dialect: csvDialect?.dialect)
    } catch let failure as ReportFailure {
      Terminal.note(failure.text(language))
      throw ExitCode.internalFault
    }
    let place = out ?? DecisionFolder.location(of: arguments.decision) + "/out"
    do {
      try AtomicOutput.write(files, to: place)
    } catch {
      Terminal.note(error.text(language))
      throw ExitCode.cannotWrite
    }
    print(
      TerminalSummary(
        evaluation, language: arguments.language ?? folder.decision.language,
        usesColour: Terminal.usesColour
      ).text)
    Terminal.note(Message.filesWritten(count: files.count, folder: place).text(language))
  }

  private func evaluate(
    _ folder: DecisionFolder, _ diagnostics: inout Diagnostics, language: Language
  ) async throws -> Evaluation {
    var decision = folder.decision
    if let draws { decision.sampling.draws = draws }
    if let seed { decision.sampling.seed = seed }
    let evaluator = Evaluator(
      decision: decision, offers: folder.offers, baseline: folder.baseline,
      inputs: folder.inputs, programVersion: Votum.version, threads: threads)
    do {
      let evaluation = try await evaluator.evaluate(diagnostics: &diagnostics)
      try Terminal.report(diagnostics, language: language, isStrict: arguments.strict)
      return evaluation
    } catch let failure as EvaluationFailure {
      diagnostics.append(failure.diagnostics)
      try Terminal.report(diagnostics, language: language, isStrict: arguments.strict)
      throw ExitCode.inputHasErrors
    }
  }
}
