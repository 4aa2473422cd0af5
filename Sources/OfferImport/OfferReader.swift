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
  /// Indices of ``Decision/assumedPrices`` that a line has used.
  var usedAssumptions: Set<Int> = []
  let criterionKeys: [String: Int]
  /// What documents of foreign formats leave to be done at the end.
  var documents: ForeignDocuments

  init(decision: Decision, declaration: OfferDeclaration, purpose: Purpose) {
    self.decision = decision
    self.declaration = declaration
    self.purpose = purpose
    var keys: [String: Int] = [:]
    for (index, node) in decision.criteria.nodes.enumerated().dropFirst() {
      keys[node.id.lowercased()] = index
      keys[node.path.lowercased()] = index
    }
    criterionKeys = keys
    documents = ForeignDocuments(decision)
  }

  /// Reads one file, of whatever kind it is.
  mutating func read(_ file: OfferImport.File, schema: [UInt8]) {
    let path = file.reference.path
    documents.files.append(path)
    note(path) { _ in }
    switch FileForm(of: file.bytes) {
    case .xml: readXML(file.bytes, path: path, schema: schema)
    case .table: readTable(file.bytes, path: path)
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

  /// The question that a cell names, or `nil` with an error.
  mutating func question(_ cell: Cell) -> Int? {
    let tree = decision.criteria
    guard let index = tree.index(of: cell.text) ?? criterionKeys[cell.text.lowercased()] else {
      diagnostics.error(
        cell.position,
        .offerCriterionUnknown(name: cell.text, suggestion: suggestedCriterion(for: cell.text)))
      return nil
    }
    switch tree.nodes[index].role {
    case .question: return index
    case .branch, .root:
      diagnostics.error(
        cell.position,
        .offerCriterionIsBranch(
          name: cell.text, below: tree.children[index].map { tree.nodes[$0].id }))
    case .cost:
      diagnostics.error(cell.position, .offerCriterionIsCost(name: cell.text))
    }
    return nil
  }

  /// The identifier nearest to a name, or of the criterion that people know by that name.
  private func suggestedCriterion(for text: String) -> String? {
    let tree = decision.criteria
    let named = tree.leaves.filter {
      let name = tree.nodes[$0].name
      return name.de.nameKey == text.nameKey || name.en.nameKey == text.nameKey
    }
    if named.count == 1 { return tree.nodes[named[0]].id }
    return Suggestion.nearest(to: text, in: tree.leaves.map { tree.nodes[$0].id })
      ?? Suggestion.nearest(to: text, in: tree.names)
  }

  /// A date, or `nil` with an error.
  mutating func date(_ cell: Cell, column: String) -> CalendarDate? {
    if let date = CalendarDate(cell.text) { return date }
    diagnostics.error(cell.position, .cellNotADate(column: column, text: cell.text))
    return nil
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
