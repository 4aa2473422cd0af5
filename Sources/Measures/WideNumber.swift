/// A signed whole number of any width, for sums and products that must be rounded only once.
struct WideNumber: Sendable {
  private var negative: Bool
  /// Magnitude in base 2⁶⁴, least significant first.
  private var limbs: [UInt64]

  init(_ value: Int128) {
    negative = value < 0
    let magnitude = value.magnitude
    limbs = [UInt64(truncatingIfNeeded: magnitude), UInt64(truncatingIfNeeded: magnitude >> 64)]
  }

  private init(negative: Bool, limbs: [UInt64]) {
    self.negative = negative
    self.limbs = limbs
  }

  func multiplied(by value: Int128) -> WideNumber {
    let other = WideNumber(value)
    var result = [UInt64](repeating: 0, count: limbs.count + other.limbs.count)
    for (i, a) in limbs.enumerated() where a != 0 {
      var carry: UInt64 = 0
      for (j, b) in other.limbs.enumerated() {
        // At most (2⁶⁴−1)² + 2(2⁶⁴−1) = 2¹²⁸ − 1, so the sum fits.
        let full = UInt128(a) * UInt128(b) + UInt128(result[i + j]) + UInt128(carry)
        result[i + j] = UInt64(truncatingIfNeeded: full)
        carry = UInt64(truncatingIfNeeded: full >> 64)
      }
      result[i + other.limbs.count] = carry
    }
    return WideNumber(negative: negative != other.negative, limbs: result)
  }

  func adding(_ other: WideNumber) -> WideNumber {
    if negative == other.negative {
      return WideNumber(negative: negative, limbs: WideNumber.sum(limbs, other.limbs))
    }
    if WideNumber.isSmaller(limbs, other.limbs) {
      return WideNumber(
        negative: other.negative, limbs: WideNumber.difference(other.limbs, limbs))
    }
    return WideNumber(negative: negative, limbs: WideNumber.difference(limbs, other.limbs))
  }

  /// The number divided by 10 to the power of `exponent` and by `divisor`, rounded half to even.
  ///
  /// - Parameters:
  ///   - exponent: 0 or more.
  ///   - divisor: 1 or more.
  func dividedRoundingHalfEven(
    byPowerOfTen exponent: Int, and divisor: UInt128 = 1
  ) throws(ArithmeticOverflow) -> Int128 {
    // Of twice the number, the quotient's last bit says whether the rest is a half or more, and
    // any remainder on the way says whether it is more than that.
    var quotient = multiplied(by: 2).limbs
    var hasRest = false
    var left = exponent
    while left > 0 {
      let step = min(left, 18)
      if WideNumber.divide(&quotient, by: WideNumber.powersOfTen[step]) != 0 { hasRest = true }
      left -= step
    }
    if divisor <= UInt128(UInt64.max) {
      if divisor > 1, WideNumber.divide(&quotient, by: UInt64(divisor)) != 0 { hasRest = true }
    } else if WideNumber.divide(&quotient, by: divisor) != 0 {
      hasRest = true
    }
    let used = quotient.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
    if used > 3 || (used == 3 && quotient[2] > 1) { throw ArithmeticOverflow() }
    let low = UInt128(quotient[0]) | UInt128(quotient[1]) << 64
    let top: UInt128 = quotient.count > 2 ? UInt128(quotient[2]) << 127 : 0
    var magnitude = low >> 1 | top
    if low & 1 == 1, hasRest || magnitude & 1 == 1 {
      let (next, overflow) = magnitude.addingReportingOverflow(1)
      if overflow { throw ArithmeticOverflow() }
      magnitude = next
    }
    if negative {
      guard magnitude <= Int128.min.magnitude else { throw ArithmeticOverflow() }
      return Int128(truncatingIfNeeded: 0 &- magnitude)
    }
    guard let result = Int128(exactly: magnitude) else { throw ArithmeticOverflow() }
    return result
  }

  /// 10⁰ to 10¹⁸.
  private static let powersOfTen: [UInt64] = {
    var powers: [UInt64] = [1]
    for _ in 1...18 { powers.append((powers.last ?? 1) * 10) }
    return powers
  }()

  /// Divides a magnitude in place and returns the remainder.
  private static func divide(_ limbs: inout [UInt64], by divisor: UInt64) -> UInt64 {
    var remainder: UInt64 = 0
    for i in limbs.indices.reversed() {
      (limbs[i], remainder) = divisor.dividingFullWidth((remainder, limbs[i]))
    }
    return remainder
  }

  /// Divides a magnitude in place by a number of more than one limb and returns the remainder.
  private static func divide(_ limbs: inout [UInt64], by divisor: UInt128) -> UInt128 {
    if limbs.count % 2 == 1 { limbs.append(0) }
    var remainder: UInt128 = 0
    for i in stride(from: limbs.count - 2, through: 0, by: -2) {
      let pair = UInt128(limbs[i]) | UInt128(limbs[i + 1]) << 64
      let part = divisor.dividingFullWidth((remainder, pair))
      limbs[i] = UInt64(truncatingIfNeeded: part.quotient)
      limbs[i + 1] = UInt64(truncatingIfNeeded: part.quotient >> 64)
      remainder = part.remainder
    }
    return remainder
  }

  private static func sum(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    var carry: UInt128 = 0
    for i in 0..<max(left.count, right.count) {
      let full =
        UInt128(i < left.count ? left[i] : 0) + UInt128(i < right.count ? right[i] : 0) + carry
      result.append(UInt64(truncatingIfNeeded: full))
      carry = full >> 64
    }
    // Sums of many numbers would grow by a limb with each.
    if carry > 0 { result.append(UInt64(carry)) }
    return result
  }

  /// The difference of two magnitudes of which the first is not the smaller.
  private static func difference(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    var borrow = false
    for i in 0..<max(left.count, right.count) {
      let a = i < left.count ? left[i] : 0
      let b = i < right.count ? right[i] : 0
      let (first, under) = a.subtractingReportingOverflow(b)
      let (second, underAgain) = first.subtractingReportingOverflow(borrow ? 1 : 0)
      result.append(second)
      borrow = under || underAgain
    }
    return result
  }

  private static func isSmaller(_ left: [UInt64], _ right: [UInt64]) -> Bool {
    for i in stride(from: max(left.count, right.count) - 1, through: 0, by: -1) {
      let a = i < left.count ? left[i] : 0
      let b = i < right.count ? right[i] : 0
      if a != b { return a < b }
    }
    return false
  }
}
