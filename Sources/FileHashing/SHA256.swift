public import ByteSources
internal import CCrypto

/// The SHA-256 digest of FIPS 180-4, computed by the system's libcrypto.
///
/// Manifests and sealed rules name their inputs by it; nothing secret is ever hashed here.
public enum SHA256 {
  /// Why a digest could not be had.
  public enum Failure: Error, Sendable, Hashable {
    /// The system's libcrypto refused to compute it (for instance by a local policy).
    case unavailable
    /// The file could not be read to its end.
    case unreadable(InputFault)
  }

  /// The digest of some bytes as 64 lower-case hexadecimal digits.
  ///
  /// - Parameter bytes: any bytes, none included.
  /// - Throws: ``Failure`` if libcrypto gives no digest.
  /// - Complexity: O(*n*), without a copy where the bytes lie in one piece of memory.
  public static func hexadecimal(of bytes: some Sequence<UInt8>) throws(Failure) -> String {
    let digest =
      bytes.withContiguousStorageIfAvailable(digest(of:))
      ?? Array(bytes).withUnsafeBufferPointer(digest(of:))
    guard let digest else { throw .unavailable }
    return text(digest)
  }

  /// The digest of a file, of which a piece is in memory at a time.
  ///
  /// - Throws: ``Failure`` if the file can't be read, or libcrypto gives no digest.
  public static func hexadecimal(of source: ByteSource) throws(Failure) -> String {
    guard let context = EVP_MD_CTX_new() else { throw .unavailable }
    defer { EVP_MD_CTX_free(context) }
    guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else { throw .unavailable }
    var piece = [UInt8](repeating: 0, count: pieceBytes)
    var offset = 0
    while true {
      let count: Int
      do throws(InputFault) {
        count = try source.read(at: offset, into: &piece, 0..<piece.count)
      } catch {
        throw .unreadable(error)
      }
      if count == 0 { break }
      guard EVP_DigestUpdate(context, piece, count) == 1 else { throw .unavailable }
      offset += count
    }
    var written: UInt32 = 0
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    guard EVP_DigestFinal_ex(context, &digest, &written) == 1, written == byteCount else {
      throw .unavailable
    }
    return text(digest.prefix(byteCount))
  }

  private static func text(_ digest: some Sequence<UInt8>) -> String {
    var text = ""
    text.reserveCapacity(2 * byteCount)
    for byte in digest {
      text.unicodeScalars.append(hexadecimalDigit(byte >> 4))
      text.unicodeScalars.append(hexadecimalDigit(byte & 0xF))
    }
    return text
  }

  private static let byteCount = 32
  private static let pieceBytes = 1 << 16

  private static func hexadecimalDigit(_ nibble: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(nibble < 10 ? 0x30 + nibble : 0x61 + nibble - 10)
  }

  private static func digest(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var written: UInt32 = 0
    var succeeded = false
    let digest = [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
      succeeded =
        EVP_Digest(
          bytes.baseAddress, bytes.count, buffer.baseAddress, &written, EVP_sha256(), nil) == 1
      count = succeeded ? Int(written) : 0
    }
    return succeeded && digest.count == byteCount ? digest : nil
  }
}
