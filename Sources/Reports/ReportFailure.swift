public import Messages

/// Why a report could not be made; a fault of the program, never of the inputs.
public enum ReportFailure: Error, Sendable, Hashable {
  /// A figure of the named file is not finite.
  case notEncodable(what: String)
  /// The named file is no JSON or of another layout.
  case notDecodable(what: String)
  /// The system gives no SHA-256.
  case noDigest

  /// What happened, for people.
  public var text: LocalText {
    switch self {
    case .notEncodable(let what):
      LocalText(
        de: "\(what) enthält eine Zahl, die keine ist; das ist ein Fehler im Programm",
        en: "\(what) holds a figure that is no number; this is a fault in the program")
    case .notDecodable(let what):
      LocalText(
        de: "\(what) ist kein JSON oder anders aufgebaut als erwartet",
        en: "\(what) is no JSON or not laid out as expected")
    case .noDigest:
      LocalText(
        de: "das System liefert keine SHA-256-Prüfsummen; libcrypto prüfen",
        en: "the system gives no SHA-256 digests; check libcrypto")
    }
  }
}
