import Messages
import Testing

@Suite("Suggestions")
struct SuggestionTests {
  private static let names = ["users", "sites", "storage", "order_variants", "ab", "cd"]

  @Test(
    "name what was probably meant",
    arguments: [
      ("user", "users"), ("usres", "users"), ("Users", "users"), ("usesr", "users"),
      ("order variants", "order_variants"), ("ordervarinats", "order_variants"),
      ("sties", "sites"), ("storrage", "storage"), ("orderrrvarixnt", "order_variants"),
      ("xyz", nil), ("", nil), ("_-", nil), ("usxyz", nil), ("b", nil), ("q", nil),
      ("variants", nil),
    ] as [(String, String?)])
  func nearest(text: String, expected: String?) {
    #expect(Suggestion.nearest(to: text, in: SuggestionTests.names) == expected)
    #expect(Suggestion.nearest(to: text, in: SuggestionTests.names.reversed()) == expected)
  }

  @Test("choose the first by code points among equally near names, whatever their order")
  func ties() {
    for names in [["bar", "baz", "bay"], ["bay", "baz", "bar"], ["baz", "bar", "bay"]] {
      #expect(Suggestion.nearest(to: "bax", in: names) == "bar")
    }
  }

  @Test("take no time for texts that are no names")
  func long() {
    let text = String(repeating: "x", count: 1_000_000)
    #expect(Suggestion.nearest(to: text, in: [text, "x"]) == nil)
  }
}
