import ByteSources
import Foundation
import Testing

@Suite struct ByteSourceTests {
  @Test(arguments: [0, 1, 4095, 70_000])
  func `memory and file give the same bytes, in any pieces`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    let path = NSTemporaryDirectory() + "byte-source-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { unlink(path) }
    for source in [ByteSource(bytes), try ByteSource(path: path)] {
      #expect(source.byteCount == count)
      #expect(try source.bytes() == bytes)
      for piece in [1009, 4096, 100_000] {
        var joined: [UInt8] = []
        var buffer = [UInt8](repeating: 0xEE, count: piece + 7)
        while case let read = try source.read(at: joined.count, into: &buffer, 5..<(5 + piece)),
          read > 0
        {
          joined += buffer[5..<(5 + read)]
          #expect(buffer.count == piece + 7)
          #expect(buffer[4] == 0xEE && buffer[5 + piece] == 0xEE)
        }
        #expect(joined == bytes)
      }
      var buffer: [UInt8] = [1, 2, 3]
      #expect(try source.read(at: count + 10, into: &buffer, 0..<3) == 0)
      #expect(buffer == [1, 2, 3])
    }
  }

  @Test(
    arguments: [
      ("/no/such/file", InputFault.missing), ("/tmp", .folder), ("/dev/null", .notAFile),
    ])
  func `what is no file says so`(path: String, fault: InputFault) {
    #expect(throws: fault) { try ByteSource(path: path) }
  }

  @Test func `a file beyond the limit is refused`() throws {
    let path = NSTemporaryDirectory() + "byte-source-\(UUID().uuidString)"
    try Data(repeating: 0x61, count: 11).write(to: URL(fileURLWithPath: path))
    defer { unlink(path) }
    #expect(try ByteSource(path: path, limit: 11).byteCount == 11)
    #expect(throws: InputFault.tooLarge(bytes: 11)) { try ByteSource(path: path, limit: 10) }
  }

  @Test func `a pipe does not block`() throws {
    let path = NSTemporaryDirectory() + "byte-source-\(UUID().uuidString)"
    try #require(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    #expect(throws: InputFault.notAFile) { try ByteSource(path: path) }
  }
}
