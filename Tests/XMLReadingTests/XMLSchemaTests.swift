import Testing
import XMLReading

@Suite struct XMLSchemaTests {
  private static let opening = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>"
  private static let xsd = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:v" xmlns="urn:v"
        elementFormDefault="qualified">
      <xs:element name="offer">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="item" maxOccurs="unbounded">
              <xs:complexType>
                <xs:sequence>
                  <xs:element name="price" type="xs:decimal"/>
                </xs:sequence>
                <xs:attribute name="id" type="xs:positiveInteger" use="required"/>
              </xs:complexType>
            </xs:element>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:schema>
    """

  private func violations(_ text: String, limits: XMLLimits = XMLLimits()) throws -> XMLDocument {
    let schema = try XMLSchema(bytes: Array(Self.xsd.utf8))
    return try XMLElement.parse(Array(text.utf8), schema: schema, limits: limits)
  }

  @Test func `a document that keeps the rules has no violations`() throws {
    let document = try violations(
      "<offer xmlns='urn:v'><item id='1'><price>1.5</price></item></offer>")
    #expect(document.violations.isEmpty)
    #expect(document.root.children.first?.children.first?.text == "1.5")
  }

  @Test func `each violation has its line and says what is wrong`() throws {
    let document = try violations(
      """
      <offer xmlns='urn:v'>
        <item id='1'><price>1.5</price></item>
        <item><price>1</price></item>
        <item id='0'>
          <price>1,5</price>
        </item>
        <item id='4'>
        </item>
        <extra/>
      </offer>
      """)
    #expect(document.violations.allSatisfy { $0.kind == .schema })
    let lines = document.violations.map(\.line)
    #expect(Set(lines) == [3, 4, 5, 8, 9])
    #expect(lines == lines.sorted())
    let texts = document.violations.map(\.text)
    #expect(texts.contains { $0.contains("'id'") && $0.contains("required") })
    #expect(texts.contains { $0.contains("1,5") && $0.contains("decimal") })
    #expect(texts.contains { $0.contains("Missing child element") })
    #expect(texts.contains { $0.contains("extra") && $0.contains("not expected") })
    #expect(document.root.children.count == 5)
  }

  @Test func `lines are right beyond 65535`() throws {
    let good = "<item id='1'>\n<price>1</price>\n</item>\n"
    let text =
      "<offer xmlns='urn:v'>\n" + String(repeating: good, count: 23_000)
      + "<item id='x'>\n<price>y</price>\n</item>\n</offer>"
    let document = try violations(text)
    #expect(Set(document.violations.map(\.line)) == [69_002, 69_003])
  }

  @Test func `violations are capped and counted`() throws {
    var limits = XMLLimits()
    limits.violations = 10
    let text =
      "<offer xmlns='urn:v'>\n"
      + (1...50).map { "<item id='\($0)'><price>x</price></item>\n" }.joined() + "</offer>"
    let document = try violations(text, limits: limits)
    #expect(document.violations.count == 10)
    #expect(document.violations.count + document.omittedViolationCount >= 50)
  }

  @Test func `a malformed document ends, with the violations before`() throws {
    let schema = try XMLSchema(bytes: Array(Self.xsd.utf8))
    let reader = XMLPartReader(
      bytes: Array("<offer xmlns='urn:v'>\n<item/>\n<item>\n</offer>".utf8), schema: schema)
    #expect {
      while try reader.next() != nil {}
    } throws: {
      ($0 as? XMLProblem)?.kind == .malformed && ($0 as? XMLProblem)?.line == 4
    }
    #expect(reader.violations.contains { $0.line == 2 })
  }

  @Test(
    arguments: [
      ("not a schema", .notXML), ("<a/>", .schema), ("<!DOCTYPE a []><a/>", .doctype),
      ("\(opening)\n<xs:element name='a' type='b'/>\n</xs:schema>", .schema),
      ("\(opening)<xs:include schemaLocation='/etc/passwd'/></xs:schema>", .schema),
    ] as [(String, XMLProblem.Kind)])
  func `a schema that can't be used says why`(text: String, kind: XMLProblem.Kind) {
    #expect { try XMLSchema(bytes: Array(text.utf8)) } throws: {
      ($0 as? XMLProblem)?.kind == kind
    }
  }

  @Test func `one schema serves many documents`() throws {
    let schema = try XMLSchema(bytes: Array(Self.xsd.utf8))
    for number in 0..<20 {
      let text = "<offer xmlns='urn:v'><item id='\(number)'><price>1</price></item></offer>"
      let document = try XMLElement.parse(Array(text.utf8), schema: schema)
      #expect(document.violations.isEmpty == (number > 0))
    }
  }
}
