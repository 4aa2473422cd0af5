import ByteSources
import DecisionModel
import Messages
import XMLReading

/// What documents of foreign formats leave to be done once all files of an option have been seen.
struct ForeignDocuments {
  /// A document that can only be read when the others are known.
  struct Waiting {
    let path: String
    let source: ByteSource
  }

  /// Numbers of a document with more decimals than are kept.
  struct Rounded {
    let first: Cell
    let name: String
    var count = 0
  }

  /// All files of the option.
  var files: [String] = []
  /// What the decision says of positions, by file.
  let rules: [String: PositionRules]
  /// Quotations with lines that state no price.
  var quotations: [Quotation] = []
  var priceLists: [Waiting] = []
  var performanceTables: [Waiting] = []
  /// Keys of the decision that a position has met, by file.
  var usedPositions: [String: Set<String>] = [:]
  /// Numbers that had to be rounded, by file.
  var rounded: [String: Rounded] = [:]
  /// Where each quotation's number stands.
  var numbers: [String: SourcePosition] = [:]
  /// Names of groups of which one line counts.
  var groups: Set<String> = []
  /// Some names of positions of each file that has been read, for suggestions.
  var positionNames: [String: [String]] = [:]

  init(_ decision: Decision) {
    rules = decision.positions.mapValues { PositionRules($0) }
  }

  /// Keeps names of positions for suggestions, as many as can usefully be compared.
  mutating func remember(_ names: some Sequence<String>, of path: String) {
    if positionNames[path, default: []].count < 1_000 {
      positionNames[path, default: []] += names
    }
  }
}

extension OfferReader {
  /// Notes a quotation's number: the same one twice is the same quotation twice.
  mutating func noteNumber(_ number: Cell?) {
    guard let number else { return }
    if let other = documents.numbers[number.text], other.file != number.position.file {
      diagnostics.warning(
        number.position, .quotationTwice(number: number.text, file: other.file))
    }
    documents.numbers[number.text] = number.position
  }

  /// Keeps the seller's name, which is not that of another option.
  mutating func keepSeller(_ name: Cell?) {
    keep(name, as: QuotationTerm.seller)
    guard let name, purpose == .offer else { return }
    let names = OptionNames(decision, own: declaration, mapping: [:])
    if !names.contains(declaration.id, within: name.text),
      let other = names.option(within: name.text)
    {
      diagnostics.warning(
        name.position,
        .preambleOtherVendor(text: name.text, other: other, option: declaration.id))
    }
  }

  /// The name of a group of lines of which one counts: the line's number, unless another line has
  /// it.
  mutating func group(_ number: String, at position: SourcePosition) -> String {
    if documents.groups.insert(number).inserted { return number }
    let name = "\(number) · \(position.file):\(position.line)"
    documents.groups.insert(name)
    return name
  }

  /// Reads an XML document of a foreign format; `reader` has opened its outermost element.
  mutating func readForeign(
    _ reader: XMLPartReader, root: XMLName, at place: XMLPosition, source: ByteSource,
    path: String
  ) throws(XMLProblem) {
    let position = SourcePosition(file: path, line: place.line, column: place.column)
    documents.remember([], of: path)
    let format = XMLFormat(root: root)
    if let name = format.name { note(path) { $0.form = .xml(name) } }
    switch format {
    case .ublQuotation: try readUBL(reader, path: path, at: position)
    case .openTransQuotation:
      try readOpenTrans(reader, root: root, path: path, at: position)
    case .priceList, .catalogue:
      documents.priceLists.append(.init(path: path, source: source))
    case .performanceTable:
      documents.performanceTables.append(.init(path: path, source: source))
    case .envelope:
      diagnostics.error(position, .xmlEnvelope(element: root.local))
    case .refused(let name):
      diagnostics.error(position, .xmlDocumentNoOffer(kind: name))
    case .unknown(let maker):
      diagnostics.error(
        position,
        .xmlFormatNotRead(element: root.local, namespace: root.namespace, format: maker))
    }
  }

  /// Ends a quotation at once, or lets it wait for price lists.
  mutating func settle(_ quotation: inout Quotation) {
    if quotation.openLines.isEmpty {
      finish(&quotation)
    } else {
      documents.quotations.append(quotation)
    }
  }

  /// Reads what had to wait until all files of the option were known.
  mutating func finishDocuments() {
    var lists = openPriceLists()
    for var quotation in documents.quotations {
      for line in quotation.openLines { price(line, from: &lists, in: &quotation) }
      finish(&quotation)
    }
    documents.quotations = []
    finish(lists)
    for path in documents.files {
      guard let rounded = documents.rounded[path] else { continue }
      diagnostics.warning(
        rounded.first.position,
        .quotedNumbersRounded(
          count: rounded.count, name: rounded.name, text: rounded.first.text))
    }
    readPerformanceTables()
    reportUnusedPositions()
  }

  /// Runs something that reads a document of several, and reports what stops it; whether nothing
  /// did.
  mutating func reading(
    _ path: String, _ body: (inout OfferReader) throws(XMLProblem) -> Void
  ) -> Bool {
    do throws(XMLProblem) {
      try body(&self)
      return true
    } catch {
      report(error, path: path)
      return false
    }
  }
}
