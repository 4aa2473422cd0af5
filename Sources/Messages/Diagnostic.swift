/// A place in an input file, as an editor or a spreadsheet would show it.
public struct SourcePosition: Sendable, Hashable, Codable {
  /// The file's path as the decision names it, so that it is the same on every machine.
  public let file: String
  /// Line, from 1; in a spreadsheet the row. 0 if the message is about the file as a whole.
  public var line: Int { Int(shortLine) }
  /// Column, from 1; 0 if unknown.
  public var column: Int { Int(shortColumn) }

  // An offer may hold hundreds of thousands of places, and no file has two thousand million lines.
  private let shortLine: Int32
  private let shortColumn: Int32

  /// A place in a file.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    shortLine = Int32(clamping: line)
    shortColumn = Int32(clamping: column)
  }

  private enum CodingKeys: String, CodingKey {
    case file
    case shortLine = "line"
    case shortColumn = "column"
  }
}

extension SourcePosition: Comparable {
  /// Orders by file, line and column.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    if left.file != right.file {
      return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
    }
    return (left.line, left.column) < (right.line, right.column)
  }
}

/// What is wrong and how to mend it, in both languages, with a name that stays when wording changes.
public struct Message: Sendable, Hashable {
  /// The message's lasting name: the name of the function that makes it.
  public let id: String
  /// What is wrong; how to mend it.
  public let text: LocalText

  /// A message of the catalogue.
  public init(de: String, en: String, id: String = #function) {
    self.id = String(id.prefix { $0 != "(" })
    text = LocalText(de: de, en: en)
  }
}

/// One finding about the inputs.
public struct Diagnostic: Sendable, Hashable {
  /// How serious a finding is.
  public enum Severity: String, Sendable, Hashable, Codable {
    /// The decision cannot be evaluated.
    case error
    /// The decision can be evaluated, but somebody should look.
    case warning
  }

  /// How serious it is.
  public let severity: Severity
  /// Where it is.
  public let position: SourcePosition
  /// What it is.
  public let message: Message
  /// The cell of a table that the place lies in, as a spreadsheet names it (`F17`); `nil` if unknown.
  public private(set) var cell: String?

  /// A finding at a place.
  public init(_ severity: Severity, at position: SourcePosition, _ message: Message) {
    self.severity = severity
    self.position = position
    self.message = message
  }

  /// `path:line:column: error: what is wrong; how to mend it`, with the cell behind it if known:
  /// `(cell F17)`. Line and column are those of the text, as editors and terminals follow them.
  public func text(_ language: Language) -> String {
    let kind =
      switch (severity, language) {
      case (.error, .english): "error"
      case (.error, .german): "Fehler"
      case (.warning, .english): "warning"
      case (.warning, .german): "Warnung"
      }
    let place = "\(position.file):\(position.line):\(position.column)"
    var text = "\(place): \(kind): \(message.text(language))"
    if let cell { text += " (\(LocalText(de: "Zelle", en: "cell")(language)) \(cell))" }
    return text
  }

  /// The finding with the cell of its place.
  fileprivate func inCell(_ name: String?) -> Diagnostic {
    var diagnostic = self
    diagnostic.cell = name ?? cell
    return diagnostic
  }
}

/// All findings of a run, in the order in which they were made.
public struct Diagnostics: Sendable, Hashable {
  /// The findings.
  public private(set) var all: [Diagnostic] = []

  /// No findings.
  public init() {}

  /// Adds an error.
  public mutating func error(_ position: SourcePosition, _ message: Message) {
    all.append(Diagnostic(.error, at: position, message))
  }

  /// Adds a warning.
  public mutating func warning(_ position: SourcePosition, _ message: Message) {
    all.append(Diagnostic(.warning, at: position, message))
  }

  /// Adds other findings.
  public mutating func append(_ other: Diagnostics) { all += other.all }

  /// Names the cells in which findings lie.
  ///
  /// - Parameter cell: tells the cell of a place; `nil` where there is none.
  public mutating func nameCells(_ cell: (SourcePosition) -> String?) {
    all = all.map { $0.inCell(cell($0.position)) }
  }

  /// Whether any finding is an error.
  public var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// The findings sorted by file, line and column, each once.
  public var sorted: [Diagnostic] {
    var seen = Set<Diagnostic>()
    return all.enumerated()
      .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map(\.element)
      .filter { seen.insert($0).inserted }
  }
}
