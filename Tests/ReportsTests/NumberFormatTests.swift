import Measures
import Messages
import Testing

@Suite struct NumberFormatTests {
  static let german = NumberFormat(language: .german, currency: "EUR")
  static let english = NumberFormat(language: .english, currency: "EUR")
  static let francs = NumberFormat(language: .german, currency: "CHF")
  static let englishFrancs = NumberFormat(language: .english, currency: "CHF")

  /// Blanks that do not break, written as plain ones to be readable here.
  static func plain(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" ? " " : $0 })
  }

  @Test(arguments: [
    (71.45, "71,5", "71.5"), (71.44999, "71,4", "71.4"), (0.05, "0,1", "0.1"),
    (-0.04, "0,0", "0.0"), (-0.05, "−0,1", "−0.1"), (99.95, "100,0", "100.0"), (0, "0,0", "0.0"),
    (1234.56, "1.234,6", "1,234.6"), (1e-9, "0,0", "0.0"),
    (
      2.5e15, "2.500.000.000.000.000,0",
      "2,500,000,000,000,000.0"
    ), (.nan, "–", "–"), (.infinity, "–", "–"),
  ])
  func points(value: Double, german: String, english: String) {
    #expect(Self.german.points(value) == german)
    #expect(Self.english.points(value) == english)
  }

  @Test(arguments: [
    (412_000.0, "412.000 €", "€412,000", "412.000 CHF", "CHF 412,000"),
    (0.5, "1 €", "€1", "1 CHF", "CHF 1"), (-0.4, "0 €", "€0", "0 CHF", "CHF 0"),
    (-1_234.5, "−1.235 €", "−€1,235", "−1.235 CHF", "−CHF 1,235"),
    (999.4, "999 €", "€999", "999 CHF", "CHF 999"),
  ])
  func money(value: Double, german: String, english: String, francs: String, englishFrancs: String)
  {
    #expect(Self.plain(Self.german.money(value)) == german)
    #expect(Self.plain(Self.english.money(value)) == english)
    #expect(Self.plain(Self.francs.money(value)) == francs)
    #expect(Self.plain(Self.englishFrancs.money(value)) == englishFrancs)
  }

  @Test(arguments: [
    (28_741.3, "28.700 €"), (411_275.2, "411.000 €"), (999_500, "1.000.000 €"), (12.4, "12 €"),
    (104.6, "105 €"), (1_045, "1.050 €"), (0, "0 €"), (-76_449, "−76.400 €"),
  ])
  func sentenceMoney(value: Double, german: String) {
    #expect(Self.plain(Self.german.sentenceMoney(value)) == german)
  }

  @Test func amountsRoundOnTheirExactText() throws {
    let amount = try #require(Amount(plain: "1234.500000000000"))
    #expect(Self.plain(Self.german.money(amount)) == "1.235 €")
    #expect(Self.german.figure(try #require(Amount(plain: "1.0400"))) == "1,04")
    #expect(Self.german.figure(Amount(60)) == "60")
    #expect(Self.plain(Self.german.percent(try #require(Amount(plain: "0.055")))) == "5,5 %")
    #expect(Self.plain(Self.english.percent(try #require(Amount(plain: "0.05")))) == "5%")
  }

  @Test(arguments: [
    (412_000.0, "412 T€", "€412k"), (9_949, "9,9 T€", "€9.9k"), (9_950, "10 T€", "€10k"),
    (0, "0 T€", "€0k"), (-55_800, "−56 T€", "−€56k"),
  ])
  func thousands(value: Double, german: String, english: String) {
    #expect(Self.plain(Self.german.thousands(value)) == german)
    #expect(Self.plain(Self.english.thousands(value)) == english)
  }

  @Test(arguments: [
    (0.7812, "78 von 100", "78 of 100"), (0.285, "29 von 100", "29 of 100"),
    (1, "100 von 100", "100 of 100"), (0.9996, "fast 100 von 100", "almost 100 of 100"),
    (0.001, "fast 0 von 100", "almost 0 of 100"), (0, "0 von 100", "0 of 100"),
  ])
  func shares(share: Double, german: String, english: String) {
    #expect(Self.plain(Self.german.outOfHundred(share)) == german)
    #expect(Self.plain(Self.english.outOfHundred(share)) == english)
  }

  @Test(arguments: [
    (0.3, "30 %"), (0.075, "7,5 %"), (0.05, "5 %"), (0.0005, "0,05 %"), (1, "100 %"), (0, "0 %"),
    (0.125, "13 %"), (0.0996, "10 %"),
  ])
  func weights(share: Double, german: String) {
    #expect(Self.plain(Self.german.weight(share)) == german)
  }

  @Test func neighboursThatDifferPrintDifferently() {
    #expect(Self.german.column([71.44, 71.41, 60]) == ["71,44", "71,41", "60,0"])
    #expect(Self.german.column([71.4, 71.4]) == ["71,4", "71,4"])
    #expect(Self.german.column([71.400004, 71.4]) == ["71,4000", "71,4000"])
    let (limit, now) = Self.german.percentPair(0.3004, 0.3)
    #expect((Self.plain(limit), Self.plain(now)) == ("30,04 %", "30,00 %"))
  }

  @Test func dates() throws {
    let date = try #require(CalendarDate("2026-03-05"))
    #expect(Self.plain(Self.german.date(date)) == "5. März 2026")
    #expect(Self.plain(Self.english.date(date)) == "5 March 2026")
  }

  @Test func figuresNeverBreakFromTheirUnits() throws {
    let texts = [
      Self.german.money(1_234_567.0), Self.german.percent(0.5), Self.german.outOfHundred(0.5),
      Self.englishFrancs.money(5.0), Self.german.thousands(5_000.0),
      Self.german.date(try #require(CalendarDate("2026-03-05"))),
    ]
    for text in texts { #expect(!text.contains(" ")) }
  }
}
