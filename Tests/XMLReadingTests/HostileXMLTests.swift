import Testing
import XMLReading

/// Documents that are broken, or made to do harm.
@Suite struct HostileXMLTests {
  @Test(arguments: [
    ("<a><b></a></b>", XMLProblem.Kind.malformed, 1),
    ("<a>\n\n<b>", .malformed, 3),
    ("<a>\n</a>\n<b/>", .malformed, 3),
    ("<a x='1' x='2'/>", .malformed, 1),
    ("<a>\n &unknown; </a>", .malformed, 2),
    ("<a>\n<p:b/></a>", .malformed, 2),
    ("<a>\n a < b </a>", .malformed, 2),
    ("<a x=1/>", .malformed, 1),
    ("<a>\u{1}</a>", .malformed, 1),
    ("Kriterium;Antwort\nA;1\n", .notXML, 1),
    ("PK\u{3}\u{4}", .notXML, 1),
    ("   ", .malformed, 1),
    ("<", .malformed, 1),
    ("", .empty, 1),
    ("<?xml version='1.0' encoding='US-ASCII'?>\n<a>\n<b>ä</b></a>", .encoding, 3),
    ("<?xml version='1.0' encoding='klingon'?><a/>", .encoding, 1),
  ])
  func `a broken document ends with its problem`(
    text: String, kind: XMLProblem.Kind, line: Int
  ) {
    let found = problem(text)
    #expect(found?.kind == kind, "\(String(describing: found))")
    #expect(found?.line == line, "\(String(describing: found))")
    #expect(found?.text.isEmpty == false)
  }

  @Test func `events before the fault are delivered, and the fault stays`() throws {
    let reader = XMLPartReader(bytes: Array("<a>\n<b>x</b>\n<c></a>".utf8))
    var starts: [String] = []
    for _ in 0..<100 {
      do throws(XMLProblem) {
        guard let event = try reader.next() else {
          Issue.record("a broken document came to a good end")
          return
        }
        if case .start(let part) = event { starts.append(part.name.local) }
      } catch {
        #expect(error.kind == .malformed)
        #expect(error.line == 3)
      }
    }
    #expect(starts == ["a", "b", "c"])
  }

