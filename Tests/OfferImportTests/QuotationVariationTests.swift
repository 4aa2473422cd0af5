import DecisionModel
import Foundation
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

/// What an XML document may write in many ways, and what may be wrong with its bytes.
@Suite("Quotations written otherwise")
struct QuotationVariationTests {
  /// Quotations with figures from a fixed seed; the sum is kept in whole cents.
  private static func quotation(_ count: Int, text: String = "") -> (xml: String, cents: Int) {
    var state: UInt64 = 7
    var cents = 0
    let lines = (1...count).map { number in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let (units, price) = (Int(state >> 40 % 99) + 1, Int(state >> 20 % 999_999) + 1)
      cents += units * price
      func money(_ cents: Int) -> String { "\(cents / 100).\(cents % 100 / 10)\(cents % 10)" }
      return Foreign.line(
        number, name: "Posten \(number) für \(text)A&amp;B", quantity: "\(units)",
        amount: money(units * price), price: money(price))
    }
    return (Foreign.ubl(lines: lines), cents)
  }

  private static func sum(_ read: ReadOffer) -> Amount {
    read.offer.costs.reduce(.zero) { sum, cost in
      guard case .stated(_, let price, _) = cost.line.price,
        let amount = try? price.times(cost.line.count), let next = try? sum.adding(amount)
      else { return Amount(-1) }
      return next
    }
  }

  @Test("give the same offer", arguments: 0..<7)
  func sameOffer(variation: Int) {
    let (plain, cents) = Self.quotation(60)
    let written =
      switch variation {
      case 0:
        [
          ("<a:", "<other.prefix:"), ("</a:", "</other.prefix:"), ("<b:", "<_1:"),
          ("</b:", "</_1:"),
        ]
        .reduce(plain) { $0.replacing($1.0, with: $1.1) }
        .replacing("xmlns:a=", with: "xmlns:other.prefix=")
        .replacing("xmlns:b=", with: "xmlns:_1=")
      case 1: plain.replacing("><", with: ">\r\n\t <!-- <b:ID>9</b:ID> --> <?pi b?>\n<")
      case 2: plain.replacing("A&amp;B", with: "<![CDATA[A&B]]>")
      case 3: plain.replacing("A&amp;B", with: "&#65;<!-- x -->&#x26;B")
      case 4: plain.replacing(" unitCode=\"EA\"", with: "\n  unitCode = 'EA' x='&lt;'\n")
      case 5:
        plain.replacing("<b:Name>Posten", with: "<b:Name>\n  Posten").replacing(
          "B</b:Name>", with: "B \n</b:Name>")
      default:
        plain.replacing(
          "<a:Item>", with: "<x:Skip xmlns:x='urn:x'><b:ID>7</b:ID><x:y/></x:Skip><a:Item>")
      }
    let usual = ReadOffer(plain)
    let read = ReadOffer(written)
    #expect(read.offer.costs.map(\.line) == usual.offer.costs.map(\.line))
    #expect(read.offer.terms.map(\.text) == usual.offer.terms.map(\.text))
    #expect(read.offer.costs.map(\.line.name).last == "Posten 60 für A&B")
    #expect(Self.sum(read) == (try? Amount(cents).divided(by: Amount(100))))
  }

  @Test(
    "give the same offer wherever the pieces end in which they are read",
    arguments: [1, 900, 40_000])
  func pieces(length: Int) {
    let count = max(3, 200_000 / (length + 500))
    let (xml, cents) = Self.quotation(count, text: String(repeating: "ü", count: length))
    let read = ReadOffer(xml)
    #expect(read.offer.costs.count == count)
    #expect(Self.sum(read) == (try? Amount(cents).divided(by: Amount(100))))
    // The first position stands in the document's seventh line, and each has one of its own.
    #expect(read.offer.costs.map(\.position.line) == Array(7..<(7 + count)))
  }

  @Test("are an error wherever they are cut off")
  func cutOff() {
    let bytes = Array(Self.quotation(1).xml.utf8)
    for length in 1..<(bytes.count - 1) {
      let read = ReadOffer([Array(bytes[..<length])])
      #expect(read.diagnostics.hasErrors, "cut off after \(length) bytes")
    }
    #expect(!ReadOffer([bytes]).diagnostics.hasErrors)
  }

  @Test(
    "are an error in bytes that nobody can be sure of",
    arguments: [
      Array("<?xml version='1.0' encoding='UTF-7'?><a/>".utf8),
      // `<?xml` in EBCDIC.
      [0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40, 0x6E] as [UInt8],
      // Half of a surrogate pair in UTF-16.
      [0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0x3E, 0, 0x00, 0xD8, 0x3C, 0, 0x2F, 0, 0x61, 0, 0x3E, 0],
      Array("<a>&#xD800;</a>".utf8), Array("<a>&#0;</a>".utf8),
      Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8),
      Array("<a>".utf8) + [0] + Array("</a>".utf8),
      Array(
        "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='/etc/passwd'/></a>".utf8),
    ])
  func bytes(_ bytes: [UInt8]) {
    let read = ReadOffer([bytes])
    #expect(read.diagnostics.hasErrors)
    #expect(read.offer.costs.isEmpty && read.offer.terms.isEmpty)
  }
}
