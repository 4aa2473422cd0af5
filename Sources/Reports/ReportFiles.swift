public import DelimitedText
public import Evaluation
public import Messages

/// Kinds of files that reports come in; `manifest.json` comes with each.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// `report.html`.
  case html
  /// The tables.
  case csv
  /// `evaluation.json`.
  case json
}

/// All files that an evaluation is reported in.
public enum ReportFiles {
  /// The name of the page.
  public static let page = "report.html"

  /// The files in the order of the documentation, each as bytes ready to be written.
  ///
  /// - Parameters:
  ///   - evaluation: What was found.
  ///   - language: Language of the reports; the decision's unless told otherwise.
  ///   - formats: The kinds wanted. No file's content depends on which others are wanted.
  ///   - dialect: How tables are written; that of the language unless told otherwise.
  /// - Throws: ``ReportFailure``, before anything is written anywhere.
  public static func all(
    _ evaluation: Evaluation, language: Language? = nil,
    formats: Set<ReportFormat> = Set(ReportFormat.allCases), dialect: CSVDialect? = nil
  ) throws(ReportFailure) -> [OutputFile] {
    let language = language ?? evaluation.decision.language
    let manifest = try Manifest(evaluation, language: language)
    var files: [OutputFile] = []
    if formats.contains(.html) {
      files.append(try html(evaluation, language: language, manifest))
    }
    if formats.contains(.csv) {
      files += tables(evaluation, language: language, dialect: dialect)
    }
    if formats.contains(.json) {
      files.append(
        OutputFile(name: EvaluationFile.name, bytes: try EvaluationFile.bytes(of: evaluation)))
    }
    files.append(OutputFile(name: Manifest.name, bytes: try manifest.bytes()))
    return files
  }

  private static func html(
    _ evaluation: Evaluation, language: Language, _ manifest: Manifest
  ) throws(ReportFailure) -> OutputFile {
    let report = HTMLReport(evaluation, language: language, inputHash: manifest.inputsHash)
    do {
      return OutputFile(name: page, bytes: Array(try report.text().utf8))
    } catch {
      throw .noDigest
    }
  }

  /// The tables, one file each.
  ///
  /// - Parameters:
  ///   - evaluation: What was found.
  ///   - language: Language of headers and words.
  ///   - dialect: How they are written; that of the language unless told otherwise.
  public static func tables(
    _ evaluation: Evaluation, language: Language, dialect: CSVDialect? = nil
  ) -> [OutputFile] {
    let usual: CSVDialect =
      switch language {
      case .german: .german
      case .english: .english
      }
    let style = TableStyle(language: language, dialect: dialect ?? usual)
    let tables = [
      ("comparison.csv", ComparisonTable.rows(evaluation, style)),
      ("ranking.csv", RankingTable.rows(evaluation, style)),
      ("cost.csv", CostTable.rows(evaluation, style)),
      ("cash-flow.csv", CashFlowTable.rows(evaluation, style)),
      ("lock-in.csv", LockInTable.rows(evaluation, style)),
      ("sensitivity.csv", SensitivityTable.rows(evaluation, style)),
    ]
    return tables.map { OutputFile(name: $0.0, bytes: style.file($0.1)) }
  }
}
