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
  /// What is said beside the name, which may make the line an option.
  case note
  case remark
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
  private let places: Int
  /// What to do with an element: ``places`` entries for each number of a name.
  private var actions: [UInt8] = []
  /// Whether a number of a name is that of the attribute of a currency or a unit.
  private var isMeasure: [Bool] = []

  private static var giveUp: UInt8 { .max }
  private static var firstPart: UInt8 { 0x40 }

  init(_ rules: [PlainRule<Name>]) {
    self.rules = rules
    containers = rules.compactMap { if case .enter = $0.action { $0.name } else { nil } }
    places = containers.count + 1
  }

  /// The parts of a line; `nil` if it says anything else that matters.
  mutating func line(_ part: DocumentPart<Name>) -> PlainLine? {
    learn(part.scope)
    let chunk = part.scope.chunk
    return chunk.records.withUnsafeBufferPointer { records in
      chunk.bytes.withUnsafeBufferPointer { bytes in
        var line = PlainLine(chunk: chunk, place: records[part.index])
        return fill(&line, from: records, bytes, at: part.index + 1) ? line : nil
      }
    }
  }

  /// Goes through what is in a line; whether that is plain.
  private func fill(
    _ line: inout PlainLine, from records: UnsafeBufferPointer<XMLRecord>,
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    var index = start
    var place = 0
    // The places in which those that were entered lie, a byte each; none is entered twice.
    var outer: UInt64 = 0
    var depth = 0
    while index < records.count {
      let record = records[index]
      switch record.kind {
      case .attribute, .text: index += 1
      case .end:
        if depth == 0 { return true }
        depth -= 1
        place = Int(truncatingIfNeeded: outer & 0xFF)
        outer >>= 8
        index += 1
      case .start:
        let action = actions[Int(record.name) * places + place]
        if action == Self.giveUp { return false }
        if action == 0 || action >= Self.firstPart {
          if action != 0 {
            let text = text(of: record, at: index, records, bytes)
            guard let text, line.put(text, as: Int(action - Self.firstPart)) else { return false }
          }
          index += max(1, Int(record.length))
        } else {
          guard line.enter(Int(action)), depth < 8 else { return false }
          outer = outer << 8 | UInt64(place)
          place = Int(action)
          depth += 1
          index += 1
        }
      }
    }
    return false
  }

  /// Where the text of an element stands, and what it names as its currency or unit; `nil` if it has
  /// no text, or elements.
  private func text(
    of record: XMLRecord, at index: Int, _ records: UnsafeBufferPointer<XMLRecord>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> PlainLine.Text? {
    var (first, end) = (Int(record.textStart), Int(record.textEnd))
    while first < end, bytes[first] <= 0x20 { first += 1 }
    while first < end, bytes[end - 1] <= 0x20 { end -= 1 }
    if first == end { return nil }
    var measure = 0..<0
    var next = index + 1
    while next < records.count, records[next].kind == .attribute {
      if isMeasure[Int(records[next].name)] {
        // Nothing in these formats has both.
        if !measure.isEmpty { return nil }
        measure = records[next].textRange
      }
      next += 1
    }
    guard next < records.count, records[next].kind == .end else { return nil }
    return PlainLine.Text(
      start: Int32(truncatingIfNeeded: first), end: Int32(truncatingIfNeeded: end),
      measureStart: Int32(truncatingIfNeeded: measure.lowerBound),
      measureEnd: Int32(truncatingIfNeeded: measure.upperBound))
  }

  /// Works out what to do with names that have come up since.
  private mutating func learn(_ scope: DocumentScope<Name>) {
    guard scope.elements.count > isMeasure.count else { return }
    for name in scope.elements[isMeasure.count...] {
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
    for name in scope.attributes[isMeasure.count...] {
      isMeasure.append(
        name != nil && (name == Name.currencyAttribute || name == Name.unitAttribute))
    }
  }
}

/// A line of a quotation that says nothing but a name, numbers, a quantity and what it costs; its
/// texts are still those of the document.
struct PlainLine {
  /// Where a part's text stands among the chunk's bytes, without blanks around it, and the text of
  /// the attribute that names its currency or unit; empty if there is none.
  fileprivate struct Text {
    let start: Int32
    let end: Int32
    let measureStart: Int32
    let measureEnd: Int32
  }

  /// Where the line begins.
  let line: Int
  let column: Int
  private let chunk: XMLChunk
  // What stands where, by part: vectors need no memory of their own.
  private var starts = SIMD16<Int32>(repeating: 0)
  private var ends = SIMD16<Int32>(repeating: 0)
  private var measureStarts = SIMD16<Int32>(repeating: 0)
  private var measureEnds = SIMD16<Int32>(repeating: 0)
  private var entered = 0

  fileprivate init(chunk: XMLChunk, place: XMLRecord) {
    self.chunk = chunk
    line = Int(place.line)
    column = Int(place.column)
  }

  /// What is offered; `nil` if nothing says so.
  var name: String? {
    let name = text(holds(.name) ? .name : .description)?.trimmed
    return name?.isEmpty == false ? name : nil
  }

  /// Whether what stands in the place of the line's number is not that number.
  var hasLooseNumber: Bool {
    !holds(.identifier) && holds(.ownIdentifier) && text(.ownIdentifier) != text(.number)
  }

  /// Whether what is said beside the name may make it an option.
  var hasHint: Bool {
    chunk.bytes.withUnsafeBufferPointer { bytes in
      [PlainPart.description, .note, .remark].contains {
        holds($0) && OptionalWords.mayBeIn(bytes[range($0)])
      }
    }
  }

  /// Whether its name makes it neither an option nor one of several editions.
  var isOrdinary: Bool { name.map { !OptionalWords.mayBeIn($0) } ?? false }

  func holds(_ part: PlainPart) -> Bool { ends[part.rawValue] > 0 }

  func text(_ part: PlainPart) -> String? {
    guard holds(part) else { return nil }
    return chunk.bytes.withUnsafeBufferPointer {
      String(decoding: $0[range(part)], as: UTF8.self)
    }
  }

  func figure(_ part: PlainPart) -> Amount? {
    guard holds(part) else { return nil }
    return chunk.bytes.withUnsafeBufferPointer {
      Amount(shortDigits: UnsafeBufferPointer(rebasing: $0[range(part)]))
    }
  }

  /// Whether a part names that currency or unit; if `nil`, whether it names none.
  func measure(of part: PlainPart, is text: [UInt8]?) -> Bool {
    let range = measure(part)
    guard let text else { return range.isEmpty }
    return chunk.bytes.withUnsafeBufferPointer { bytes in
      text.withUnsafeBufferPointer { bytes.holds($0, in: range) }
    }
  }

  /// Whether two parts name the same currency or unit, or one of them none.
  func measuresAgree(_ first: PlainPart, _ second: PlainPart) -> Bool {
    let (one, other) = (measure(first), measure(second))
    if one.isEmpty || other.isEmpty { return true }
    return chunk.bytes.withUnsafeBufferPointer {
      $0.holds(UnsafeBufferPointer(rebasing: $0[other]), in: one)
    }
  }

  private func range(_ part: PlainPart) -> Range<Int> {
    Int(starts[part.rawValue])..<Int(ends[part.rawValue])
  }

  private func measure(_ part: PlainPart) -> Range<Int> {
    Int(measureStarts[part.rawValue])..<Int(measureEnds[part.rawValue])
  }

  /// Notes where a part stands; whether it is the first of its kind, or another description.
  fileprivate mutating func put(_ text: Text, as part: Int) -> Bool {
    if ends[part] > 0 { return part == PlainPart.description.rawValue }
    starts[part] = text.start
    ends[part] = text.end
    measureStarts[part] = text.measureStart
    measureEnds[part] = text.measureEnd
    return true
  }

  /// Notes that an element was entered; whether for the first time.
  fileprivate mutating func enter(_ place: Int) -> Bool {
    defer { entered |= 1 << place }
    return entered & 1 << place == 0
  }
}
