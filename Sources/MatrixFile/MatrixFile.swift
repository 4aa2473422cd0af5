import ByteSources
import DelimitedText
import MCDA
public import Messages

/// Plain multi-criteria analysis of a file: reads a case, runs one method, gives one JSON object.
///
/// What a case looks like, and what comes out, is described in `docs/matrix.md`.
public enum MatrixFile {
  /// The names of all methods.
  public static var methods: [String] { MatrixMethod.allCases.map(\.rawValue) }

  /// Reads and analyses a case.
  ///
  /// - Parameters:
  ///   - bytes: JSON, delimited text or XMCDA 2; told apart by the first character.
  ///   - path: what findings call the file.
  ///   - options: method, draws, seed, threads and the language of warnings.
  /// - Returns: the findings, and the result unless there are errors.
  public static func analyse(
    _ bytes: [UInt8], path: String, options: MatrixOptions
  ) async -> MatrixOutcome {
    let collector = FieldReader.Collector()
    let subject: MatrixCase?
    var isTable = false
    let content = bytes.drop { Self.blanks.contains($0) }
    switch content.first {
    case nil:
      collector.diagnostics.error(
        SourcePosition(file: path, line: 1, column: 1), .matrixFileEmpty())
      subject = nil
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      subject = JSONCase.read(bytes, path: path, collector: collector)
    case UInt8(ascii: "/") where JSONReader.startsComment(content):
      subject = JSONCase.read(bytes, path: path, collector: collector)
    case UInt8(ascii: "<"): subject = XMCDACase.read(bytes, path: path, collector: collector)
    default:
      isTable = true
      subject = CSVCase.read(bytes, path: path, collector: collector)
    }
    var json: [UInt8]?
    if let subject, let method = method(of: subject, options) {
      json = await result(subject, method, options)
    }
    if isTable { nameCells(in: &collector.diagnostics, of: bytes) }
    return MatrixOutcome(json: json, diagnostics: collector.diagnostics)
  }

  /// Names the cells of the table in which findings lie.
  private static func nameCells(in diagnostics: inout Diagnostics, of bytes: [UInt8]) {
    let places = diagnostics.all.map {
      SpreadsheetCells.Place(line: $0.position.line, column: $0.position.column)
    }
    let cells = SpreadsheetCells(of: places, in: ByteSource(bytes))
    diagnostics.nameCells { cells[.init(line: $0.line, column: $0.column)]?.name }
  }

  /// Blanks and the parts of a byte order mark.
  private static let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]

  private static func method(
    of subject: MatrixCase, _ options: MatrixOptions
  ) -> MatrixMethod? {
    let named = options.method.map { ($0, subject.places.file) } ?? subject.method
    guard let (name, position) = named else {
      if !subject.collector.diagnostics.hasErrors {
        subject.collector.diagnostics.error(subject.places.file, .matrixMethodMissing())
      }
      return nil
    }
    if let method = MatrixMethod(rawValue: name) { return method }
    subject.collector.diagnostics.error(
      position,
      .matrixMethodUnknown(
        name, known: methods, near: Suggestion.nearest(to: name, in: methods)))
    return nil
  }

  private static func result(
    _ subject: MatrixCase, _ method: MatrixMethod, _ options: MatrixOptions
  ) async -> [UInt8]? {
    var analysis = Analysis(subject, options: options)
    let results: [JSONValue.Member]
    do throws(AnalysisFailure) {
      try analysis.proceed()
      results = try await analysis.results(of: method)
      try analysis.proceed()
    } catch {
      if case .method(let reason) = error {
        let (position, message) = MethodMessages.finding(reason, in: subject)
        subject.collector.diagnostics.error(position, message)
      }
      return nil
    }
    analysis.parameters.warnAboutRest()
    let notes = subject.collector.diagnostics.sorted.map(\.message) + analysis.warnings
    var members: [JSONValue.Member] = [
      .init("method", .text(method.rawValue)),
      .init("parameters", .object(analysis.parameters.used)),
      .init("warnings", .texts(notes.map { $0.text(options.language) })),
    ]
    if !subject.alternatives.isEmpty {
      members.append(.init("alternatives", .texts(subject.alternatives)))
    }
    if let table = subject.table {
      members.append(
        .init(
          "criteria",
          .array(
            table.criteria.map { criterion in
              .object([
                .init("id", .text(criterion.name)),
                .init("direction", .text(criterion.direction == .maximise ? "max" : "min")),
                .init("weight", .number(criterion.weight)),
              ])
            })))
    }
    let json = JSONValue.object(members + results)
    guard json.isWritable else {
      let (position, message) = MethodMessages.finding(.outOfRange(step: "result"), in: subject)
      subject.collector.diagnostics.error(position, message)
      return nil
    }
    return json.bytes
  }
}

/// How a case is analysed, beyond what its file says.
public struct MatrixOptions: Sendable {
  /// The method; nil for the one that the file names.
  public var method: String?
  /// Draws of methods that sample; nil for the file's, or 100,000.
  public var draws: Int?
  /// The seed of all draws; nil for the file's, or 1.
  public var seed: UInt64?
  /// Threads; they change no result.
  public var threads: Int
  /// The language of warnings in the result.
  public var language: Language

  /// Options, all of which have a usual value.
  public init(
    method: String? = nil, draws: Int? = nil, seed: UInt64? = nil, threads: Int = 1,
    language: Language = .english
  ) {
    self.method = method
    self.draws = draws
    self.seed = seed
    self.threads = threads
    self.language = language
  }
}

/// What came of a case.
public struct MatrixOutcome: Sendable {
  /// One JSON object as UTF-8 text; nil if there are errors.
  public let json: [UInt8]?
  /// What was found on the way.
  public let diagnostics: Diagnostics
}
