import Testing
import XMLReading

@Suite struct XMLPullReaderTests {
  @Test func `events come in order with names, attributes, text and places`() {
    let result = events(
      """
      <?xml version="1.0"?>
      <!-- an offer -->
      <offer xmlns="urn:v" xmlns:p="urn:p" id="1" p:kind='a "b"'>
        <item>5 &lt; 6 &amp; 7<![CDATA[ <raw> ]]>&#228;</item><none/>
      </offer>
      """)
    let offer = XMLName("offer", namespace: "urn:v")
    let item = XMLName("item", namespace: "urn:v")
    let none = XMLName("none", namespace: "urn:v")
    #expect(result.problem == nil)
    #expect(
      result.events == [
        .startElement(
          offer,
          attributes: [
            XMLAttribute(name: XMLName("id"), value: "1"),
            XMLAttribute(name: XMLName("kind", namespace: "urn:p"), value: "a \"b\""),
          ], at: XMLPosition(line: 3, column: 1)),
        .text("\n  ", at: XMLPosition(line: 3, column: 60)),
        .startElement(item, attributes: [], at: XMLPosition(line: 4, column: 3)),
        .text("5 < 6 & 7 <raw> ä", at: XMLPosition(line: 4, column: 9)),
        .endElement(item, at: XMLPosition(line: 4, column: 50)),
        .startElement(none, attributes: [], at: XMLPosition(line: 4, column: 57)),
        .endElement(none, at: XMLPosition(line: 4, column: 57)),
        .text("\n", at: XMLPosition(line: 4, column: 64)),
        .endElement(offer, at: XMLPosition(line: 5, column: 1)),
      ])
  }

  @Test func `a tag over several lines is placed where it begins`() {
    let result = events("<a>\n <ä/> <b\n  x='1'\n  y='2'\n/>\n</a>")
    #expect(
      result.events.compactMap { event -> XMLPosition? in
        guard case .startElement = event else { return nil }
        return event.position
      } == [
        XMLPosition(line: 1, column: 1), XMLPosition(line: 2, column: 2),
        XMLPosition(line: 2, column: 7),
      ])
  }

  @Test(arguments: [
    ("&amp;", "&"), ("&#38;", "&"), ("&amp;#38;", "&#38;"), ("&#38;lt; &amp;amp;", "&lt; &amp;"),
    ("&lt;&gt;&quot;&apos;", "<>\"'"), ("&#x20AC;&#10;x", "€\nx"), ("a\nb", "a b"), ("", ""),
  ])
  func `references in attributes are replaced once`(written: String, value: String) throws {
    let document = try XMLElement.parse(Array("<a x=\"\(written)\"/>".utf8))
    #expect(document.root.attribute("x") == value)
  }

  @Test func `the same names under other prefixes are the same`() throws {
    let documents = try [
      "<q:Quotation xmlns:q='urn:q' xmlns:c='urn:c'><c:ID c:x='1'>7</c:ID></q:Quotation>",
      "<Quotation xmlns='urn:q'><cbc:ID xmlns:cbc='urn:c' cbc:x='1'>7</cbc:ID></Quotation>",
      "<x:Quotation xmlns:x='urn:q'><ID xmlns='urn:c' xmlns:i='urn:c' i:x='1'>7</ID></x:Quotation>",
    ].map { try XMLElement.parse(Array($0.utf8)).root }
    for root in documents {
      #expect(root.name == XMLName("Quotation", namespace: "urn:q"))
      let id = root.child(XMLName("ID", namespace: "urn:c"))
      #expect(id?.text == "7")
      #expect(id?.attribute("x", namespace: "urn:c") == "1")
      #expect(id?.attribute("x") == nil)
      #expect(root.child(XMLName("ID")) == nil)
    }
  }

  @Test func `text in several pieces is one event, whatever its length`() {
    let long = String(repeating: "grün & blau ", count: 20_000)
    let written = long.replacing("&", with: "&amp;")
    let result = events("<a>\(written)<!-- c -->\(written)<?pi?>x</a>")
    #expect(result.problem == nil)
    #expect(result.events.count == 3)
    #expect(
      result.events.dropFirst().first
        == .text(long + long + "x", at: XMLPosition(line: 1, column: 4)))
  }

  @Test func `items of a stream can be expanded one by one`() throws {
    let reader = XMLPullReader(bytes: Array("<l><i n='1'><s>a</s>b</i>t<i n='2'/><j/></l>".utf8))
    #expect(try reader.readElement() == nil)
    var found: [XMLElement] = []
    while let event = try reader.next() {
      guard case .startElement(let name, _, _) = event, name.local == "i" else { continue }
      if let element = try reader.readElement() { found.append(element) }
    }
    #expect(found.map { $0.attribute("n") } == ["1", "2"])
    #expect(found.first?.text == "b")
    #expect(found.first?.children.map(\.text) == ["a"])
    #expect(found.first?.children(XMLName("s")).first?.position == XMLPosition(line: 1, column: 13))
  }

  @Test func `every line is right beyond 65535, for every kind of element`() throws {
    var text = "<r>\n"
    var line = 2
    while line < 70_000 {
      text +=
        "<item at='\(line)'>\n  <id at='\(line + 1)'>x\ny</id>\n  <e at='\(line + 3)'/>\n</item>\n"
      line += 5
    }
    text += "<last at='\(line)'/></r>"
    let result = events(text)
    #expect(result.problem == nil)
    var last = 0
    var wrong = 0
    for case .startElement(_, let attributes, let position) in result.events {
      guard let stated = attributes.first.flatMap({ Int($0.value) }) else { continue }
      if position.line != stated { wrong += 1 }
      last = position.line
    }
    #expect(wrong == 0)
    #expect(last == line)
    #expect(last > 70_000 - 5)
  }

  @Test func `a declared encoding is read, in the first line and far below`() throws {
    let row = "<i>Größe in € – “groß”</i>\n"
    let text =
      "<?xml version=\"1.0\" encoding=\"windows-1252\"?><r a=\"ä\">\n"
      + String(repeating: row, count: 3000) + "</r>"
    let codes: [Unicode.Scalar: UInt8] = ["€": 0x80, "–": 0x96, "“": 0x93, "”": 0x94]
    let bytes = text.unicodeScalars.map { codes[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
    let root = try XMLElement.parse(bytes).root
    #expect(root.attribute("a") == "ä")
    #expect(root.children.count == 3000)
    #expect(root.children.allSatisfy { $0.text == "Größe in € – “groß”" })
    #expect(root.children.last?.position.line == 3001)
  }

  @Test(arguments: [true, false])
  func `UTF-16 with its mark is read`(littleEndian: Bool) throws {
    let row = "<i>Größe €</i>\n"
    let text = "\u{FEFF}<r a=\"ä\">\n" + String(repeating: row, count: 3000) + "</r>"
    let bytes = text.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return littleEndian ? pair.reversed() : pair
    }
    let root = try XMLElement.parse(bytes).root
    #expect(root.attribute("a") == "ä")
    #expect(root.children.count == 3000)
    #expect(root.children.last?.text == "Größe €")
    #expect(root.children.last?.position == XMLPosition(line: 3001, column: 1))
  }

  @Test func `a byte-order mark is no text`() throws {
    #expect(try XMLElement.parse(Array("\u{FEFF}<a>x</a>".utf8)).root.text == "x")
  }

  @Test func `twenty megabytes are read to the end`() throws {
    let row = Array(
      "<line no=\"123456\"><name>Lizenz für Benutzer</name><p>12.50</p></line>\n".utf8)
    var bytes = Array("<r>\n".utf8)
    let count = 20_000_000 / row.count + 1
    bytes.reserveCapacity(count * row.count + 16)
    for _ in 0..<count { bytes.append(contentsOf: row) }
    bytes.append(contentsOf: "</r>".utf8)
    let reader = XMLPullReader(bytes: bytes)
    var starts = 0
    var lastLine = 0
    while let event = try reader.next() {
      if case .startElement(_, _, let position) = event {
        starts += 1
        lastLine = position.line
      }
    }
    #expect(starts == 3 * count + 1)
    #expect(lastLine == count + 1)
  }
}
