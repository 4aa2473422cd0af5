import ByteSources
import DecisionModel
import Measures
import Messages
import XMLReading

extension OfferReader {
  /// The namespace of Votum's own XML format for offers.
  static let namespace = "urn:votum:offer:1"

  /// Reads an XML document.
  mutating func readXML(_ source: ByteSource, path: String, schema: [UInt8]) {
    do throws(XMLProblem) {
      let opening = XMLPartReader(source)
      guard case .start(let root)? = try opening.next() else { return }
      if let mappings = decision.documents[path] {
        note(path) { $0.form = .xml(XMLFormat.mapped) }
        return try readMapped(
          opening, root: root, source: source, path: path, mappings: mappings)
      }
      let name = root.name
      guard name.namespace == OfferReader.namespace, name.local == "offer" else {
        return try readForeign(opening, root: name, at: root.position, source: source, path: path)
      }
      guard let rules = try? XMLSchema(bytes: schema) else {
        return diagnostics.error(
          SourcePosition(file: path, line: 1, column: 1), .xmlSchemaUnusable())
      }
      note(path) { $0.form = .xml(XMLFormat.own) }
      let document = try XMLElement.parse(source, schema: rules)
      if document.violations.isEmpty {
        read(OfferDocument(document.root, path: path))
      }
      for violation in document.violations { report(violation, path: path) }
      reportMore(document.omittedViolationCount, path: path)
    } catch {
      report(error, path: path)
    }
  }

  private mutating func read(_ document: OfferDocument) {
    if purpose == .offer, let id = document.id, id.text != declaration.id {
      diagnostics.error(
        id.position, .offerIdentifierDiffers(found: id.text, expected: declaration.id))
    }
    if let cell = document.validUntil { readValidity(cell) }
    if let sheet = document.answers { read(sheet) }
    if let sheet = document.prices { read(sheet) }
    if let sheet = document.terms { read(sheet) }
  }

  /// Checks a document against a schema of the user's, whatever its format is.
  ///
  /// - Returns: Whether it can be read at all; if it only breaks the schema, with errors.
  mutating func keeps(_ source: ByteSource, to files: XMLSchemaFiles, path: String) -> Bool {
    do throws(XMLSchemaFiles.Fault) {
      let schema = try XMLSchema(files)
      let reader = XMLPartReader(source, schema: schema)
      do throws(XMLProblem) {
        while try reader.next() != nil {}
      } catch {
        report(error, path: path)
        return false
      }
      for violation in reader.violations {
        report(violation, path: path, schema: files.path)
      }
      reportMore(reader.omittedViolationCount, path: path)
    } catch {
      for fault in files.faults.isEmpty ? [error] : files.faults {
        diagnostics.error(
          SourcePosition(
            file: fault.file, line: fault.problem.line, column: fault.problem.column),
          .schemaUnusable(detail: fault.problem.text))
      }
    }
    return true
  }

  private mutating func reportMore(_ count: Int, path: String) {
    guard count > 0 else { return }
    diagnostics.error(
      SourcePosition(file: path, line: 1, column: 1), .xmlViolationsMore(count: count))
  }

  mutating func report(
    _ problem: XMLProblem, path: String, schema: String = "votum-offer-1.xsd"
  ) {
    let position = SourcePosition(file: path, line: problem.line, column: problem.column)
    let message: Message =
      switch problem.kind {
      case .empty: .fileEmpty()
      case .doctype: .xmlDoctype()
      case .tooDeep, .tooLarge: .xmlTooLarge(detail: problem.text)
      case .schema: .xmlAgainstSchema(schema: schema, detail: problem.text)
      case .encoding: .xmlEncodingNotRead(detail: problem.text)
      case .unreadable, .notXML, .malformed: .xmlMalformed(detail: problem.text)
      }
    diagnostics.error(position, message)
  }
}

/// An offer in Votum's own format as the same sheets that tables give.
private struct OfferDocument {
  private(set) var id: Cell?
  private(set) var validUntil: Cell?
  private(set) var answers: Sheet<AnswerColumn>?
  private(set) var prices: Sheet<PriceColumn>?
  private(set) var terms: Sheet<TermColumn>?
  private let path: String

  /// - Parameter root: an element that keeps to the schema.
  init(_ root: XMLElement, path: String) {
    self.path = path
    id = cell(root, "id")
    validUntil = cell(root, "valid_until")
    if let element = child(root, "answers") { answers = sheet(element) }
    if let element = child(root, "prices") {
      var sheet: Sheet<PriceColumn> = sheet(element)
      sheet.currency = root.attribute("currency")
      sheet.isNetByFormat = true
      prices = sheet
    }
    if let element = child(root, "terms") {
      var sheet = Sheet<TermColumn>(position: position(element))
      sheet.rows = element.children.map { term in
        var row = SheetRow<TermColumn>(position: position(term))
        row.cells[.term] = cell(term, "name")
        if !term.text.trimmed.isEmpty {
          row.cells[.value] = Cell(term.text, at: position(term))
        }
        return row
      }
      terms = sheet
    }
  }

  private func position(_ element: XMLElement) -> SourcePosition {
    SourcePosition(
      file: path, line: element.position.line, column: element.position.column)
  }

  private func child(_ element: XMLElement, _ local: String) -> XMLElement? {
    element.child(XMLName(local, namespace: OfferReader.namespace))
  }

  private func cell(_ element: XMLElement, _ attribute: String) -> Cell? {
    guard let value = element.attribute(attribute), !value.trimmed.isEmpty else { return nil }
    return Cell(value, at: position(element))
  }

  /// Rows whose attributes carry the columns' names.
  private func sheet<Column: OfferColumn>(_ element: XMLElement) -> Sheet<Column> {
    var sheet = Sheet<Column>(style: .point, position: position(element))
    sheet.columns = Set(Column.allCases)
    for child in element.children {
      var row = SheetRow<Column>(position: position(child))
      for column in Column.allCases { row.cells[column] = cell(child, column.rawValue) }
      for part in child.children {
        if let column = Column(rawValue: part.name.local), !part.text.trimmed.isEmpty {
          row.cells[column] = Cell(part.text, at: position(part))
        } else if let price = cell(part, "amount") {
          row.tiers.append(TierCells(upTo: cell(part, "up_to"), price: price))
        }
      }
      sheet.rows.append(row)
    }
    return sheet
  }
}
