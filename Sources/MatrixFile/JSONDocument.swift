/// A JSON text with the place of every value in it.
struct JSONDocument: Sendable {
  /// The text as it was read.
  let bytes: [UInt8]
  /// The outermost value.
  let root: JSONNode

  /// Line and column, both from 1, of a byte; columns count Unicode scalars.
  ///
  /// - Complexity: O(offset).
  static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var line = 1
    var start = 0
    let end = min(offset, bytes.count)
    for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      start = index + 1
    }
    // Bytes 10xxxxxx continue a scalar.
    return (line, 1 + bytes[start..<end].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) })
  }

  /// The characters of a number as they stand in the file.
  func text(ofNumber node: JSONNode) -> String {
    let end = bytes[node.offset...].firstIndex { !JSONReader.isNumberByte($0) } ?? bytes.count
    return String(decoding: bytes[node.offset..<end], as: UTF8.self)
  }
}

/// A JSON value and where it starts.
struct JSONNode: Sendable {
  /// What it is.
  enum Value: Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONNode])
    /// In the order of the file; keys are distinct.
    case object([JSONMember])
  }

  /// What it is.
  let value: Value
  /// The byte it starts at.
  let offset: Int

  /// The value of a key; nil if this is no object or has no such key.
  subscript(key: String) -> JSONNode? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.node
  }
}

/// A key of an object with its value.
struct JSONMember: Sendable {
  let key: String
  /// The byte the key starts at.
  let offset: Int
  let node: JSONNode
}

/// Why a text is no JSON.
struct JSONProblem: Error, Equatable {
  /// What is wrong.
  enum Kind: Equatable {
    case empty
    case notUTF8
    case expected(Expectation)
    case duplicateKey(String)
    case notANumber
    case numberTooLarge
    case badEscape
    case comment
    case controlCharacter
    case openString
    case textAfterEnd
    case tooDeep(limit: Int)
    case tooManyValues(limit: Int)
  }

  /// What should have stood there.
  enum Expectation: Equatable {
    case value
    case key
    case colon
    case commaOrBracket
    case commaOrBrace
  }

  let kind: Kind
  /// The byte it was noticed at.
  let offset: Int
}
