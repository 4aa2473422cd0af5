import Measures
import XMLReading

/// What a plain line of a quotation can say. Most lines of a long quotation say no more than this.
enum PlainPart: Int, Sendable {
  case number
  /// The seller's number of the article.
  case identifier
  /// What the line is known by where there is no such number.
  case ownIdentifier
  case name
  /// Stands in for the name.
  case description
  case quantity
  case amount
  case price
  case base
  case tax
}

/// Where the parts of a plain line stand in a format: what to do with an element of a name, by the
/// element in which it stands. Whatever no rule names is passed over, as in any other line.
struct PlainRule<Name: DocumentName> {
  enum Action {
    /// What is in it belongs to the line as well.
    case enter
    case take(PlainPart)
    /// The line says more than plain lines do.
    case giveUp
  }

  /// The element in which it stands; `nil` for the line itself.
  let parent: Name?
  let name: Name
  let action: Action

  init(_ parent: Name?, _ name: Name, _ action: Action) {
    self.parent = parent
    self.name = name
    self.action = action
  }
}

/// Takes plain lines apart in one pass over their records, by the numbers of names.
struct PlainLineForm<Name: DocumentName> {
  private let rules: [PlainRule<Name>]
  /// The elements that are entered; the line itself is the first place, they are the next.
  private let containers: [Name]
  /// What to do with an element: ``places`` entries for each number of a name.
  private var actions: [UInt8] = []
  private var knownNames = 0
  private let places: Int

  private static var giveUp: UInt8 { .max }
  private static var firstPart: UInt8 { 0x40 }

  init(_ rules: [PlainRule<Name>]) {
    self.rules = rules
    containers = rules.compactMap { if case .enter = $0.action { $0.name } else { nil } }
    places = containers.count + 1
  }

  /// The parts of a line; `nil` if it says anything else that matters.
  mutating func line(_ part: DocumentPart<Name>) -> PlainLine<Name>? {
    learn(part.scope.elements)
    return part.scope.chunk.records.withUnsafeBufferPointer { records in
      actions.withUnsafeBufferPointer { actions in
        var line = PlainLine(scope: part.scope, index: part.index)
        var index = part.index + 1
        var place = 0
        // The places that have been entered, a byte each; places enter each other only downwards.
        var entered: UInt64 = 0
        while index < records.count {
          let record = records[index]
          switch record.kind {
          case .attribute, .text: index += 1
          case .end:
            if entered == 0 { return line }
            place = Int(truncatingIfNeeded: entered & 0xFF)
            entered >>= 8
            index += 1
            // The line itself is place 0, so that one more bit tells it from nothing.
            place &= 0x7F
          case .start:
            let action = actions[Int(record.name) * places + place]
            if action == 0 {
              index += max(1, Int(record.length))
            } else if action == Self.giveUp {
              return nil
            } else if action >= Self.firstPart {
              guard line.put(index, as: Int(action - Self.firstPart)) else { return nil }
              index += max(1, Int(record.length))
            } else {
              guard line.enter(Int(action)) else { return nil }
              entered = entered << 8 | UInt64(place | 0x80)
              place = Int(action)
              index += 1
            }
          }
        }
        return nil
      }
    }
  }

  /// Works out what to do with names that have come up since.
  private mutating func learn(_ elements: [Name?]) {
    guard elements.count > knownNames else { return }
    for name in elements[knownNames...] {
      var row = [UInt8](repeating: 0, count: places)
      for rule in rules where rule.name == name {
        let place = rule.parent.map { (containers.firstIndex(of: $0) ?? -1) + 1 } ?? 0
        row[place] =
          switch rule.action {
          case .enter: UInt8((containers.firstIndex(of: rule.name) ?? 0) + 1)
          case .take(let part): Self.firstPart + UInt8(part.rawValue)
          case .giveUp: Self.giveUp
          }
      }
      actions += row
    }
    knownNames = elements.count
  }
}

/// A line of a quotation that says nothing but a name, numbers, a quantity and what it costs; its
/// texts are still those of the document.
struct PlainLine<Name: DocumentName> {
  let scope: DocumentScope<Name>
  /// The number of the line's own start tag among the records.
  let index: Int
  private var parts = SIMD16<Int32>(repeating: -1)
  private var entered = 0

