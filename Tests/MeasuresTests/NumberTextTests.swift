import Measures
import Testing

@Suite("Numbers as people write them")
struct NumberTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    /// Both readings as plain decimal text.
    let point: String?
    let comma: String?
    var currency: String?
    var percent = false
    var testDescription: String { text }
  }

  @Test(
    "are read in both styles",
    arguments: [
      Case(text: "5", point: "5", comma: "5"),
      Case(text: "  5\t", point: "5", comma: "5"),
      Case(text: "007", point: "7", comma: "7"),
      Case(text: "1.234", point: "1.234", comma: "1234"),
      Case(text: "1,234", point: "1234", comma: "1.234"),
      Case(text: "0.500", point: "0.5", comma: nil),
      Case(text: "1234.567", point: "1234.567", comma: nil),
      Case(text: "1.2345", point: "1.2345", comma: nil),
      Case(text: ".5", point: "0.5", comma: nil),
      Case(text: ",5", point: nil, comma: "0.5"),
      Case(text: "1.234,56", point: nil, comma: "1234.56"),
      Case(text: "1,234.56", point: "1234.56", comma: nil),
      Case(text: "1.234.567", point: nil, comma: "1234567"),
      Case(text: "1'234.50", point: "1234.5", comma: nil),
      Case(text: "1’234’567", point: "1234567", comma: "1234567"),
      Case(text: "1 234,56", point: nil, comma: "1234.56"),
      Case(text: "1\u{A0}234,5", point: nil, comma: "1234.5"),
      Case(text: "1\u{202F}234\u{2009}567.5", point: "1234567.5", comma: nil),
      Case(text: "-5", point: "-5", comma: "-5"),
      Case(text: "+5", point: "5", comma: "5"),
      Case(text: "\u{2212}5", point: "-5", comma: "-5"),
      Case(text: "\u{2013} 5", point: "-5", comma: "-5"),
      Case(text: "1.234,56-", point: nil, comma: "-1234.56"),
      Case(text: "1.234,56- EUR", point: nil, comma: "-1234.56", currency: "EUR"),
      Case(text: "(300)", point: "-300", comma: "-300"),
      Case(text: "€ (300)", point: "-300", comma: "-300", currency: "EUR"),
      Case(text: "(300 €)", point: "-300", comma: "-300", currency: "EUR"),
      Case(text: "1.234,56 €", point: nil, comma: "1234.56", currency: "EUR"),
      Case(text: "€1,234.56", point: "1234.56", comma: nil, currency: "EUR"),
      Case(text: "-€ 5", point: "-5", comma: "-5", currency: "EUR"),
      Case(text: "CHF 1'234.50", point: "1234.5", comma: nil, currency: "CHF"),
      Case(text: "Fr. 1'250.–", point: "1250", comma: nil, currency: "CHF"),
      Case(text: "SFr 5", point: "5", comma: "5", currency: "CHF"),
      Case(text: "1.250,- €", point: nil, comma: "1250", currency: "EUR"),
      Case(text: "250,--", point: nil, comma: "250"),
      Case(text: "$12", point: "12", comma: "12", currency: "USD"),
      Case(text: "US$ 12", point: "12", comma: "12", currency: "USD"),
      Case(text: "£12", point: "12", comma: "12", currency: "GBP"),
      Case(text: "12 sek".uppercased(), point: "12", comma: "12", currency: "SEK"),
      Case(text: "€ 12 EUR", point: "12", comma: "12", currency: "EUR"),
      Case(text: "1,5 %", point: nil, comma: "1.5", percent: true),
      Case(text: "10%", point: "10", comma: "10", percent: true),
      Case(text: "10 Prozent", point: "10", comma: "10", percent: true),
      Case(text: "5k", point: "5000", comma: "5000"),
      Case(text: "5 k€", point: "5000", comma: "5000", currency: "EUR"),
      Case(text: "5 T€", point: "5000", comma: "5000", currency: "EUR"),
      Case(text: "€ 5 T", point: "5000", comma: "5000", currency: "EUR"),
      Case(text: "5 TEUR", point: "5000", comma: "5000", currency: "EUR"),
      Case(text: "5 Tsd. €", point: "5000", comma: "5000", currency: "EUR"),
      Case(text: "1,2 Mio. €", point: nil, comma: "1200000", currency: "EUR"),
      Case(text: "1.2 MEUR", point: "1200000", comma: nil, currency: "EUR"),
      Case(text: "3 Mrd", point: "3000000000", comma: "3000000000"),
      Case(text: "0.123456789012", point: "0.123456789012", comma: nil),
      Case(text: "0.1000000000000000", point: "0.1", comma: nil),
      Case(
        text: "170141183460469231731687303", point: "170141183460469231731687303",
        comma: "170141183460469231731687303"),
    ])
  func readings(_ expected: Case) throws {
    let number = try NumberText(expected.text)
    #expect(number.point?.text == expected.point)
    #expect(number.comma?.text == expected.comma)
    #expect(number.currency == expected.currency)
    #expect(number.isPercent == expected.percent)
    #expect(number.value(.point) == number.point)
    #expect(number.value(.comma) == number.comma)
  }

  @Test(
    "are refused with a reason",
    arguments: [
      ("", .empty), (" \u{A0} ", .empty), ("abc", .notANumber), ("NaN", .notANumber),
      ("inf", .notANumber), ("-", .notANumber), ("€", .notANumber), ("(5", .notANumber),
      ("5)", .notANumber), ("-(5)", .notANumber), ("--5", .notANumber), ("-5-", .notANumber),
      ("((5))", .notANumber), ("１２", .notANumber), ("٣", .notANumber),
      ("1e5", .exponent), ("1E+5", .exponent), ("1.5e-3 €", .exponent),
      ("0x10", .unknownWord("x")), ("5 Stück", .unknownWord("Stück")),
      ("ca 5", .unknownWord("ca")), ("~5", .unknownWord("~")), ("5 € $", .unknownWord("$")),
      ("5 % €", .unknownWord("€")), ("5 T", .unknownWord("T")), ("5 M", .unknownWord("M")),
      ("5 k Mio", .unknownWord("Mio")), ("5 all", .unknownWord("all")),
      ("5 €/Monat", .unknownWord("/")),
      ("1.23.4", .badGroups), ("1,23,456.7", .badGroups), ("12.34,567.8", .badGroups),
      ("1'23", .badGroups), ("1 234 56", .badGroups), ("1'234 567", .badGroups),
      ("1234.567.890", .badGroups), ("0.123.456", .badGroups), ("5.", .badGroups),
      ("5 3", .badGroups), ("5''3", .badGroups), ("1,-5", .badGroups), (",-5", .unknownWord(",")),
      ("2026-11-20", .badGroups), ("20.11.2026", .badGroups), ("10:30", .unknownWord(":")),
      ("0.1234567890123", .tooManyDecimals), ("170141183460469231731687304", .tooLarge),
      ("170141183460469232 Mrd", .tooLarge), ("999999999999999999999999999999999999999", .tooLarge),
    ] as [(String, NumberTextProblem)])
  func refused(text: String, problem: NumberTextProblem) {
    #expect(throws: problem) { try NumberText(text) }
  }

  /// Localised number text to decimal; babel 2.18.0 `parse_decimal(strict=True)`, which follows the
  /// number formats of CLDR. The French row is `nil` there since CLDR groups by narrow no-break
  /// blank only; offers write any blank.
  @Test(
    "agree with CLDR's strict reading",
    arguments: [
      ("1.099,98", .comma, "1099.98"), ("1.234.567,89", .comma, "1234567.89"),
      ("2,109,998", .comma, nil), ("30.00", .comma, nil), ("0,5", .comma, "0.5"),
      ("-12.345,60", .comma, "-12345.6"), ("1.234", .comma, "1234"),
      ("1,234.56", .point, "1234.56"), ("1 234,56", .comma, "1234.56"),
      ("1’234.50", .point, "1234.5"),
    ] as [(String, NumberStyle, String?)])
  func cldr(text: String, style: NumberStyle, expected: String?) throws {
    #expect(try NumberText(text).value(style)?.text == expected)
  }

  @Test(
    "show the style of their column",
    arguments: [
      ([], .decided(.point)),
      (["5", "1'000"], .decided(.point)),
      (["1.234", "0,5"], .decided(.comma)),
      (["1.234", "0.5"], .decided(.point)),
      (
        ["5", "1.234", "2.345"], .ambiguous(cell: 1, point: amount("1.234"), comma: amount("1234"))
      ),
      (["1,234"], .ambiguous(cell: 0, point: amount("1234"), comma: amount("1.234"))),
      (["5", "0,5", "1.234", "0.5"], .contradictory(pointCell: 3, commaCell: 1)),
    ] as [([String], NumberStyle.Finding)])
  func columns(texts: [String], expected: NumberStyle.Finding) throws {
    #expect(NumberStyle.decide(try texts.map { try NumberText($0) }) == expected)
  }

  @Test("A number written in a style is read back in that style, whatever surrounds it")
  func roundTrip() throws {
    var state: UInt64 = 7
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    for _ in 0..<5_000 {
      let whole = String(next(10) == 0 ? next(10) : next(1_000_000_000))
      let fraction = String((0..<next(13)).map { _ in Character(String(next(10))) })
      let style = NumberStyle.allCases[Int(next(2))]
      let mark = style == .point ? "." : ","
      let group = ["", style == .point ? "," : ".", "'", "’", " ", "\u{202F}"][Int(next(6))]
      var grouped = ""
      for (index, digit) in whole.enumerated() {
        if index > 0, (whole.count - index) % 3 == 0 { grouped += group }
        grouped.append(digit)
      }
      let around = [("", ""), ("€ ", ""), ("", " EUR"), ("CHF ", ""), ("", " %")][Int(next(5))]
      let sign = [("", ""), ("-", ""), ("", "-"), ("(", ")")][Int(next(4))]
      let body = grouped + (fraction.isEmpty ? "" : mark + fraction)
      let text = around.0 + sign.0 + body + sign.1 + around.1
      let expected = Amount(
        plain: (sign.0.isEmpty && sign.1.isEmpty ? "" : "-") + whole + "." + fraction)
      #expect(try NumberText(text).value(style) == expected, "\(text)")
    }
  }
}

/// An amount of these tests' tables; a wrong one reads as zero and fails the comparison.
private func amount(_ text: String) -> Amount { Amount(plain: text) ?? .zero }
