import Measures
import Testing

@Suite("Numbers in hand-written files")
struct PlainNumberTests {
  @Test(
    "have a decimal point or comma",
    arguments: [
      ("5", "5", false), ("1234.5", "1234.5", false), ("1234,5", "1234.5", false),
      ("1,5", "1.5", false), ("-3", "-3", false), ("\u{2212}3", "-3", false), ("+3", "3", false),
      ("0.125", "0.125", false), ("0,035", "0.035", false), ("1234.567", "1234.567", false),
      ("1.2345", "1.2345", false), (".125", "0.125", false), ("5 %", "5", true),
      ("5%", "5", true), (" 2,5 % ", "2.5", true),
    ])
  func values(text: String, value: String, isPercent: Bool) throws {
    let number = try PlainNumber(text)
    #expect(number.value.text == value)
    #expect(number.isPercent == isPercent)
  }

  @Test("give shares", arguments: [("5 %", "0.05"), ("0.05", "0.05"), ("0,5 %", "0.005")])
  func shares(text: String, share: String) throws {
    #expect(try PlainNumber(text).share.text == share)
  }

  @Test(
    "are refused with a reason",
    arguments: [
      ("", .empty), ("%", .notANumber), ("abc", .notANumber), (".", .notANumber),
      ("1.234", .ambiguous(point: amount("1.234"), comma: amount("1234"))),
      ("12,345", .ambiguous(point: amount("12345"), comma: amount("12.345"))),
      ("-123.456 %", .ambiguous(point: amount("-123.456"), comma: amount("-123456"))),
      ("1.234,5", .badGroups), ("1.234.567", .badGroups), ("1'234", .badGroups),
      ("1 234", .badGroups), ("5.", .badGroups), ("1e5", .exponent), ("5 €", .badGroups),
      ("5 Jahre", .unknownWord("Jahre")), ("NaN", .notANumber), ("0x10", .unknownWord("x")),
      ("0.1234567890123", .tooManyDecimals), ("0.12345678901 %", .tooManyDecimals),
      ("170141183460469231731687304", .tooLarge),
    ] as [(String, NumberTextProblem)])
  func refused(text: String, problem: NumberTextProblem) {
    #expect(throws: problem) { try PlainNumber(text) }
  }
}

/// An amount of these tests' tables; a wrong one reads as zero and fails the comparison.
private func amount(_ text: String) -> Amount { Amount(plain: text) ?? .zero }
