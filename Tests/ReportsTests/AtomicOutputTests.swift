import Foundation
import Messages
import Testing

@testable import Reports

@Suite("Output files")
struct AtomicOutputTests {
  /// A folder of its own for a test, gone afterwards.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "votum-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  private func files(_ content: String) -> [OutputFile] {
    ["a.csv", "b.csv", "c.csv"].map { OutputFile(name: $0, bytes: Array("\($0) \(content)".utf8)) }
  }

  @Test("Makes the folder with its parents and writes every file")
  func writes() throws {
    try inFolder { folder in
      let out = folder + "/deep/er/out"
      try AtomicOutput.write(files("1"), to: out)
      #expect(try names(out) == ["a.csv", "b.csv", "c.csv"])
      #expect(try text(out + "/b.csv") == "b.csv 1")
    }
  }

  @Test("Replaces earlier results, keeps what is not its own, leaves nothing behind")
  func replaces() throws {
    try inFolder { folder in
      try "mine".write(toFile: folder + "/notes.txt", atomically: false, encoding: .utf8)
      try AtomicOutput.write(files("1, a longer text than the next"), to: folder + "/")
      try AtomicOutput.write(files("2"), to: folder)
      #expect(try names(folder) == ["a.csv", "b.csv", "c.csv", "notes.txt"])
      #expect(try text(folder + "/a.csv") == "a.csv 2")
      #expect(try text(folder + "/notes.txt") == "mine")
    }
  }

  @Test("Writes empty and large files whole")
  func sizes() throws {
    try inFolder { folder in
      let large = [UInt8](repeating: 7, count: 5_000_000)
      try AtomicOutput.write(
        [OutputFile(name: "none", bytes: []), OutputFile(name: "large", bytes: large)],
        to: folder)
      #expect(try Data(contentsOf: URL(filePath: folder + "/none")).isEmpty)
      #expect(try Data(contentsOf: URL(filePath: folder + "/large")) == Data(large))
    }
  }

  @Test("A file that cannot take its place leaves all earlier results as they were")
  func obstacle() throws {
    try inFolder { folder in
      try AtomicOutput.write(files("1"), to: folder)
      try FileManager.default.removeItem(atPath: folder + "/c.csv")
      try FileManager.default.createDirectory(
        atPath: folder + "/c.csv", withIntermediateDirectories: false)
      let failure = #expect(throws: OutputFailure.self) {
        try AtomicOutput.write(files("2"), to: folder)
      }
      #expect(failure?.path == folder + "/c.csv")
      #expect(failure?.code == EISDIR)
      #expect(try names(folder) == ["a.csv", "b.csv", "c.csv"])
      #expect(try text(folder + "/a.csv") == "a.csv 1")
      #expect(try text(folder + "/b.csv") == "b.csv 1")
    }
  }

  @Test("A failed first run leaves none of its files")
  func failedFirstRun() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/c.csv", withIntermediateDirectories: false)
      #expect(throws: OutputFailure.self) { try AtomicOutput.write(files("1"), to: folder) }
      #expect(try names(folder) == ["c.csv"])
    }
  }

  @Test("A file that cannot be written at all leaves all earlier results as they were")
  func unwritable() throws {
    try inFolder { folder in
      try AtomicOutput.write(files("1"), to: folder)
      let tooLong = OutputFile(name: String(repeating: "x", count: 300), bytes: [1])
      let failure = #expect(throws: OutputFailure.self) {
        try AtomicOutput.write(files("2") + [tooLong], to: folder)
      }
      #expect(failure?.code == ENAMETOOLONG)
      #expect(try names(folder) == ["a.csv", "b.csv", "c.csv"])
      #expect(try text(folder + "/a.csv") == "a.csv 1")
    }
  }

  @Test("A folder whose parent is a file is refused with the path and a reason")
  func parentIsFile() throws {
    try inFolder { folder in
      try "file".write(toFile: folder + "/file", atomically: false, encoding: .utf8)
      for out in ["/file", "/file/out", "/file/out/deeper"] {
        let failure = #expect(throws: OutputFailure.self) {
          try AtomicOutput.write(files("1"), to: folder + out)
        }
        let text = try #require(failure).text
        #expect(failure?.path.hasPrefix(folder + "/file") == true)
        #expect(text.en.contains("a file is where a folder should be"))
        #expect(text.de.contains("liegt eine Datei"))
      }
      #expect(try text(folder + "/file") == "file")
    }
  }

  @Test("Temporary names left by a run that was killed do not stand in the way")
  func leftovers() throws {
    try inFolder { folder in
      let name = ".a.csv.\(ProcessInfo.processInfo.processIdentifier)-0.tmp"
      try "old".write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
      try AtomicOutput.write(files("1"), to: folder)
      #expect(try text(folder + "/a.csv") == "a.csv 1")
      #expect(try text(folder + "/" + name) == "old")
    }
  }
}
