internal import FileHashing

/// A script that a page carries: a constant of the program, so that nothing from outside can reach it.
struct PageScript {
  /// The whole script.
  let text: String

  /// Tables to sort, fold, walk through and ask.
  static let tables = PageScript(text: String(decoding: PackageResources.tables_js, as: UTF8.self))
  /// Weights and options changed by the reader.
  static let whatIf = PageScript(text: String(decoding: PackageResources.what_if_js, as: UTF8.self))
}

/// The digest by which a content security policy names a style sheet or a script: `sha256-` and
/// base 64.
enum PolicyDigest {
  /// The digest of a text.
  static func of(_ text: String) throws(SHA256.Failure) -> String {
    let digits = Array(try SHA256.hexadecimal(of: text.utf8).utf8)
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count - 1, by: 2) {
      bytes.append(value(digits[index]) << 4 | value(digits[index + 1]))
    }
    return "'sha256-" + base64(bytes) + "'"
  }

  private static func value(_ digit: UInt8) -> UInt8 {
    digit >= UInt8(ascii: "a") ? digit - UInt8(ascii: "a") + 10 : digit - UInt8(ascii: "0")
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = 0
      for offset in 0..<3 {
        bits = bits << 8 | (offset < group.count ? Int(group[start + offset]) : 0)
      }
      for place in 0..<4 {
        result.append(
          place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
