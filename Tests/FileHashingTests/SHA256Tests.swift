import ByteSources
import FileHashing
import Foundation
import Testing

@Suite struct SHA256Tests {
  /// The examples of FIPS 180-2, appendix B, the empty message and one block boundary on either
  /// side (55, 56 and 64 bytes: where padding needs another block), from NIST's SHA256ShortMsg and
  /// coreutils.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 55),
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
    ),
    (
      String(repeating: "a", count: 64),
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
    ),
  ])
  func `published digests`(message: String, digest: String) throws {
    #expect(try SHA256.hexadecimal(of: message.utf8) == digest)
  }

  @Test func `a million letters, in one piece and not`() throws {
    let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(try SHA256.hexadecimal(of: [UInt8](repeating: 0x61, count: 1_000_000)) == digest)
    #expect(try SHA256.hexadecimal(of: repeatElement(0x61, count: 1_000_000)) == digest)
  }

  @Test func `bytes of a slice are those of the slice alone`() throws {
    let bytes = Array("xxabcxx".utf8)
    #expect(try SHA256.hexadecimal(of: bytes[2..<5]) == SHA256.hexadecimal(of: "abc".utf8))
  }
}

@Suite struct FileDigestTests {
  /// Lengths around the piece in which files are read.
  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func `a file has the digest of its bytes`(length: Int) throws {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
    #expect(
      try SHA256.hexadecimal(of: ByteSource(bytes)) == SHA256.hexadecimal(of: bytes))
  }

  @Test func `a file on disk has the digest that coreutils gives`() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "votum-digest-\(UInt64.random(in: 0...(.max)))").path
    try Data(repeating: 0x61, count: 1_000_000).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(
      try SHA256.hexadecimal(of: ByteSource(path: path))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