  init(scope: DocumentScope<Name>, index: Int) {
    self.scope = scope
    self.index = index
  }

  func holds(_ part: PlainPart) -> Bool { parts[part.rawValue] >= 0 }

  /// Whether two parts are both there with the same text.
  func agree(_ first: PlainPart, _ second: PlainPart) -> Bool {
    guard let one = text(first), let other = text(second) else { return false }
    return one == other
  }

  /// Whether what stands in the place of the line's number is not that number.
  var hasLooseNumber: Bool {
    !holds(.identifier) && holds(.ownIdentifier) && !agree(.ownIdentifier, .number)
  }

  /// Whether its name makes it neither an option nor one of several editions.
  var isOrdinary: Bool { name.map { !OptionalWords.mayBeIn($0) } ?? false }

  /// Works with the text of a part, without blanks around it.
  ///
  /// - Returns: `nil` if there is no text, or one with elements in it.
  func withText<Result>(
    _ part: PlainPart, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    let start = Int(parts[part.rawValue])
    guard start >= 0 else { return nil }
    let records = scope.chunk.records
    var next = start + 1
    while next < records.count, records[next].kind == .attribute { next += 1 }
    guard next < records.count, records[next].kind == .end else { return nil }
    let record = records[start]
    return scope.chunk.bytes.withUnsafeBufferPointer { bytes in
      var (first, end) = (Int(record.textStart), Int(record.textEnd))
      while first < end, bytes[first] <= 0x20 { first += 1 }
      while first < end, bytes[end - 1] <= 0x20 { end -= 1 }
      return first < end ? body(UnsafeBufferPointer(rebasing: bytes[first..<end])) : nil
    }
  }

  func text(_ part: PlainPart) -> String? {
    withText(part) { String(decoding: $0, as: UTF8.self) }
  }

  /// What is offered; `nil` if nothing says so.
  var name: String? {
    let name = (text(.name) ?? text(.description))?.trimmed
    return name?.isEmpty == false ? name : nil
  }

  func figure(_ part: PlainPart) -> Amount? {
    withText(part) { Amount(shortDigits: $0) } ?? nil
  }

  /// Whether an attribute of a part says the same as a text; if `nil`, whether it isn't there.
  func attribute(_ name: Name?, of part: PlainPart, is text: [UInt8]?) -> Bool {
    guard let record = attribute(name, of: part) else { return text == nil }
    guard let text else { return false }
    return scope.chunk.bytes.withUnsafeBufferPointer { bytes in
      text.withUnsafeBufferPointer { bytes.holds($0, in: record.textRange) }
    }
  }

  /// Whether an attribute of two parts says the same, or one of them says nothing.
  func attributesAgree(_ name: Name?, _ first: PlainPart, _ second: PlainPart) -> Bool {
    guard let one = attribute(name, of: first), let other = attribute(name, of: second) else {
      return true
    }
    return scope.chunk.bytes.withUnsafeBufferPointer {
      $0.holds(UnsafeBufferPointer(rebasing: $0[other.textRange]), in: one.textRange)
    }
  }

  private func attribute(_ name: Name?, of part: PlainPart) -> XMLRecord? {
    let start = Int(parts[part.rawValue])
    guard start >= 0, let name else { return nil }
    let records = scope.chunk.records
    var next = start + 1
    while next < records.count, records[next].kind == .attribute {
      if scope.attributes[Int(records[next].name)] == name { return records[next] }
      next += 1
    }
    return nil
  }

  /// Notes where a part stands; whether it is the first of its kind, or another description.
  fileprivate mutating func put(_ index: Int, as part: Int) -> Bool {
    if parts[part] >= 0 { return part == PlainPart.description.rawValue }
    parts[part] = Int32(truncatingIfNeeded: index)
    return true
  }

  /// Notes that an element was entered; whether for the first time.
  fileprivate mutating func enter(_ place: Int) -> Bool {
    defer { entered |= 1 << place }
    return entered & 1 << place == 0
  }
}
