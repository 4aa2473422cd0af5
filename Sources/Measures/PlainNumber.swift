/// A number of a file that Votum's users write by hand: decimal point or comma, no grouping.
///
/// A single number has no column that proves its style, so `1.234` is refused with both readings
/// (`rulings.md` R9). `0.125` is not: no one groups after a nought.
public struct PlainNumber: Sendable, Hashable {
  /// The value as written, 5 for `5 %`.
  public let value: Amount
  /// Whether a percent sign follows.
  public let isPercent: Bool

  /// The value as a share: 0.05 for `5 %` and for `0.05`.
  public var share: Amount {
    // A hundredth of 12 decimals may have 14; the text's own decimals were checked to leave room.
    isPercent ? Amount(units: value.units / 100) : value
  }

  /// Reads `1234.5`, `1234,5`, `-3`, `5 %`, `5%`.
  ///
  /// - Throws: Why it cannot be read, in particular ``NumberTextProblem/ambiguous(point:comma:)``.
  public init(_ text: String) throws(NumberTextProblem) {
    var body = Substring(text)
    func trim() {
      body = body.drop { $0.isWhitespace }
      while body.last?.isWhitespace == true { body.removeLast() }
    }
    trim()
    if body.isEmpty { throw .empty }
    isPercent = body.hasSuffix("%")
    if isPercent {
      body.removeLast()
      trim()
    }
    var negative = false
    if let sign = body.first, ["-", "+", "\u{2212}"].contains(sign) {
      negative = sign != "+"
      body.removeFirst()
    }
    let digits = Array(body.utf8)
    let isDigit = { (byte: UInt8) in byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
    let marks = digits.indices.filter { !isDigit(digits[$0]) }
    guard digits.contains(where: isDigit) else { throw .notANumber }
    guard let first = marks.first else {
      value = try PlainNumber.amount(digits, mark: nil, negative, isPercent)
      return
    }
    let isMark = digits[first] == UInt8(ascii: ".") || digits[first] == UInt8(ascii: ",")
    guard isMark else { throw PlainNumber.problem(of: body) }
    guard marks.count == 1 else {
      let onlyMarks = marks.allSatisfy {
        digits[$0] == UInt8(ascii: ".") || digits[$0] == UInt8(ascii: ",")
      }
      if onlyMarks { throw .badGroups }
      throw PlainNumber.problem(of: body)
    }
    let decimals = digits.count - first - 1
    if decimals == 0 { throw .badGroups }
    let parsed = try PlainNumber.amount(digits, mark: first, negative, isPercent)
    if decimals == 3, (1...3).contains(first), digits[0] != UInt8(ascii: "0") {
      let grouped = try PlainNumber.amount(
        Array(digits[..<first] + digits[(first + 1)...]), mark: nil, negative, isPercent)
      let isPoint = digits[first] == UInt8(ascii: ".")
      throw .ambiguous(point: isPoint ? parsed : grouped, comma: isPoint ? grouped : parsed)
    }
    value = parsed
  }

  private static func amount(
    _ digits: [UInt8], mark: Int?, _ negative: Bool, _ isPercent: Bool
  ) throws(NumberTextProblem) -> Amount {
    let point = mark.map { digits[$0] } ?? UInt8(ascii: ".")
    switch Amount.parse(digits: digits, point: point) {
    case .success(let amount):
      if isPercent, amount.units % 100 != 0 { throw .tooManyDecimals }
      return Amount(units: negative ? -amount.units : amount.units)
    case .failure(.malformed): throw .notANumber
    case .failure(.tooManyDecimals): throw .tooManyDecimals
    case .failure(.tooLarge): throw .tooLarge
    }
  }

  /// Says more about a text that is not a number, if the reader of people's numbers can.
  private static func problem(of text: Substring) -> NumberTextProblem {
    do {
      _ = try NumberText(String(text))
    } catch .exponent {
      return .exponent
    } catch .unknownWord(let word) {
      return .unknownWord(word)
    } catch {
      return .notANumber
    }
    return .badGroups
  }
}
