import Catalogues
import Foundation
import Messages
import Testing

@testable import DecisionFile

@Suite("Bad input never does harm")
struct RobustnessTests {
  /// A small generator, so that a failure repeats.
  private struct Random {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(bound, 1)
    }
  }

  @Test("Mutated files are read or reported", arguments: 1...8)
  func mutations(seed: UInt64) {
    var random = Random(state: seed)
    let seeds = [
      Array(goodDecision.utf8),
      Array(BadInputTests.criteria.map(\.text).joined().utf8.prefix(3000)),
      Array(BadInputTests.scales[seed < 9 ? Int(seed) : 0].text.utf8),
      Array(Catalogue.shipped[0].bytes.prefix(2500)),
    ]
    let pieces = [
      "{", "}", "[", "]", ":", "- ", "\n", "  ", "\t", "&a", "*a", "|", ">", "\"", "'", "%", "#",
      "0",
      "1e9", "-", "?", "---\n", "\u{E000}", "\u{2028}", "weight: 1", "<<: ", "!!int ", "é", "\0",
    ].map { Array($0.utf8) }
    for _ in 0..<120 {
      var bytes = seeds[random.next(below: seeds.count)]
      for _ in 0...random.next(below: 6) {
        let place = random.next(below: bytes.count)
        switch random.next(below: 4) {
        case 0: bytes[place] = UInt8(random.next(below: 256))
        case 1: bytes.removeSubrange(place..<min(place + random.next(below: 30), bytes.count))
        case 2: bytes.insert(contentsOf: pieces[random.next(below: pieces.count)], at: place)
        default:
          let end = min(place + random.next(below: 200), bytes.count)
          bytes.insert(contentsOf: bytes[place..<end], at: random.next(below: bytes.count))
        }
        if bytes.isEmpty { bytes = [0x61] }
      }
      let outcome = read(bytes, catalogues: ["x/y.yaml": goodDecision])
      #expect((outcome.decision == nil) == outcome.diagnostics.hasErrors)
      for finding in outcome.diagnostics.all { #expect(finding.position.line >= 1) }
    }
  }

  @Test("Every beginning of a file is read or reported")
  func prefixes() {
    let bytes = Array(goodDecision.utf8)
    for count in stride(from: 0, to: bytes.count - 1, by: 3) {
      let outcome = read(Array(bytes.prefix(count)))
      #expect((outcome.decision == nil) == outcome.diagnostics.hasErrors)
    }
  }

  @Test(
    "Deep nesting",
    arguments: [
      String(repeating: "[", count: 5_000), "a: " + String(repeating: "{ a: ", count: 5_000),
      String(repeating: "- ", count: 5_000),
      "a: " + String(repeating: "[", count: 400) + String(repeating: "]", count: 400),
    ])
  func deep(text: String) {
    #expect(read(text).decision == nil)
    #expect(read(text).diagnostics.hasErrors)
  }

  @Test("An alias bomb is refused at once")
  func bomb() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...30 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(Set(read(text).diagnostics.all.map(\.message.id)) == ["anchor"])
  }

  @Test("Bytes that are no text")
  func bytes() {
    #expect(read([0xFF, 0xFE, 0x76, 0x00]).findings == ["1:1 notUTF8"])
    #expect(read(Array("votum: 1\ntitle: K".utf8) + [0xE4]).findings == ["2:9 notUTF8"])
    #expect(read([0x50, 0x4B, 3, 4]).findings == ["1:3 notText"])
    let large = [UInt8](repeating: 0x61, count: YAMLDocument.largestFile + 1)
    #expect(read(large).findings == ["1:1 yamlTooLarge"])
  }

  @Test("More than anybody means")
  func tooMuch() {
    let lines = (0...CriterionDeclaration.mostCriteria).map { "  - { id: k\($0) }\n" }.joined()
    #expect(
      read(changed("offers:", to: lines + "offers:")).diagnostics.all.contains {
        $0.message.id == "tooManyCriteria"
      })
    let profiles = (0...30).map { "  p\($0): { fit: 50 }\n" }.joined()
    #expect(
      read(changed(plus: "weight_profiles:\n" + profiles)).findings == ["18:3 tooManyProfiles"])
    let chain = (0..<20).map {
      "  - { id: c\($0 + 1), name: C, under: \($0 == 0 ? "fit" : "c\($0)"), weight: 1 }\n"
    }.joined()
    #expect(
      read(changed("offers:", to: chain + "offers:")).findings == ["25:11 treeTooDeep"])
    let wrong = (0..<3_000).map { "k\($0): 1\n" }.joined()
    let told = read(changed(plus: wrong)).diagnostics.all
    #expect(told.count == Reading.mostErrors)
    #expect(told.last?.message.id == "furtherMistakes")
    let repeated = (0..<40).map { "k\($0): 1\nk\($0): 2\n" }.joined()
    #expect(read(repeated).diagnostics.all.map(\.message.id) == ["repeatedKeys"])
  }

  @Test("Every message can be met")
  func everyMessage() throws {
    var met: Set<String> = []
    for input in BadInputTests.all {
      met.formUnion(read(input.text).diagnostics.all.map(\.message.id))
    }
    // Met in other tests of this target.
    met.formUnion([
      "anchorsMissing", "emptyBranch", "furtherMistakes", "manyKnockouts", "nameInOneLanguage",
      "noteMissing",
      "notUTF8", "tooManyCriteria", "tooManyProfiles", "treeTooDeep", "yamlTooLarge",
    ])
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for name in ["DecisionMessages", "DecisionMessages+Criteria", "DecisionMessages+Form"] {
      let file = root.appending(path: "Sources/Messages/\(name).swift")
      let source = try String(contentsOf: file, encoding: .utf8)
      let names = source.matches(of: /public static func ([A-Za-z0-9]+)/).map { String($0.1) }
      #expect(!names.isEmpty)
      #expect(names.filter { !met.contains($0) } == [])
      #expect(names == names.sorted { $0.lowercased() < $1.lowercased() })
    }
  }
}
