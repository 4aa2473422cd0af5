import Testing

@testable import Measures

@Suite("Exact values")
struct ExactValueTests {
  @Test("agree with arithmetic on paper", arguments: 0..<200)
  func paper(seed: Int) throws {
    var random = FixedNumbers(seed: UInt64(seed) &* 7919)
    let a = Amount(units: random.number(bits: 110))
    let b = Amount(units: random.number(bits: 100))
    let c = Factor(units: random.number(bits: 70))
    let d = Amount(units: random.number(bits: 120))
    let e = Amount(units: random.number(bits: 100))
    let divisor = Amount(units: random.number(bits: seed % 2 == 0 ? 50 : 125))
    let value = ExactValue(a).times(b).times(c).adding(ExactValue(d).times(e))
    // Both terms times 10⁴²: a·b·c carries 42 decimals, d·e has 24 and needs 18 more.
    let onPaper =
      SchoolNumber(a.units) * SchoolNumber(b.units) * SchoolNumber(c.units)
      + SchoolNumber(d.units) * SchoolNumber(e.units) * SchoolNumber(Factor.unitsPerWhole)
    try compare(value, scale: "1" + String(repeating: "0", count: 30), divisor: nil, to: onPaper)
    if divisor != .zero {
      // The divisor's units carry 12 decimals as well.
      try compare(
        value, scale: "1" + String(repeating: "0", count: 18), divisor: divisor, to: onPaper)
    }
  }

  private func compare(
    _ value: ExactValue, scale: String, divisor: Amount?, to onPaper: SchoolNumber
  ) throws {
    var denominator = try SchoolNumber(#require(Int128(scale)))
    if let divisor { denominator = denominator * SchoolNumber(divisor.units) }
    let expected = onPaper.dividedHalfEven(by: denominator)
    if let fits = Int128(expected.description) {
      #expect(try value.amount(dividedBy: divisor ?? .one).units == fits)
    } else {
      #expect(throws: ArithmeticOverflow.self) {
        try value.amount(dividedBy: divisor ?? .one)
      }
    }
  }

  @Test("round ties to even also behind a divisor of any size")
  func ties() throws {
    let divisors: [Int128] = [
      2, 2_000_000, 36_893_488_147_419_103_234, 200_000_000_000_000_000_000_000_000,
    ]
    for divisor in divisors {
      for quotient: Int128 in [0, 1, 2, 3, 1_000_001] {
        // (q + ½) × divisor, as units on both sides, so the result has q or q + 1 units × 10¹².
        let numerator = SchoolNumber(quotient * 2 + 1) * SchoolNumber(divisor / 2)
        guard let units = Int128(numerator.description) else { continue }
        let value = ExactValue(Amount(units: units)).times(Amount(units: 1))
        let even = quotient % 2 == 0 ? quotient : quotient + 1
        // One unit is 10⁻¹², which takes the value 12 decimals down to whole units.
        #expect(try value.amount(dividedBy: Amount(units: divisor)).units == even)
      }
    }
  }

  @Test("add with either sign")
  func signs() throws {
    let five = ExactValue(Amount(5))
    let minusSeven = ExactValue(Amount(-7)).times(Factor.one)
    #expect(try five.adding(minusSeven).amount() == Amount(-2))
    #expect(try minusSeven.adding(five).amount() == Amount(-2))
    #expect(try minusSeven.adding(minusSeven).amount() == Amount(-14))
    #expect(try five.adding(ExactValue(Amount(-5))).amount() == .zero)
    #expect(throws: ArithmeticOverflow.self) { try five.amount(dividedBy: .zero) }
  }

  @Test("may leave the range of amounts on the way")
  func wideOnTheWay() throws {
    let top = ExactValue(Amount(units: .max))
    let squared = top.times(Amount(units: .max))
    #expect(throws: ArithmeticOverflow.self) { try squared.amount() }
    #expect(try squared.amount(dividedBy: Amount(units: .max)) == Amount(units: .max))
    let below = ExactValue(Amount(units: .min)).times(Amount(units: .max))
    #expect(try below.amount(dividedBy: Amount(units: .max)) == Amount(units: .min))
    #expect(throws: ArithmeticOverflow.self) {
      try below.amount(dividedBy: Amount(units: -.max))
    }
  }
}
