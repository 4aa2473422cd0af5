public import ArgumentParser
import DecisionFolder
import DecisionModel
import DelimitedText
import Evaluation
import Measures
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
    _superCommandName: Votum.name,
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

  @Option(
    help: "Kinds of files, separated by commas: html, csv, json, and pdf through a Chromium.")
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
    _ = try kinds()
    if let draws, !(1000...10_000_000).contains(draws) {
      throw ValidationError("--draws must lie between 1000 and 10000000.")
    }
    if !(1...256).contains(threads) {
      throw ValidationError("--threads must lie between 1 and 256.")
    }
  }

  /// The kinds of files asked for, and whether a PDF is among them.
  private func kinds() throws -> (formats: Set<ReportFormat>, pdf: Bool) {
    var kinds = (formats: Set<ReportFormat>(), pdf: false)
    for part in format.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.trimmingPrefix(" ").description
      if name == "pdf" {
        kinds.pdf = true
      } else if let format = ReportFormat(rawValue: name) {
        kinds.formats.insert(format)
      } else {
        throw ValidationError("--format knows html, csv, json and pdf, not '\(name)'.")
      }
    }
    return kinds
  }

  func run() async throws {
    let language = arguments.messageLanguage
    var diagnostics = Diagnostics()
    guard let folder = DecisionFolder.read(arguments.decision, diagnostics: &diagnostics) else {
      try Terminal.report(diagnostics, language: language, isStrict: arguments.strict)
      throw ExitCode.inputHasErrors
    }
    let evaluation = try await evaluate(folder, &diagnostics, language: language)
    let files = try await reports(of: evaluation, language: language)
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

  /// All files asked for, before anything is written.
  private func reports(
    of evaluation: Evaluation, language: Language
  ) async throws -> [OutputFile] {
    let (formats, wantsPDF) = try kinds()
    let files: [OutputFile]
    do {
      files = try ReportFiles.all(
        evaluation, language: arguments.language ?? evaluation.decision.language,
        formats: wantsPDF ? formats.union([.html]) : formats, dialect: csvDialect?.dialect)
    } catch {
      Terminal.note(error.text(language))
      throw ExitCode.internalFault
    }
    guard wantsPDF, let page = files.first(where: { $0.name == ReportFiles.page }) else {
      return files
    }
    let kept = formats.contains(.html) ? files : files.filter { $0.name != ReportFiles.page }
    return kept + [try await pdf(of: page, evaluation.decision.asOf, language: language)]
  }

  /// The page as a printer would put it on paper.
  private func pdf(
    of page: OutputFile, _ day: CalendarDate, language: Language
  ) async throws -> OutputFile {
    do {
      return OutputFile(
        name: "report.pdf", bytes: try await PDFPrinter().pdf(of: page.bytes, day: day))
    } catch PDFPrinter.Failure.notPrinted(let browser) {
      Terminal.note(Message.browserDidNotPrint(browser).text(language))
    } catch PDFPrinter.Failure.noBrowser {
      Terminal.note(Message.noBrowserForPDF().text(language))
    }
    throw ExitCode.cannotWrite
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
