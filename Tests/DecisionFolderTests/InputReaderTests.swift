import ByteSources
import DecisionFolder
import Foundation
import Testing

@Suite struct InputReaderTests {
  @Test func readsWholeFiles() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("votum-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    for size in [0, 1, 4096, 100_001] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try Data(bytes).write(to: file)
      #expect(try InputReader.read(file.path) == bytes)
    }
  }

  @Test(arguments: [
    ("/no/such/file", InputFault.missing), ("/tmp", .folder), ("/dev/null", .notAFile),
    ("/dev/zero", .notAFile),
  ])
  func saysWhatIsInTheWay(path: String, fault: InputFault) {
    #expect(throws: fault) { try InputReader.read(path) }
  }

  @Test func findsTheFolderOfADecision() {
    #expect(DecisionFolder.location(of: "/tmp") == "/tmp")
    #expect(DecisionFolder.location(of: "/tmp/none/decision.yaml") == "/tmp/none")
    #expect(DecisionFolder.location(of: "decision.yaml") == ".")
  }
}
