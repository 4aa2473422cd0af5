import Foundation
import Testing

@testable import Measures

private let largest = "170141183460469231731687303.715884105727"

@Suite("Amounts")
struct AmountTests {
  @Test(
    "are read from plain text and written back",
    arguments: [
      ("0", "0"), ("-0", "0"), ("1", "1"), ("+1.50", "1.5"), ("-1234.500", "-1234.5"),
      ("0.000000000001", "0.000000000001"), ("-0.000000000001", "-0.000000000001"),
      ("1.0000000000010000", "1.000000000001"), (largest, largest), ("-" + largest, "-" + largest),
    ])
  func text(input: String, output: String) throws {
    let value = try #require(Amount(plain: input))
    #expect(value.text == output)
    #expect(Amount(plain: value.text) == value)
  }

  @Test(
    "are not read from anything else",
    arguments: [
      "", "-", ".", "1.2.3", "1,5", "1 000", "1e3", "0x10", "--1", "+-1", "1-", " 1", "٣", "NaN",
      "0.0000000000001", "170141183460469231731687303.715884105728", "170141183460469231731687304",
      "1000000000000000000000000000000000000000000000",
    ])
  func refusedText(input: String) {
    #expect(Amount(plain: input) == nil)
  }

  @Test("print with any number of places, also the smallest of all")
  func places() throws {
    let smallest = Amount(units: .min)
    #expect(smallest.text == "-170141183460469231731687303.715884105728")
    #expect(smallest.text(places: 0) == "-170141183460469231731687303")
    #expect(try #require(Amount(plain: "-0.005")).text(places: 2) == "-0.01")
    #expect(try #require(Amount(plain: "-0.004")).text(places: 2) == "0.00")
    #expect(try #require(Amount(plain: "999.995")).text(places: 2) == "1000.00")
    #expect(try #require(Amount(plain: "12.3")).text(places: 99) == "12.300000000000")
    #expect(try #require(Amount(plain: "12.5")).text(places: -1) == "13")
  }

  @Test(
    "round half away from zero",
    arguments: [
      ("552563.125", 2, "552563.13"), ("-552563.125", 2, "-552563.13"), ("0.5", 0, "1"),
      ("-0.5", 0, "-1"), ("0.4999999", 0, "0"), ("2.5", 0, "3"), ("1.005", 2, "1.01"),
      ("1.000000000005", 11, "1.00000000001"), ("7", 2, "7"),
      ("1.000000000005", 12, "1.000000000005"),
    ])
  func rounding(value: String, places: Int, rounded: String) throws {
    let amount = try #require(Amount(plain: value))
    #expect(try amount.rounded(toPlaces: places).text == rounded)
  }

  @Test(
    "are rounded up to whole units",
    arguments: [
      ("64.8", "65"), ("65", "65"), ("0.000000000001", "1"), ("0", "0"), ("-1.5", "-1"),
      ("-0.1", "0"), ("-2", "-2"),
    ])
  func roundedUp(value: String, whole: String) throws {
    #expect(try #require(Amount(plain: value)).roundedUp().text == whole)
  }

  @Test("throw at the ends of the range instead of wrapping or trapping")
  func ends() throws {
    let top = Amount(units: .max)
    let bottom = Amount(units: .min)
    let step = Amount(units: 1)
    #expect(throws: ArithmeticOverflow.self) { try top.adding(step) }
    #expect(throws: ArithmeticOverflow.self) { try bottom.subtracting(step) }
    #expect(throws: ArithmeticOverflow.self) { try bottom.negated() }
    #expect(throws: ArithmeticOverflow.self) { try top.roundedUp() }
    #expect(throws: ArithmeticOverflow.self) { try bottom.rounded(toPlaces: 2) }
    #expect(throws: ArithmeticOverflow.self) { try top.times(Amount(2)) }
    #expect(throws: ArithmeticOverflow.self) { try bottom.times(Amount(-1)) }
    #expect(throws: ArithmeticOverflow.self) { try top.times(top, factor: .init(units: .max)) }
    #expect(throws: ArithmeticOverflow.self) { try Amount.one.divided(by: .zero) }
    #expect(throws: ArithmeticOverflow.self) { try top.divided(by: step) }
    #expect(try top.times(.one) == top)
    #expect(try bottom.times(.one) == bottom)
    #expect(try top.times(Amount(-1)) == Amount(units: -.max))
    #expect(try bottom.divided(by: .one) == bottom)
    #expect(try bottom.divided(by: bottom) == .one)
    #expect(try top.divided(by: Amount(-1)) == Amount(units: -.max))
    #expect(try bottom.adding(top) == Amount(units: -1))
    #expect(try top.negated().subtracting(step) == bottom)
  }

