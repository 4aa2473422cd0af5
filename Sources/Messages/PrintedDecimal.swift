internal import Measures

/// A decimal figure on its way to paper: a sign, digits and the place of the decimal point.
///
/// Figures are rounded on their shortest decimal text, the one that `evaluation.json` holds, so
/// that anyone can check a printed figure against the file with pencil and paper.
struct PrintedDecimal {
  /// Whether it is below zero.
  private(set) var isNegative: Bool
  /// Digits 0 to 9, the first not 0; empty for zero.
  private(set) var digits: [UInt8]
  /// Digits before the decimal point; may be negative or beyond the digits.
  private(set) var point: Int

  /// A figure; `nil` if it is not finite.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.init(text: value.description)
  }

  /// An exact figure.
  init(_ value: Amount) { self.init(text: value.text) }

  /// A whole number.
  init(_ value: Int) { self.init(text: String(value)) }

  /// Plain or exponent notation as `Double.description` and `Amount.text` write it.
  private init(text: String) {
    isNegative = false
    digits = []
    point = 0
    var seenPoint = false
    var exponent = ""
    var inExponent = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-") where !inExponent: isNegative = true
      case UInt8(ascii: "."): seenPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): inExponent = true
      case _ where inExponent: exponent.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        digits.append(byte - UInt8(ascii: "0"))
        if !seenPoint { point += 1 }
      }
    }
    point += Int(exponent.drop { $0 == "+" }) ?? 0
    trim()
  }

  /// Whether it is zero.
  var isZero: Bool { digits.isEmpty }

  /// The figure times a power of ten, exactly.
  func shifted(by places: Int) -> PrintedDecimal {
    var result = self
    if !result.isZero { result.point += places }
    return result
  }

  /// Rounded half away from zero to a number of decimals; negative ones round to tens, hundreds …
  func rounded(toPlaces places: Int) -> PrintedDecimal {
    var result = self
    let kept = point + places
    guard kept < digits.count else { return result }
    let roundsUp = kept >= 0 && digits[kept] >= 5
    result.digits = kept > 0 ? Array(digits[..<kept]) : []
    if roundsUp {
      var position = result.digits.count - 1
      while position >= 0, result.digits[position] == 9 {
        result.digits[position] = 0
        position -= 1
      }
      if position >= 0 {
        result.digits[position] += 1
      } else {
        result.digits.insert(1, at: 0)
        result.point += 1
      }
      // Nothing was kept before the digit that rounded up: 0.07 to one place is 0.1.
      if kept <= 0 { result.point = 1 - places }
    }
    result.trim()
    return result
  }

  /// Rounded to a number of significant digits.
  func rounded(toSignificant count: Int) -> PrintedDecimal {
    isZero ? self : rounded(toPlaces: count - point)
  }

  /// Decimals that the figure has.
  var places: Int { max(0, digits.count - point) }

  /// The digits before and after the point, the latter padded to a number of places; the figure
  /// must have been rounded to as many.
  func parts(places: Int) -> (whole: [UInt8], fraction: [UInt8]) {
    var whole: [UInt8] = []
    if point > 0 {
      for index in 0..<point { whole.append(index < digits.count ? digits[index] : 0) }
    } else {
      whole = [0]
    }
    var fraction: [UInt8] = []
    for index in 0..<max(0, places) {
      let position = point + index
      fraction.append(position >= 0 && position < digits.count ? digits[position] : 0)
    }
    return (whole, fraction)
  }

  private mutating func trim() {
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    point -= leading
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty {
      point = 0
      isNegative = false
    }
  }
}