  @Test func `wrong UTF-8 is reported with its line`() {
    let result = events(Array("<a>\n<b>gr".utf8) + [0xFC] + Array("n</b>\n</a>".utf8))
    #expect(result.problem?.kind == .encoding)
    #expect(result.problem?.line == 2)
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x3C], [0x3C, 0, 0, 0],
      [0, 0, 0, 0x3C],
    ] as [[UInt8]])
  func `UTF-32 is refused by name`(bytes: [UInt8]) {
    let result = events(bytes)
    #expect(result.problem?.kind == .encoding)
    #expect(result.problem?.text.contains("UTF-32") == true)
  }

  @Test func `wrong UTF-16 and a NUL are problems`() {
    let cut: [UInt8] = [
      0xFF, 0xFE, 0x3C, 0x00, 0x61, 0x00, 0x3E, 0x00, 0x00, 0xD8, 0x3C, 0x00, 0x00,
    ]
    #expect(events(cut).problem != nil)
    #expect(events([0x3C, 0x61, 0x3E, 0x00, 0x3C, 0x2F, 0x61, 0x3E]).problem != nil)
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://localhost:1/x.dtd'> %p;]><a>&x;</a>",
    "<!DOCTYPE a SYSTEM 'http://localhost:1/x.dtd' [<!ENTITY x 'y'>]><a/>",
    "<!DOCTYPE a []><a/>",
    "<!DOCTYPE a [<!ATTLIST a x CDATA 'given'>]><a/>",
  ])
  func `a DOCTYPE with declarations ends the reading before anything is fetched or declared`(
    declaration: String
  ) {
    let result = events("<?xml version='1.0'?>\n" + declaration)
    #expect(result.problem?.kind == .doctype)
    #expect(result.problem?.line == 2)
    #expect(result.events.isEmpty)
  }

  @Test(arguments: [
    "SYSTEM 'file:///etc/passwd'", "PUBLIC '-//V//DTD//EN' 'http://localhost:1/x.dtd'", "",
    "SYSTEM \"a[b]>.dtd\" ",
  ])
  func `a DOCTYPE that only names a DTD is passed over, and the DTD isn't read`(name: String) {
    let plain = events("\n<a b='1'>x&amp;<c/></a>")
    let result = events("<!DOCTYPE a \(name)>\n<a b='1'>x&amp;<c/></a>")
    #expect(result.problem == nil)
    #expect(result.events == plain.events && !plain.events.isEmpty)
  }

  @Test(arguments: ["<a>1&nbsp;000</a>", "<a b='1&nbsp;000'/>", "<a>&x;</a>"])
  func `entities of a DTD that isn't read are problems, not gaps`(text: String) {
    for doctype in ["", "<!DOCTYPE a>", "<!DOCTYPE a SYSTEM 'a.dtd'>"] {
      let result = events(doctype + "\n" + text)
      #expect(result.problem?.kind == .malformed, "\(doctype)")
      #expect(result.problem?.line == 2)
    }
  }

  @Test func `a bomb of entities doesn't go off`() {
    var text = "<!DOCTYPE l [<!ENTITY a0 'ha'>"
    for level in 1...9 {
      let inner = String(repeating: "&a\(level - 1);", count: 10)
      text += "<!ENTITY a\(level) '\(inner)'>"
    }
    let result = events(text + "]><l>&a9;</l>")
    #expect(result.problem?.kind == .doctype)
    #expect(result.events.isEmpty)
  }

  @Test func `no hint in a document makes the reader fetch a schema`() throws {
    let text = """
      <a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'
        xsi:noNamespaceSchemaLocation='/etc/hostname' xsi:schemaLocation='urn:x /etc/passwd'/>
      """
    let schema = try XMLSchema(
      bytes: Array(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a'/></xs:schema>"
          .utf8))
    let document = try XMLElement.parse(Array(text.utf8), schema: schema)
    #expect(document.violations.allSatisfy { !$0.text.contains("root:") })
    #expect(document.root.name.local == "a")
  }

  @Test(arguments: [false, true])
  func `depth is limited`(closes: Bool) {
    let depth = 10_000
    let text =
      String(repeating: "<a>\n", count: depth)
      + (closes ? String(repeating: "</a>", count: depth) : "")
    let found = problem(text)
    #expect(found?.kind == .tooDeep)
    #expect(found?.line == 257)
    #expect(
      problem(String(repeating: "<a>", count: 256) + String(repeating: "</a>", count: 256)) == nil)
  }

  @Test func `a huge attribute, comment or name is refused`() {
    let huge = String(repeating: "x", count: 3_000_000)
    for text in ["<a b='\(huge)'/>", "<a><!--\(huge)--></a>", "<\(huge)/>", "<a><?p \(huge)?></a>"]
    {
      #expect(problem(text)?.kind == .tooLarge)
    }
    let allowed = String(repeating: "x", count: 200_000)
    #expect(problem("<a b='\(allowed)'/>") == nil)
  }

  @Test func `huge text is refused, and the limit is the caller's`() {
    var limits = XMLLimits()
    limits.textBytes = 1_000_000
    let fitting = String(repeating: "x", count: 1_000_000)
    #expect(problem("<a>\(fitting)</a>", limits: limits) == nil)
    #expect(problem("<a>\(fitting)x</a>", limits: limits)?.kind == .tooLarge)
    #expect(problem("<a><![CDATA[\(fitting)x]]></a>", limits: limits)?.kind == .tooLarge)
  }

  @Test func `too many attributes or namespaces are refused`() {
    let attributes = (0..<20_000).map { " a\($0)=''" }.joined()
    #expect(problem("<a\(attributes)/>")?.kind == .tooLarge)
    let namespaces = (0..<100).map { " xmlns:n\($0)='u'" }.joined()
    let nested = String(repeating: "<a\(namespaces)>", count: 50)
    #expect(problem(nested)?.kind == .tooLarge)
    var limits = XMLLimits()
    limits.names = 3
    #expect(problem("<a><b c='1'/><b/></a>", limits: limits) == nil)
    #expect(problem("<a><b c='1' d='1'/></a>", limits: limits)?.kind == .tooLarge)
    let siblings = String(repeating: "<a\(namespaces)/>", count: 50)
    #expect(problem("<r>\(siblings)</r>") == nil)
  }

  @Test func `a document beyond the size limit is refused`() {
    var limits = XMLLimits()
    limits.bytes = 1000
    let text = "<a>" + String(repeating: "<b/>", count: 300) + "</a>"
    #expect(problem(text, limits: limits)?.kind == .tooLarge)
    limits.bytes = text.utf8.count
    #expect(problem(text, limits: limits) == nil)
  }

  @Test func `a subtree with too many elements isn't taken into memory`() {
    var limits = XMLLimits()
    limits.subtreeElements = 10
    let fitting = "<a>" + String(repeating: "<b/>", count: 9) + "</a>"
    let beyond = "<a>" + String(repeating: "<b/>", count: 10) + "</a>"
    #expect(throws: Never.self) { try XMLElement.parse(Array(fitting.utf8), limits: limits) }
    #expect { try XMLElement.parse(Array(beyond.utf8), limits: limits) } throws: {
      ($0 as? XMLProblem)?.kind == .tooLarge
    }
  }

  @Test(arguments: ["/nonexistent/offer.xml", "/", "/dev/zero"])
  func `what is no file is refused`(path: String) {
    #expect { try XMLPartReader(path: path) } throws: { ($0 as? XMLProblem)?.kind == .unreadable }
  }

  @Test func `a reader that is dropped half way frees what it holds`() throws {
    let schema = try XMLSchema(
      bytes: Array(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a'/></xs:schema>"
          .utf8))
    let bytes = Array(("<a>" + String(repeating: "<b>x</b>", count: 50_000) + "</a>").utf8)
    for count in 0..<50 {
      let reader = XMLPartReader(bytes: bytes, schema: schema)
      for _ in 0..<count {
        let event = try reader.next()
        #expect(event != nil)
      }
    }
  }
}