  @Test(
    "round a product once, half to even",
    arguments: [
      ("0.000000000001", "0.5", "0"), ("0.000000000003", "0.5", "0.000000000002"),
      ("0.000000000005", "0.5", "0.000000000002"), ("-0.000000000003", "0.5", "-0.000000000002"),
      ("-0.000000000001", "0.5", "0"), ("0.000000000001", "0.500000000001", "0.000000000001"),
      ("123456.789", "-1000", "-123456789"),
    ])
  func product(left: String, right: String, product: String) throws {
    let a = try #require(Amount(plain: left))
    let b = try #require(Amount(plain: right))
    #expect(try a.times(b).text == product)
    #expect(try b.times(a).text == product)
  }

  @Test("are not rounded between quantity and factor")
  func roundedOnce() throws {
    // 0.000000000001 × 0.4 × 2 = 0.0000000000008: twice rounded it would be nought.
    let tiny = Amount(units: 1)
    let factor = try Factor(#require(Amount(plain: "2")))
    #expect(try tiny.times(#require(Amount(plain: "0.4")), factor: factor) == tiny)
  }

  @Test(
    "divide, rounding half to even",
    arguments: [
      ("1", "3", "0.333333333333"), ("2", "3", "0.666666666667"), ("-1", "3", "-0.333333333333"),
      ("1", "-8", "-0.125"), ("0.000000000001", "2", "0"),
      ("0.000000000003", "2", "0.000000000002"),
      ("1", "0.000000000001", "1000000000000"),
    ])
  func quotient(left: String, right: String, quotient: String) throws {
    let a = try #require(Amount(plain: left))
    let b = try #require(Amount(plain: right))
    #expect(try a.divided(by: b).text == quotient)
  }

  @Test("are decimal text in JSON, never a binary number")
  func json() throws {
    let amounts = [amount("0.1"), amount("-1234.500000000001"), amount(largest)]
    let data = try JSONEncoder().encode(amounts)
    #expect(
      String(decoding: data, as: UTF8.self) == #"["0.1","-1234.500000000001","\#(largest)"]"#)
    #expect(try JSONDecoder().decode([Amount].self, from: data) == amounts)
    for bad in ["[0.1]", #"["1,5"]"#, #"[""]"#] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode([Amount].self, from: Data(bad.utf8))
      }
    }
  }

  private func amount(_ text: String) -> Amount { Amount(plain: text) ?? .zero }

  @Test("order by size")
  func order() {
    #expect(Amount(-1) < .zero)
    #expect(Amount(units: 1) > .zero)
    #expect(Amount(units: .min) < Amount(units: .max))
    #expect(Amount(units: 1_500_000_000_000).double == 1.5)
  }
}

@Suite("Factors")
struct FactorTests {
  @Test("of whole powers are exact while 18 decimals hold them")
  func powers() throws {
    let growth = try Factor(onePlus: #require(Amount(plain: "0.05")))
    #expect(try growth.power(4).units == 1_215_506_250_000_000_000)
    #expect(try growth.power(0) == .one)
    #expect(try growth.power(-3) == .one)
    let amount = try Amount(100_000).times(.one, factor: growth.power(4))
    #expect(amount.text == "121550.625")
  }

  @Test("round each product half to even at the 18th decimal")
  func rounding() throws {
    let half = Factor(units: Factor.unitsPerWhole / 2)
    #expect(try Factor(units: 1).times(half).units == 0)
    #expect(try Factor(units: 3).times(half).units == 2)
    #expect(try Factor(units: 5).times(half).units == 2)
    #expect(try Factor(units: -3).times(half).units == -2)
  }

  @Test("throw when out of range")
  func range() throws {
    let large = try Factor(Amount(1_000_000_000))
    #expect(throws: ArithmeticOverflow.self) { try large.power(3) }
    #expect(throws: ArithmeticOverflow.self) { try Factor(Amount(units: .max)) }
    #expect(throws: ArithmeticOverflow.self) { try Factor(onePlus: Amount(units: .max)) }
    #expect(throws: ArithmeticOverflow.self) { try Factor(Amount(units: .min)) }
  }
}
