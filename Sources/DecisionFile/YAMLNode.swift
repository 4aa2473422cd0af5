import Messages

/// A node of a YAML file with its place; scalars are kept as written.
struct YAMLNode: Sendable, Equatable {
  /// What a node holds.
  enum Content: Sendable, Equatable {
    /// A text as written, and whether it stands without quotes.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Keys and values in the order written; keys may repeat.
    case mapping([Pair])
  }

  /// A key and its value.
  struct Pair: Sendable, Equatable {
    let key: YAMLNode
    let value: YAMLNode
  }

  let content: Content
  let position: SourcePosition

  /// The text of a scalar.
  var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// Whether nothing stands here: `key:` without a value.
  var isEmpty: Bool { content == .scalar("", isPlain: true) }

  /// What the node is, in words.
  var kind: LocalText {
    switch content {
    case .scalar: LocalText(de: "ein einzelner Wert", en: "a single value")
    case .sequence: LocalText(de: "eine Liste", en: "a list")
    case .mapping: LocalText(de: "eine Gruppe von Schlüsseln", en: "a group of keys")
    }
  }
}
