import Messages

/// Reads the keys of a group one by one and reports those that nobody asked for.
struct MappingReader {
  /// What a group is about; a kind always has the same keys.
  enum Kind: String, CaseIterable {
    case decision, goal, costGoal, criterion, scale, level, localText, weight, quantity
    case shareRange, dateRange, moneyRange
    case exchangeRate, exchangeShock, index, role, vat, team, delay
    case weighting, limits, waiver, verdict, assumedPrice, offer, offerFile, catalogue
    case scenario, scenarioOffer, twoWayTable, axis
    /// A group whose keys are names that the file chooses.
    case free
  }

  /// Where the group begins.
  let position: SourcePosition
  private let kind: Kind
  private let reading: Reading
  private var entries: [Entry] = []
  private var asked: Set<String> = []

  /// A key with its value.
  struct Entry {
    let name: String
    let position: SourcePosition
    let value: YAMLNode
  }

  /// A reader for a group; reports anything else. A key that repeats is reported and its first value
  /// holds.
  init?(_ node: YAMLNode, _ kind: Kind, _ reading: Reading) {
    guard case .mapping(let pairs) = node.content else {
      reading.error(node.position, .expectedMapping(node.kind))
      return nil
    }
    position = node.position
    self.kind = kind
    self.reading = reading
    var lines: [String: Int] = [:]
    for pair in pairs {
      guard let name = pair.key.text?.trimmingBlanks, !name.isEmpty else {
        reading.error(pair.key.position, .keyIsNoText())
        continue
      }
      if let line = lines[name] {
        reading.error(pair.key.position, .duplicateKey(name, line))
        continue
      }
      lines[name] = pair.key.position.line
      entries.append(Entry(name: name, position: pair.key.position, value: pair.value))
    }
  }

  /// The value of a key; `nil` if the key is missing, or empty, which is reported.
  mutating func optional(_ key: String) -> YAMLNode? {
    entry(key)?.value
  }

  /// The value of a key with the key's place; `nil` as for ``optional(_:)``.
  mutating func entry(_ key: String) -> Entry? {
    let isNew = asked.insert(key).inserted
    reading.remember(key, of: kind)
    guard let entry = entries.first(where: { $0.name == key }) else { return nil }
    if entry.value.isEmpty {
      if isNew { reading.error(entry.position, .emptyKey(key)) }
      return nil
    }
    return entry
  }

  /// The value of a key that must be there.
  mutating func required(_ key: String) -> YAMLNode? {
    if !has(key) {
      _ = entry(key)
      reading.error(position, .missingKey(key))
      return nil
    }
    return optional(key)
  }

  /// Whether a key is written, even if it is empty.
  func has(_ key: String) -> Bool { entries.contains { $0.name == key } }

  /// All keys of a group that names things freely; empty values are reported and left out.
  mutating func all() -> [Entry] { rest(where: { _ in true }) }

  /// The keys not asked for yet that meet a condition.
  mutating func rest(where isWanted: (String) -> Bool) -> [Entry] {
    var result: [Entry] = []
    for entry in entries where !asked.contains(entry.name) && isWanted(entry.name) {
      asked.insert(entry.name)
      if entry.value.isEmpty {
        reading.error(entry.position, .emptyKey(entry.name))
      } else {
        result.append(entry)
      }
    }
    return result
  }

  /// Reports the keys that nobody asked for.
  func finish() {
    let known = asked.sorted()
    for entry in entries where !asked.contains(entry.name) {
      let meant = reading.suggestion(for: entry.name, in: known)
      reading.error(entry.position, .unknownKey(entry.name, meant, known))
    }
  }
}
