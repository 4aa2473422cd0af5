/// A JSON value to be written; objects keep their order.
enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Finite, written by the shortest text that reads back; a whole number without a fraction.
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([Member])

  /// A key with its value.
  struct Member: Sendable, Equatable {
    let key: String
    let value: JSONValue

    init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// Numbers.
  static func numbers(_ figures: some Sequence<Double>) -> JSONValue {
    .array(figures.map { .number($0) })
  }

  /// Whole numbers.
  static func integers(_ figures: some Sequence<Int>) -> JSONValue {
    .array(figures.map { .integer($0) })
  }

  /// Texts.
  static func texts(_ texts: some Sequence<String>) -> JSONValue {
    .array(texts.map { .text($0) })
  }

  /// A flat list of numbers as rows.
  static func rows(_ figures: [Double], columns: Int) -> JSONValue {
    .array(
      stride(from: 0, to: figures.count, by: max(1, columns)).map {
        .numbers(figures[$0..<min($0 + columns, figures.count)])
      })
  }

  /// Rows of numbers.
  static func rows(_ rows: [[Double]]) -> JSONValue { .array(rows.map { .numbers($0) }) }

  /// A number, or null.
  static func optional(_ figure: Double?) -> JSONValue { figure.map { .number($0) } ?? .null }

  /// Whether every number in it is finite, so that it can be written.
  var isWritable: Bool {
    switch self {
    case .number(let figure): figure.isFinite
    case .array(let elements): elements.allSatisfy(\.isWritable)
    case .object(let members): members.allSatisfy(\.value.isWritable)
    case .null, .bool, .integer, .text: true
    }
  }
}

extension JSONValue {
  /// The value as UTF-8 text: a key on each line, a list of plain values on one, a newline at the
  /// end.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.write(self, indent: 0)
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}

private struct JSONWriter {
  var bytes: [UInt8] = []

  mutating func write(_ value: JSONValue, indent: Int) {
    switch value {
    case .null: add("null")
    case .bool(let flag): add(flag ? "true" : "false")
    case .integer(let figure): add(String(figure))
    case .number(let figure): add(Self.text(figure))
    case .text(let text): write(text)
    case .array(let elements):
      let isFlat = elements.allSatisfy(\.isPlain)
      list(elements, "[", "]", indent: isFlat ? nil : indent) { writer, element, inner in
        writer.write(element, indent: inner)
      }
    case .object(let members):
      let isFlat = indent > 0 && members.allSatisfy(\.value.isPlain)
      list(members, "{", "}", indent: isFlat ? nil : indent) { writer, member, inner in
        writer.write(member.key)
        writer.add(": ")
        writer.write(member.value, indent: inner)
      }
    }
  }

  private mutating func list<Element>(
    _ elements: [Element], _ open: String, _ close: String, indent: Int?,
    _ write: (inout JSONWriter, Element, Int) -> Void
  ) {
    add(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { add(indent == nil ? ", " : ",") }
      if let indent { newLine(indent + 1) }
      write(&self, element, (indent ?? 0) + 1)
    }
    if let indent, !elements.isEmpty { newLine(indent) }
    add(close)
  }

  private mutating func newLine(_ indent: Int) {
    add("\n" + String(repeating: "  ", count: indent))
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func write(_ text: String) {
    add("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": add("\\\"")
      case "\\": add("\\\\")
      case "\n": add("\\n")
      case "\r": add("\\r")
      case "\t": add("\\t")
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        add("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: add(String(scalar))
      }
    }
    add("\"")
  }

  private static func text(_ figure: Double) -> String {
    // Zero has no sign here, and a whole number no fraction.
    if figure == 0 { return "0" }
    let text = figure.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension JSONValue {
  fileprivate var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}
