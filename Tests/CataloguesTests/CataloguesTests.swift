import Foundation
import Testing

@testable import Catalogues

@Suite("Embedded files")
struct CataloguesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("Catalogues are those of the repository", arguments: ["erp", "lock-in"])
  func catalogue(id: String) throws {
    let file = try Data(contentsOf: Self.root.appending(path: "criteria/\(id).yaml"))
    let catalogue = try #require(Catalogue.all.first { $0.id == id })
    #expect(catalogue.bytes == [UInt8](file))
    #expect(catalogue.file == "votum:\(id).yaml")
  }

  @Test("Every catalogue of the repository is shipped, once")
  func complete() throws {
    let folder = Self.root.appending(path: "criteria").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }
    #expect(Catalogue.all.map { $0.id + ".yaml" }.sorted() == files.sorted())
    #expect(!Catalogue.shipped.contains(.lockIn))
  }

  @Test("The offer schema is that of the documentation")
  func schema() throws {
    let file = try Data(contentsOf: Self.root.appending(path: "docs/votum-offer-1.xsd"))
    #expect(OfferSchema.bytes == [UInt8](file))
  }
}
