import DecisionModel
import Measures
import Messages
import TotalCost

/// Collects what the files of one option say.
struct OfferReader {
  /// What the files are read for.
  enum Purpose {
    case offer
    /// The costs of the old system, nothing else.
    case baseline
  }

  let decision: Decision
  let declaration: OfferDeclaration
  let purpose: Purpose
  var diagnostics = Diagnostics()
  var answers: [Int: Answer] = [:]
  /// Where each question is answered, also if the answer could not be read.
  var answerPositions: [Int: SourcePosition] = [:]
  var costs: [OfferedCost] = []
  var terms: [ContractTerm] = []
  var validUntil: (date: CalendarDate, position: SourcePosition)?
  /// What was understood of each file, by its path.
  var understood: [String: FileUnderstanding] = [:]
  /// The last currency that a row named, and its code.
  var lastCurrency: (text: String, code: String)?
  /// Rows in one currency, one after another, that are yet to be counted.
  var currencyRun: (file: String, code: String, count: Int)?
  /// Indices of ``Decision/assumedPrices`` that a line has used.
  var usedAssumptions: Set<Int> = []
  let questionNames: QuestionNames
  /// Tables of answers, with how many questions they have in the decision's words, and which.
  var questionnaires: [(position: SourcePosition, same: Int, questions: Set<Int>)] = []
  /// What documents of foreign formats leave to be done at the end.
  var documents: ForeignDocuments

  init(decision: Decision, declaration: OfferDeclaration, purpose: Purpose) {
    self.decision = decision
    self.declaration = declaration
    self.purpose = purpose
    questionNames = QuestionNames(decision.criteria)
    documents = ForeignDocuments(decision)
  }

  /// Reads one file, of whatever kind it is.
  mutating func read(_ file: OfferImport.File, schema: [UInt8]) {
    let path = file.reference.path
    documents.files.append(path)
    note(path) { _ in }
    let form = FileForm(of: file.source)
    if let schema = file.schema {
      guard case .xml = form else {
        let position = file.reference.schema?.position ?? file.reference.position
        return diagnostics.error(position, .schemaForTable(path: path))
      }
      if !keeps(file.source, to: schema, path: path) { return }
    }
    if case .xml = form, !file.reference.dialect.isEmpty {
      return diagnostics.error(file.reference.position, .dialectForXML(path: path))
    }
    switch form {
    case .xml: readXML(file.source, path: path, schema: schema)
    case .table: readTable(file.source, path: path, dialect: file.reference.dialect)
    case .other(let name):
      diagnostics.error(
        SourcePosition(file: path, line: 1, column: 1), .fileKindNotRead(kind: name))
    }
  }

  /// What was understood of the files, in the order in which they were read.
  var understandings: [FileUnderstanding] { documents.files.compactMap { understood[$0] } }

  /// Checks what can only be seen when all files have been read.
  mutating func finish() {
    finishDocuments()
    reportRemoved()
    reportTwoChosen()
    reportCopies()
    if let validUntil, let decideBy = decision.decideBy, validUntil.date < decideBy {
      diagnostics.warning(
        validUntil.position,
        .offerExpiresBeforeDecision(until: validUntil.date.iso, decideBy: decideBy.iso))
    }
    for (index, assumed) in decision.assumedPrices.enumerated()
    where assumed.offer == declaration.id && !usedAssumptions.contains(index) {
      let names = costs.map(\.line.name)
      if names.contains(where: { $0.nameKey == assumed.line.nameKey }) {
        diagnostics.warning(assumed.position, .assumedPriceNotNeeded(line: assumed.line))
      } else {
        diagnostics.error(
          assumed.position,
          .assumedPriceWithoutLine(
            line: assumed.line, offer: declaration.id,
            suggestion: Suggestion.nearest(to: assumed.line, in: names)))
      }
    }
  }
}

extension OfferReader {
  /// Reports groups of alternatives of which more than one is chosen.
  private mutating func reportTwoChosen() {
    var chosen: [String: String] = [:]
    for cost in costs {
      guard case .alternative(let group, true) = cost.line.status else { continue }
      if let other = chosen.updateValue(cost.line.name, forKey: group) {
        diagnostics.error(
          cost.position, .priceTwoChosen(item: cost.line.name, other: other, group: group))
      }
    }
  }
}

/// A figure, or why there is none.
enum Reading<Value> {
  /// The cell is empty or not there.
  case absent
  /// The cell cannot be read; an error has been reported.
  case failed
  case value(Value)

  /// The value, or what holds without one; `nil` if reading failed.
  func value(else fallback: Value) -> Value? {
    switch self {
    case .absent: fallback
    case .failed: nil
    case .value(let value): value
    }
  }

  /// The value if there is one.
  var found: Value? {
    if case .value(let value) = self { return value }
    return nil
  }

  var hasFailed: Bool {
    if case .failed = self { return true }
    return false
  }

  /// A reading of what is surely there.
  init(_ value: Value?) { self = value.map { .value($0) } ?? .failed }
}
