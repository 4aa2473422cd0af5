/// A number as people write it: `1.234,56 €`, `CHF 1'234.50`, `12,5 %`, `(300)`, `1.250,–`, `5 T€`.
///
/// Whether point or comma stands before the decimals cannot always be told from one number, so the
/// text is read in both ways, and ``NumberStyle/decide(_:)`` chooses for a whole column. Grouping is
/// taken strictly: by one kind of mark (point, comma, apostrophe, blank), first group one to three
/// digits, all others three. Exponents, `NaN` and the like are refused.
public struct NumberText: Sendable, Hashable {
  /// The value if a point stands before the decimals; `nil` if the text cannot be read so.
  public let point: Amount?
  /// The value if a comma stands before the decimals; `nil` if the text cannot be read so.
  public let comma: Amount?
  /// Three-letter code of the currency written with it.
  public let currency: String?
  /// Whether a percent sign is written with it; the values are those before the sign, 5 for `5 %`.
  public let isPercent: Bool
  /// Whether a word for thousands or more is written with it; the values have it in them.
  public let hasMagnitude: Bool

  /// Reads a number.
  ///
  /// - Throws: Why it cannot be read in either way.
  public init(_ text: String) throws(NumberTextProblem) {
    if let plain = PlainDigits(text.utf8.span) {
      self.init(plain)
    } else {
      try self.init(scanning: text)
    }
  }

  /// Reads a number from the bytes of its text in UTF-8, as they stand in a file.
  ///
  /// - Throws: Why it cannot be read in either way.
  public init(utf8 bytes: Span<UInt8>) throws(NumberTextProblem) {
    if let plain = PlainDigits(bytes) {
      self.init(plain)
    } else {
      let text = bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
      try self.init(scanning: text)
    }
  }

  private init(_ plain: PlainDigits) {
    point = plain.point
    comma = plain.comma
    currency = nil
    isPercent = false
    hasMagnitude = false
  }

  /// Reads a number of any form.
  init(scanning text: String) throws(NumberTextProblem) {
    var scanner = NumberScanner(text)
    let parts = try scanner.scan()
    var readings: [NumberStyle: Amount] = [:]
    var problem = NumberTextProblem.badGroups
    for style in NumberStyle.allCases {
      switch parts.value(style) {
      case .success(let value): readings[style] = value
      case .failure(.badGroups): break
      case .failure(let other): problem = other
      }
    }
    if readings.isEmpty { throw problem }
    point = readings[.point]
    comma = readings[.comma]
    currency = parts.currency
    isPercent = parts.isPercent
    hasMagnitude = parts.zeros > 0
  }

  /// The value in a style.
  public func value(_ style: NumberStyle) -> Amount? {
    switch style {
    case .point: point
    case .comma: comma
    }
  }
}

/// Why a text is not a number that can be read.
public enum NumberTextProblem: Error, Sendable, Hashable {
  /// Nothing but blanks.
  case empty
  /// No digits, or characters that no number has.
  case notANumber
  /// A word or sign beside the digits that is no currency, magnitude or percent sign.
  case unknownWord(String)
  /// An exponent, such as `1e5`.
  case exponent
  /// Digits and separators that fit neither style, such as `1.23.4`.
  case badGroups
  /// More than 12 decimals.
  case tooManyDecimals
  /// Beyond the range of ``Amount``.
  case tooLarge
  /// Two readings with different values, where only one number is known.
  case ambiguous(point: Amount, comma: Amount)
}
