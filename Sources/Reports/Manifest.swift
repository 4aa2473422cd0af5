public import Evaluation
internal import FileHashing
public import Measures
public import Messages

/// `manifest.json`: what an auditor needs to rerun an evaluation and to see that nothing changed.
///
/// It depends on the inputs, the program's version, the language, draws and seed alone: threads, the
/// output folder and the choice of files stand nowhere in it (`rulings.md` R10).
public struct Manifest: Sendable, Equatable, Codable {
  /// The file's name.
  public static let name = "manifest.json"

  /// Version of this layout.
  public var votum = 1
  /// Version of the program.
  public var programVersion: String
  /// What was decided about.
  public var title: String
  /// The date that the evaluation speaks of; no clock is read.
  public var asOf: CalendarDate
  /// Language of the reports.
  public var language: Language
  /// Files read, in the order of their paths.
  public var inputs: [InputFile]
  /// SHA-256 of the list of inputs, see ``inputsHash(of:)``.
  public var inputsHash: String
  /// Draws, seed, generator and thresholds.
  public var parameters: Parameters
  /// Rules that are no numbers.
  public var method: Method
  /// How figures are rounded for print.
  public var rounding = "half away from zero, once, at output"

  /// Rules in force beside ``Parameters``.
  public struct Method: Sendable, Equatable, Codable {
    /// How weights were found.
    public var weights: String
    /// Relative play of each local weight.
    public var weightPlay: Double
    /// What a missing answer counts.
    public var unanswered: String
    /// Currency in which everything is reckoned.
    public var currency: String
    /// Years over which costs are counted.
    public var years: Int
    /// Month 1 of every cash flow.
    public var start: CalendarDate
    /// Discount rate a year.
    public var discountRate: Amount
    /// When in a year payments are discounted.
    public var discounting: String
    /// Whether leaving at the end of the horizon is in the cost.
    public var includesExit: Bool
    /// The catalogue that the criteria come from.
    public var catalogue: String?
  }

  /// The manifest of an evaluation.
  ///
  /// - Throws: ``ReportFailure/noDigest`` if the system gives no SHA-256.
  public init(_ evaluation: Evaluation, language: Language) throws(ReportFailure) {
    let decision = evaluation.decision
    programVersion = evaluation.programVersion
    title = decision.title
    asOf = decision.asOf
    self.language = language
    inputs = Manifest.ordered(evaluation.inputs)
    inputsHash = try Manifest.inputsHash(of: evaluation.inputs)
    parameters = evaluation.parameters
    method = Method(
      weights: decision.weightMethod, weightPlay: decision.weightPlay,
      unanswered: decision.unanswered, currency: decision.currency, years: decision.years,
      start: decision.start, discountRate: decision.discountRate,
      discounting: decision.discounting, includesExit: decision.includesExit,
      catalogue: decision.catalogue)
  }

  /// SHA-256 over the list of inputs as `sha256sum` writes it: a line with digest, two blanks and
  /// path for each file, by path in the order of code points.
  ///
  /// So `sha256sum FILES… | sha256sum` in the decision's folder gives it again, as long as no file
  /// of the program (`votum:`) is among them.
  /// - Throws: ``ReportFailure/noDigest`` if the system gives no SHA-256.
  public static func inputsHash(of inputs: [InputFile]) throws(ReportFailure) -> String {
    let list = ordered(inputs).map { "\($0.sha256)  \($0.path)\n" }.joined()
    do {
      return try SHA256.hexadecimal(of: list.utf8)
    } catch {
      throw .noDigest
    }
  }

  /// The file's bytes.
  ///
  /// - Throws: ``ReportFailure/notEncodable(what:)`` if a figure is not finite.
  public func bytes() throws(ReportFailure) -> [UInt8] {
    try JSONFile.bytes(self, what: Manifest.name)
  }

  private static func ordered(_ inputs: [InputFile]) -> [InputFile] {
    inputs.sorted { $0.path.unicodeScalars.lexicographicallyPrecedes($1.path.unicodeScalars) }
  }
}
