import Measures

/// A number as XML Schema writes it (`xs:decimal`, `xs:double`).
struct XMLNumber {
  /// Why a text is no such number.
  enum Fault: Error {
    case notANumber
    /// Beyond 26 digits before the point.
    case tooLarge
  }

  /// The number, rounded half up at the 12th decimal.
  let value: Amount
  /// Whether there were more decimals than are kept.
  let isRounded: Bool

  private static let digitLimit = 400

  init(_ text: String) throws(Fault) {
    if let plain = Amount(plain: text) {
      value = plain
      isRounded = false
      return
    }
    let halves = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard let mantissa = halves.first, halves.count <= 2 else { throw .notANumber }
    let exponent = halves.count == 2 ? try XMLNumber.exponent(halves[1]) : 0
    var digits = Array(mantissa.utf8)
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    let point = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.count
    if point < digits.count { digits.remove(at: point) }
    guard XMLNumber.areDigits(digits) else { throw .notANumber }
    if digits.count > XMLNumber.digitLimit { throw .tooLarge }
    // The digits up to the 12th decimal, and the one behind that decides the rounding.
    let kept = point + exponent + Amount.decimals
    var units: Int128 = 0
    for index in 0..<max(0, kept) {
      let digit = index < digits.count ? Int128(digits[index] - UInt8(ascii: "0")) : 0
      let (shifted, over) = units.multipliedReportingOverflow(by: 10)
      let (next, over2) = shifted.addingReportingOverflow(digit)
      if over || over2 { throw .tooLarge }
      units = next
    }
    if kept >= 0, kept < digits.count, digits[kept] >= UInt8(ascii: "5") {
      let (next, over) = units.addingReportingOverflow(1)
      if over { throw .tooLarge }
      units = next
    }
    value = Amount(units: isNegative ? -units : units)
    isRounded = digits.dropFirst(max(0, kept)).contains { $0 != UInt8(ascii: "0") }
  }

  /// An exponent; one far out of range is as good as the limit.
  private static func exponent(_ text: Substring) throws(Fault) -> Int {
    var digits = Array(text.utf8)
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    guard areDigits(digits) else { throw .notANumber }
    let value = min(Int(String(decoding: digits, as: UTF8.self)) ?? .max, 2 * digitLimit)
    return isNegative ? -value : value
  }

  private static func areDigits(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }
}

extension Amount {
  /// A number as XML Schema writes it; `nil` if it is none, or out of range.
  init?(xml text: String) {
    guard let number = try? XMLNumber(text) else { return nil }
    self = number.value
  }
}
