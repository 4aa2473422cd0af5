import DecisionModel
import Measures
import Messages
import Testing

@testable import DecisionFile

@Suite("Catalogues")
struct CatalogueTests {
  private static let catalogue = """
    votum_catalogue: 1
    id: own
    name: { de: Eigener, en: Own }
    as_of: 2026-11-21
    source: ourselves
    criteria:
      - { id: functions, name: { de: F, en: F }, under: fit, weight: 3 }
      - id: core
        name: { de: Kern, en: Core }
        note: { de: Was, en: What }
        under: fit/functions
        weight: 2
        scale: percent
        knockout: at least 80 %
      - { id: extras, name: { de: E, en: E }, note: { de: W, en: W }, under: fit, weight: 1 }

    """

  private static func decision(_ criteria: String) -> String {
    goodDecision.replacing(
      """
      criteria:
        - { id: speed, name: Tempo, under: fit, weight: 3, scale: { unit: s, best: 1, worst: 5 } }
        - { id: help, name: Hilfe, under: fit, weight: 1 }
      """, with: "catalogue: own.yaml\ncriteria:\n" + criteria)
  }

  private func read(_ criteria: String) -> Outcome {
    DecisionFileTests.read(Self.decision(criteria), catalogues: ["own.yaml": Self.catalogue])
  }

  @Test("Criteria of the decision add, change and take out")
  func merge() throws {
    let outcome = read(
      """
        - { id: core, weight: 6, name: Kernprozesse, knockout: none }
        - { id: extras, remove: yes }
        - { id: more, name: Mehr, under: functions, weight: 2 }
      """)
    #expect(outcome.findings == [])
    let tree = try #require(outcome.decision).criteria
    #expect(
      tree.nodes.map(\.path) == [
        "", "fit", "fit/functions", "fit/functions/core", "fit/functions/more", "cost",
      ])
    let core = tree.nodes[3]
    #expect(core.localWeight == 0.75 && core.knockout == nil)
    #expect(core.name == LocalText("Kernprozesse") && core.note == LocalText(de: "Was", en: "What"))
    #expect(core.position == SourcePosition(file: "decision.yaml", line: 13, column: 11))
    #expect(tree.nodes[2].position.file == "own.yaml")
  }

  @Test("A question with requirements below becomes a branch without a scale")
  func branch() throws {
    let outcome = read(
      """
        - { id: core, knockout: every must at least configuration }
        - { id: one, name: Eins, under: core, priority: must }
        - { id: two, name: Zwei, under: core, priority: wont }
      """)
    #expect(outcome.findings == [])
    let tree = try #require(outcome.decision).criteria
    let core = tree.nodes[try #require(tree.index(of: "core"))]
    #expect(core.role == .branch)
    #expect(core.knockout == .everyMust(atLeast: "configuration"))
    #expect(tree.nodes.last { $0.id == "two" }?.localWeight == 0)
  }

  @Test("A figure's condition does not fit a branch")
  func knockoutOfBranch() {
    let outcome = read("  - { id: one, name: Eins, under: core, weight: 1 }")
    #expect(outcome.findings == ["own.yaml:14:15 knockoutOfBranch"])
  }

  @Test("A new scale that the catalogue's condition does not fit is the decision's mistake")
  func knockoutOfNewScale() {
    let outcome = read("  - { id: core, scale: yes_no }")
    #expect(outcome.findings == ["13:24 unknownLevel"])
  }

  @Test("A branch that loses all its criteria")
  func emptyBranch() {
    #expect(read("  - { id: core, remove: yes }").findings == ["own.yaml:7:11 emptyBranch"])
    #expect(read("  - { id: functions, remove: yes }").findings == [])
  }

  @Test("The same identifier twice is told with both places")
  func duplicate() {
    let outcome = read("  - { id: core, name: Zweiter, under: fit, weight: 1 }")
    #expect(outcome.findings == ["13:11 duplicateCriterion"])
    #expect(outcome.diagnostics.all.first?.message.text.en.contains("“own.yaml”, line 8") == true)
  }

  @Test("Mistakes inside a catalogue are told in its place")
  func mistakes() {
    let text = Self.catalogue.replacing("under: fit/functions", with: "under: fit/funktions")
      .replacing("as_of: 2026-11-21", with: "as_of: today")
    let outcome = DecisionFileTests.read(
      Self.decision("  - { id: extras, weight: 2 }"), catalogues: ["own.yaml": text])
    #expect(outcome.findings == ["own.yaml:4:8 badDate", "own.yaml:11:12 unknownParent"])
  }

  @Test(
    "The linter",
    arguments: [
      ("", []),
      ("  - { id: x, name: X, under: fit, weight: 1, note: W }\n", ["16:11 nameInOneLanguage"]),
      ("  - { id: x, name: { de: X, en: X }, under: fit, weight: 1 }\n", ["16:11 noteMissing"]),
      (
        "  - { id: x, name: { de: X, en: X }, under: fit, weight: 1, note: W, scale: rating }\n",
        ["16:11 anchorsMissing"]
      ),
      ("  - { id: x, name: { de: X, en: X }, weight: 1, note: W }\n", ["16:11 missingKey"]),
      (
        (0..<10).map {
          "  - { id: k\($0), name: { de: X, en: X }, under: fit, weight: 1, note: W, knockout: yes }\n"
        }.joined(), ["1:1 manyKnockouts"]
      ),
    ])
  func lint(lines: String, findings: [String]) {
    var diagnostics = Diagnostics()
    let catalogue = CatalogueFile.read(
      bytes: Array((Self.catalogue + lines).utf8), file: "own.yaml", diagnostics: &diagnostics)
    let found = diagnostics.sorted.map {
      "\($0.position.line):\($0.position.column) \($0.message.id)"
    }
    #expect(found == findings)
    #expect((catalogue == nil) == diagnostics.hasErrors)
  }
}
