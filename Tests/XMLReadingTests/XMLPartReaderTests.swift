import Testing
import XMLReading

@Suite struct XMLPartReaderTests {
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
        .start(
          offer,
          attributes: [
            XMLAttribute(name: XMLName("id"), value: "1"),
            XMLAttribute(name: XMLName("kind", namespace: "urn:p"), value: "a \"b\""),
          ], at: XMLPosition(line: 3, column: 1)),
        .start(item, attributes: [], at: XMLPosition(line: 4, column: 3)), .end,
        .start(none, attributes: [], at: XMLPosition(line: 4, column: 57)), .end,
        .end,
      ])
  }

  @Test func `texts belong to their elements, with all their blanks`() throws {
    let root = try XMLElement.parse(
      Array("<o>\n <i>5 &lt; 6 &amp; 7<![CDATA[ <raw> ]]>&#228;</i> a <j/> \n<k> </k>b </o>".utf8)
    ).root
    #expect(root.text == "\n  a  \nb ")
    #expect(root.children.map(\.text) == ["5 < 6 & 7 <raw> ä", "", " "])
  }

  @Test func `streamed parts say the same as a document in memory`() throws {
    func same(_ part: XMLPart, _ element: XMLElement) -> Bool {
      let children = part.children
      return part.name == element.name && part.attributes == element.attributes
        && part.position == element.position
        && part.text.drop(while: \.isWhitespace) == element.text.drop(while: \.isWhitespace)
        && children.count == element.children.count
        && zip(children, element.children).allSatisfy { same($0, $1) }
    }
    // Texts of a few bytes to several pieces of the document, so that parts end everywhere in them.
    for length in [1, 10, 1_000, 20_000, 70_000] {
      let row = { (number: Int) in
        "<i n='\(number)' m='a &amp; \(number)'>x <b>\(String(repeating: "ü", count: length))"
          + "</b> y <c/> \n z</i>\n"
      }
      let count = max(3, 150_000 / (length + 40))
      let bytes = Array("<r>\n\((0..<count).map(row).joined())</r>".utf8)
      let whole = try XMLElement.parse(bytes).root
      let reader = XMLPartReader(bytes: bytes)
      var kept: [XMLPart] = []
      while let event = try reader.next() {
        guard case .start(let part) = event, part.name.local == "i" else { continue }
        if kept.count.isMultiple(of: 3) {
          kept.append(part)
          try reader.skip(part)
        } else if let part = try reader.complete(part) {
          kept.append(part)
        }
      }
      #expect(whole.children.count == count && kept.count == count)
      // Parts stay what they were while the reader went on.
      for (index, (part, element)) in zip(kept, whole.children).enumerated()
      where !index.isMultiple(of: 3) {
        #expect(same(part, element))
      }
      #expect(kept.map(\.position) == whole.children.map(\.position))
    }
  }

  @Test func `a tag over several lines is placed where it begins`() {
    let result = events("<a>\n <ä/> <b\n  x='1'\n  y='2'\n/>\n</a>")
    #expect(
      result.events.compactMap(\.position) == [
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

  @Test func `text in several pieces is one text, whatever its length`() throws {
    let long = String(repeating: "grün & blau ", count: 20_000)
    let written = long.replacing("&", with: "&amp;")
    let document = try XMLElement.parse(
      Array("<a>\(written)<!-- c -->\(written)<?pi?>x</a>".utf8))
    #expect(document.root.text == long + long + "x")
  }

  @Test func `items of a stream can be expanded one by one`() throws {
    let reader = XMLPartReader(bytes: Array("<l><i n='1'><s>a</s>b</i>t<i n='2'/><j/></l>".utf8))
    var found: [XMLElement] = []
    while let event = try reader.next() {
      guard case .start(let part) = event, part.name.local == "i" else { continue }
      if let whole = try reader.complete(part) { found.append(XMLElement(whole)) }
      #expect(try reader.complete(part) == nil)
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
    for case .start(_, let attributes, let position) in result.events {
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
    let reader = XMLPartReader(bytes: bytes)
    var starts = 0
    var lastLine = 0
    while let event = try reader.next() {
      if case .start(let part) = event {
        starts += 1
        lastLine = part.position.line
      }
    }
    #expect(starts == 3 * count + 1)
    #expect(lastLine == count + 1)
  }
}
