import DecisionModel
import Messages
import OfferImport
import Testing
import XMLReading

/// Documents of any format are checked by a schema that the decision names for them.
@Suite("A schema named for a file")
struct SchemaCheckTests {
  static let own = files(["votum-offer-1.xsd": String(decoding: Schema.bytes, as: UTF8.self)])

  private static func files(_ texts: [String: String], path: String? = nil) -> XMLSchemaFiles {
    XMLSchemaFiles(path: path ?? texts.keys.first ?? "") { texts[$0].map { Array($0.utf8) } }
  }

  private static let space = "urn:oasis:names:specification:ubl:schema:xsd:"

  /// A schema in two files and folders, in the manner of UBL's: quotations with an ID of digits.
  private static let quotation = [
    "xsd/maindoc/Q.xsd": """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
        targetNamespace="\(space)Quotation-2" xmlns:b="\(space)CommonBasicComponents-2">
      <xs:import namespace="\(space)CommonBasicComponents-2" schemaLocation="../common/My%20B.xsd"/>
      <xs:element name="Quotation"><xs:complexType><xs:sequence>
        <xs:element ref="b:ID"/>
        <xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:schema>
    """,
    "xsd/common/My%20B.xsd": """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
        targetNamespace="\(space)CommonBasicComponents-2">
      <xs:include schemaLocation="./ID.xsd"/>
    </xs:schema>
    """,
    "xsd/common/ID.xsd": """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
      <xs:element name="ID" type="xs:integer"/>
    </xs:schema>
    """,
  ]

  private func read(_ text: String, _ files: XMLSchemaFiles) -> ReadOffer {
    ReadOffer([Array(text.utf8)], rules: files)
  }

  @Test("lets pass what keeps to it")
  func passes() {
    let read = read("<offer xmlns=\"urn:votum:offer:1\"><terms/></offer>", Self.own)
    #expect(read.findings == [])
    let good = Foreign.ubl(lines: [Foreign.line(item: "11")]).replacing("<b:ID>Q1", with: "<b:ID>1")
    let quotation = self.read(good, Self.files(Self.quotation, path: "xsd/maindoc/Q.xsd"))
    #expect(!quotation.diagnostics.hasErrors)
    #expect(quotation.offer.costs.count == 1)
  }

  @Test("tells what breaks it where it stands, and what else is wrong with the document")
  func breaks() {
    let text = Foreign.ubl(lines: [Foreign.line(quantity: "ten", item: "11")])
    let read = read(text, Self.files(Self.quotation, path: "xsd/maindoc/Q.xsd"))
    let errors = read.findings.filter { $0.hasPrefix("error") }
    #expect(
      errors == [
        "error 3:9 xmlAgainstSchema", "error 7:58 cellNotANumber",
      ])
    #expect(
      read.diagnostics.all.first?.message.text(.english).contains("xsd/maindoc/Q.xsd") == true)
  }

  @Test("is told with its own file and line where it can't be used")
  func unusable() {
    let document = Foreign.ubl(lines: [Foreign.line()])
    func findings(_ change: (inout [String: String]) -> Void) -> [String] {
      var files = Self.quotation
      change(&files)
      return read(document, Self.files(files, path: "xsd/maindoc/Q.xsd")).findings
        .filter { $0.hasPrefix("error") }
    }
    #expect(
      findings { $0["xsd/common/ID.xsd"] = nil } == [
        "error xsd/common/My%20B.xsd:3:3 schemaUnusable"
      ])
    for place in ["http://example.org/ID.xsd", "../../../ID.xsd", "/ID.xsd", "file:///ID.xsd"] {
      let found = findings {
        $0["xsd/common/My%20B.xsd"] = $0["xsd/common/My%20B.xsd"]?
          .replacing("./ID.xsd", with: place)
      }
      #expect(found == ["error xsd/common/My%20B.xsd:3:3 schemaUnusable"], "\(place)")
    }
    #expect(
      findings { $0["xsd/common/ID.xsd"] = "<xs:schema" } == [
        "error xsd/common/ID.xsd:1:11 schemaUnusable"
      ])
    let wrongType = findings {
      $0["xsd/common/ID.xsd"] = $0["xsd/common/ID.xsd"]?
        .replacing("xs:integer", with: "xs:intger")
    }
    #expect(wrongType == ["error xsd/common/ID.xsd:2:1 schemaUnusable"])
    #expect(
      findings { $0["xsd/common/ID.xsd"] = "<!DOCTYPE x []><xs:schema/>" }.allSatisfy {
        $0.hasPrefix("error xsd/common/ID.xsd:1:") && $0.hasSuffix("schemaUnusable")
      })
  }

  @Test("leaves a document that isn't XML with one error")
  func malformed() {
    let read = read("<offer xmlns=\"urn:votum:offer:1\"><terms></offer>", Self.own)
    #expect(read.findings.count == 1)
    #expect(read.findings.first?.hasSuffix("xmlMalformed") == true)
  }

  @Test("may refer to itself")
  func circular() {
    let files = [
      "a.xsd": """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:votum:offer:1">
      <xs:include schemaLocation="b.xsd"/><xs:element name="offer"/></xs:schema>
      """,
      "b.xsd": """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:votum:offer:1">
      <xs:include schemaLocation="a.xsd"/></xs:schema>
      """,
    ]
    let read = read(
      "<offer xmlns=\"urn:votum:offer:1\"/>", Self.files(files, path: "a.xsd"))
    #expect(read.findings == [])
  }
}
