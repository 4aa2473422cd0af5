/// The languages that Votum speaks.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
  /// German, as written in Germany.
  case german = "de"
  /// English.
  case english = "en"
}

/// A text in both languages; what one of them lacks does not compile.
public struct LocalText: Sendable, Hashable, Codable {
  /// The German wording.
  public let de: String
  /// The English wording.
  public let en: String

  /// A text in both languages.
  public init(de: String, en: String) {
    self.de = de
    self.en = en
  }

  /// A text that is the same in both languages, such as a name.
  public init(_ name: String) { self.init(de: name, en: name) }

  /// The wording in one language.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .german: de
    case .english: en
    }
  }
}
