import ByteSources
public import DecisionModel
import DelimitedText
public import Messages
public import OfferImport

/// What one option, or the baseline, has got from one file: how the file was understood, and every
/// figure that was taken from it.
public struct FileReading: Sendable {
  /// The decision.
  public let decision: Decision
  /// The option that names the file; `nil` for the baseline.
  public let option: OfferDeclaration?
  /// How the file was understood.
  public let understanding: FileUnderstanding
  /// Answers taken from it, in the order of the file, by the index of their question.
  public let answers: [(question: Int, answer: Answer)]
  /// Cost lines taken from it.
  public let costs: [OfferedCost]
  /// Contract terms taken from it.
  public let terms: [ContractTerm]
  /// Where all this stands in a spreadsheet, of a delimited text file.
  private var cells: SpreadsheetCells?

  init(_ understanding: FileUnderstanding, of offer: Offer, in decision: Decision) {
    let path = understanding.path
    self.decision = decision
    self.understanding = understanding
    option = offer.declaration
    answers = offer.answers.filter { $0.value.position.file == path }
      .sorted {
        ($0.value.position.line, $0.value.position.column, $0.key)
          < ($1.value.position.line, $1.value.position.column, $1.key)
      }.map { ($0.key, $0.value) }
    costs = offer.costs.filter { $0.position.file == path }
    terms = offer.terms.filter { $0.position.file == path }
  }

  init(_ understanding: FileUnderstanding, ofBaseline costs: [OfferedCost], in decision: Decision) {
    self.decision = decision
    self.understanding = understanding
    option = nil
    answers = []
    self.costs = costs
    terms = []
  }

  /// The row of a place as a spreadsheet counts; `nil` where that is the line of the text.
  public func row(of position: SourcePosition) -> Int? {
    guard let cell = cells?[SpreadsheetCells.Place(position)], cell.row != position.line
    else { return nil }
    return cell.row
  }

  /// The reading with the cells of all places.
  func withCells(of source: ByteSource, written dialect: Dialect) -> FileReading {
    let file = understanding
    var places = file.facts.map(\.position) + file.totals.first.map(\.position)
    places += file.leftOut.first.map(\.position) + answers.map(\.answer.position)
    places += costs.map(\.position) + terms.map(\.position)
    var reading = self
    reading.cells = SpreadsheetCells(
      of: places.map { .init($0) }, in: source, written: dialect)
    return reading
  }
}

extension SpreadsheetCells.Place {
  init(_ position: SourcePosition) { self.init(line: position.line, column: position.column) }
}
