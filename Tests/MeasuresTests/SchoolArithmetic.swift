/// Whole numbers of any size as lists of decimal digits, computed as on paper: a second way of
/// computing that shares nothing with the binary one.
struct SchoolNumber: Equatable, CustomStringConvertible {
  var negative = false
  /// Digits, least significant first, without leading noughts; empty is nought.
  var digits: [Int] = []

  init(_ value: some BinaryInteger) {
    negative = value < 0
    digits = String(value).filter { $0 != "-" }.reversed().compactMap(\.wholeNumberValue)
    trim()
  }

  private init(negative: Bool, digits: [Int]) {
    self.negative = negative
    self.digits = digits
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { negative = false }
  }

  static func * (left: SchoolNumber, right: SchoolNumber) -> SchoolNumber {
    var result = [Int](repeating: 0, count: left.digits.count + right.digits.count + 1)
    for (i, a) in left.digits.enumerated() {
      for (j, b) in right.digits.enumerated() { result[i + j] += a * b }
    }
    for i in 0..<(result.count - 1) {
      result[i + 1] += result[i] / 10
      result[i] %= 10
    }
    return SchoolNumber(negative: left.negative != right.negative, digits: result)
  }

  static func + (left: SchoolNumber, right: SchoolNumber) -> SchoolNumber {
    let count = max(left.digits.count, right.digits.count) + 1
    var result = [Int](repeating: 0, count: count)
    for i in 0..<count {
      result[i] += (left.negative ? -1 : 1) * (i < left.digits.count ? left.digits[i] : 0)
      result[i] += (right.negative ? -1 : 1) * (i < right.digits.count ? right.digits[i] : 0)
    }
    let negative = (result.last { $0 != 0 } ?? 0) < 0
    if negative { result = result.map { -$0 } }
    for i in 0..<(count - 1) where result[i] < 0 {
      result[i] += 10
      result[i + 1] -= 1
    }
    for i in 0..<(count - 1) {
      result[i + 1] += result[i] / 10
      result[i] %= 10
    }
    for i in 0..<(count - 1) where result[i] < 0 {
      result[i] += 10
      result[i + 1] -= 1
    }
    return SchoolNumber(negative: negative, digits: result)
  }

  /// Long division with rounding half to even.
  func dividedHalfEven(by divisor: SchoolNumber) -> SchoolNumber {
    let minus = SchoolNumber(negative: true, digits: divisor.digits)
    var rest = SchoolNumber(0)
    var quotient: [Int] = []
    for digit in digits.reversed() {
      rest = rest * SchoolNumber(10) + SchoolNumber(digit)
      var times = 0
      while !(rest + minus).negative {
        rest = rest + minus
        times += 1
      }
      quotient.insert(times, at: 0)
    }
    let double = rest * SchoolNumber(2) + minus
    let isOdd = (quotient.first ?? 0) % 2 == 1
    var result = SchoolNumber(negative: false, digits: quotient)
    if !double.negative, double != SchoolNumber(0) || isOdd {
      result = result + SchoolNumber(1)
    }
    return SchoolNumber(negative: negative != divisor.negative, digits: result.digits)
  }

  var description: String {
    digits.isEmpty ? "0" : (negative ? "-" : "") + digits.reversed().map(String.init).joined()
  }
}

/// A generator with a fixed course, so that a failure can be repeated.
struct FixedNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd
  }

  /// A number of any size up to a number of bits, with either sign.
  mutating func number(bits: Int) -> Int128 {
    let raw = Int128(UInt128(next()) | UInt128(next() >> 1) << 64)
    let value = raw >> Int128(126 - Int(next() % UInt64(bits)))
    return next() % 2 == 0 ? value : -value
  }
}
