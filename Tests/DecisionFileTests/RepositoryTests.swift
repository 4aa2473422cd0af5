import Catalogues
import Foundation
import Messages
import Testing

@testable import DecisionFile

@Suite("Files of the repository")
struct RepositoryTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("Sample decisions read without a finding")
  func samples() throws {
    let folder = Self.root.appending(path: "samples")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.contains("erp-selection"))
    for name in names.sorted() {
      let file = folder.appending(path: name).appending(path: "decision.yaml")
      guard let data = try? Data(contentsOf: file) else { continue }
      let outcome = read([UInt8](data))
      #expect(outcome.findings == [], "\(name)")
      #expect(outcome.decision != nil)
    }
  }

  @Test("Shipped catalogues read without an error", arguments: ["erp", "lock-in"])
  func catalogues(id: String) throws {
    let catalogue = try #require(Catalogue.all.first { $0.id == id })
    var diagnostics = Diagnostics()
    let file = CatalogueFile.read(
      bytes: catalogue.bytes, file: catalogue.file, diagnostics: &diagnostics)
    #expect(diagnostics.sorted.map { $0.text(.english) } == [])
    #expect(file?.id == catalogue.id)
  }
}
