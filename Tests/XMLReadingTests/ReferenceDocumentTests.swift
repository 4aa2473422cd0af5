import Testing
import XMLReading

#if canImport(Glibc)
  import Glibc
#endif

/// Real documents of others, which lie beside the checkout where they are available at all.
@Suite(
  .enabled(
    if: ReferenceDocuments.areAvailable,
    "the reference documents are not there: ../shared/reference/documents"))
struct ReferenceDocumentTests {
  @Test func `a UBL quotation has its four lines and its total`() throws {
    let reader = try XMLPartReader(
      path: ReferenceDocuments.folder + "/ubl/UBL-Quotation-2.1-Example.xml")
    let cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    let cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    var amounts: [String] = []
    var payable: String?
    while let event = try reader.next() {
      guard case .start(let part) = event else { continue }
      let name = part.name
      if name == XMLName("QuotationLine", namespace: cac), let whole = try reader.complete(part) {
        let line = XMLElement(whole)
        let item = line.child(XMLName("LineItem", namespace: cac))
        amounts.append(item?.child(XMLName("LineExtensionAmount", namespace: cbc))?.text ?? "")
      } else if name == XMLName("PayableAmount", namespace: cbc) {
        payable = try reader.complete(part)?.text
      }
    }
    #expect(amounts == ["150500.00", "43750.00", "1750.00", "1750.00"])
    #expect(payable == "247187.50")
  }

  @Test(arguments: [
    "ubl/Consip_Catalogo_UBL.xml", "ubl/UBL-RequestForQuotation-2.1-Example.xml",
    "opentrans/sample_order_opentrans_2_1.xml", "opentrans/sample_invoice_opentrans_2_1.xml",
    "xmcda/rubis-performanceTable.xml",
  ])
  func `files are read to the end`(path: String) throws {
    let reader = try XMLPartReader(path: ReferenceDocuments.folder + "/" + path)
    var starts = 0
    while let event = try reader.next() {
      if case .start = event { starts += 1 }
    }
    #expect(starts > 10)
  }
}

enum ReferenceDocuments {
  /// `../shared/reference/documents`, seen from the top folder of the package.
  static let folder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    return parts.joined(separator: "/") + "/shared/reference/documents"
  }()

  static var areAvailable: Bool { access(folder, R_OK) == 0 }
}
