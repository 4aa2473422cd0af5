#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// JSON as Votum writes it: sorted keys in snake case, indented, doubles by the shortest text that
/// reads back, slashes plain, a newline at the end. Same value, same bytes.
enum JSONFile {
  /// The bytes of a file.
  ///
  /// - Throws: ``ReportFailure/notEncodable(what:)`` if a figure is not finite.
  static func bytes(_ value: some Encodable, what: String) throws(ReportFailure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    do {
      return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    } catch {
      throw .notEncodable(what: what)
    }
  }

  /// The value that a file holds.
  ///
  /// - Throws: ``ReportFailure/notDecodable(what:)`` if it is no JSON or of another layout.
  static func value<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8], what: String
  ) throws(ReportFailure) -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      return try decoder.decode(type, from: Data(bytes))
    } catch {
      throw .notDecodable(what: what)
    }
  }
}
