import Testing

@testable import Measures

/// The quick way for plain numbers against the scanner for all numbers.
@Suite("Numbers of digits, points and commas")
struct PlainDigitsTests {
  private static let pieces = [
    "0", "1", "5", "12", "123", "000", "999", "1234", "999999999", ".", ",", ".", ",", "-", "+",
    ".123", ",500", ".000000000001", "€", " ", "'", "e5", "%", "–", "k",
  ]

  private func expectSame(_ text: String) {
    let expected = Result { () throws(NumberTextProblem) in try NumberText(scanning: text) }
    let found = Result { () throws(NumberTextProblem) in try NumberText(text) }
    let bytes = Array(text.utf8)
    let fromBytes = Result { () throws(NumberTextProblem) in try NumberText(utf8: bytes.span) }
    #expect(found == expected, "\(text)")
    #expect(fromBytes == expected, "\(text)")
  }

  @Test("read as the general scanner reads them, alone and put together")
  func agree() {
    var state: UInt64 = 11
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for first in Self.pieces {
      for second in Self.pieces {
        for third in Self.pieces { expectSame(first + second + third) }
      }
    }
    for _ in 0..<20_000 {
      expectSame((0...next(7)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined())
    }
  }

  @Test(
    "at the ends of what they can hold",
    arguments: [
      "123456789012345678", "1234567890123456789", "-999.999.999.999.999.999,0",
      "0.1234567890123", "0.123456789012", "000000000000000001", "0,000000000000000000",
      "123456.789012345678", "1,234,567,890,123,456.78", "1,234,567,890,123,456,789.5",
      "99999999999999999999999999", "9.999.999.999.999.999.999.999.999",
      "1.234\u{301}", "\u{661}", "",
    ])
  func ends(text: String) {
    expectSame(text)
    expectSame("-" + text)
  }

  @Test("are read at once, not by the general scanner")
  func areQuick() {
    for text in ["0", "1234", "-1234,56", "1.234.567,89", "0.5", ",5", "1,234.5"] {
      #expect(PlainDigits(text.utf8.span) != nil, "\(text)")
    }
  }
}
