import Testing
import XMLReading

/// Damaged documents from a fixed seed: whatever is done to them, reading ends, with events in the
/// right order or with a problem, and never with more than went in.
@Suite struct XMLFuzzTests {
  private static let originals = [
    "<?xml version='1.0' encoding='UTF-8'?>\n<r xmlns='urn:a' xmlns:b='urn:b'>\n"
      + "<b:i x='1' b:y='ä &amp; &#x41;'>t&lt;u<![CDATA[<&]]></b:i><!-- c --><?p i?>\n</r>",
    "<!DOCTYPE a [<!ENTITY e 'x'><!ENTITY f '&e;&e;'>]><a>&f;</a>",
    "<o><i id='1'><p>1.5</p></i>\n<i id='2'><p>2</p></i></o>",
  ].map { Array($0.utf8) }

  private static let pieces = [
    "<", ">", "</", "/>", "&", "&#", ";", "'", "\"", "=", "<!--", "-->", "<![CDATA[", "]]>", "<?",
    "?>", "xmlns='", "<!DOCTYPE", "<!ENTITY", "\0", "\u{FEFF}", "encoding='UTF-16'",
  ].map { Array($0.utf8) }

  @Test(arguments: 0..<8)
  func `damaged documents do no harm`(seed: UInt64) throws {
    let schema = try XMLSchema(
      bytes: Array(
        """
        <xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='o'><xs:complexType>
        <xs:sequence><xs:any maxOccurs='9' processContents='lax'/></xs:sequence></xs:complexType>
        </xs:element></xs:schema>
        """.utf8))
    var generator = SeededGenerator(state: seed)
    var problems = 0
    for round in 0..<600 {
      var bytes = Self.originals.randomElement(using: &generator) ?? []
      for _ in 0...Int.random(in: 0..<5, using: &generator) {
        Self.damage(&bytes, using: &generator)
      }
      let reader = XMLPartReader(bytes: bytes, schema: round.isMultiple(of: 2) ? schema : nil)
      var depth = 0
      var textBytes = 0
      do throws(XMLProblem) {
        while let event = try reader.next() {
          switch event {
          case .start(let part):
            #expect(part.position.line >= 1 && part.position.column >= 1)
            depth += 1
            // Every other document is taken whole below its outermost element.
            guard seed.isMultiple(of: 2), depth == 2, let whole = try reader.complete(part) else {
              continue
            }
            textBytes += Self.textBytes(of: whole)
            depth -= 1
          case .end: depth -= 1
          }
          #expect(depth >= 0)
        }
        #expect(depth == 0)
      } catch {
        problems += 1
        #expect(error.line >= 1 && error.column >= 1 && !error.text.isEmpty)
      }
      // A byte of another encoding can take three in UTF-8.
      #expect(textBytes <= 3 * bytes.count)
    }
    #expect(problems > 300)
    #expect(problems < 600)
  }

  private static func textBytes(of part: XMLPart) -> Int {
    part.children.reduce(part.text.utf8.count) { $0 + textBytes(of: $1) }
  }

  private static func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: place)
    case 1: bytes.removeSubrange(min(place, max(0, bytes.count - 3))..<bytes.count)
    case 2 where place < bytes.count:
      bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 3:
      let end = Int.random(in: place...bytes.count, using: &generator)
      bytes.insert(contentsOf: bytes[place..<end], at: place)
    default:
      let end = min(bytes.count, place + Int.random(in: 0..<6, using: &generator))
      bytes.removeSubrange(place..<end)
    }
  }
}
