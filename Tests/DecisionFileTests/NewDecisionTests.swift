import Catalogues
import DecisionModel
import Measures
import Messages
import Testing
import TotalCost

@testable import DecisionFile

@Suite("A new decision folder")
struct NewDecisionTests {
  private func files(_ language: Language) throws -> [String: [UInt8]] {
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 30))
    let files = NewDecision.files(
      catalogue: Catalogue.shipped[0], language: language, today: today)
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
  }

  @Test("It reads without a finding, and its files are there", arguments: Language.allCases)
  func reads(language: Language) throws {
    let files = try files(language)
    let outcome = read(try #require(files["decision.yaml"]))
    #expect(outcome.diagnostics.sorted.map { $0.text(.english) } == [])
    let decision = try #require(outcome.decision)
    #expect(decision.language == language)
    #expect(decision.asOf.iso == "2026-11-30")
    #expect(decision.costPlan.start.iso == "2027-05-01")
    let baseline = try #require(decision.baseline)
    let named = decision.offers.flatMap(\.files).map(\.path) + [baseline.path]
    #expect(Set(named).union(["decision.yaml", "README.md"]) == Set(files.keys))
  }

  @Test("Every field of a decision is in it, with a comment", arguments: Language.allCases)
  func fields(language: Language) throws {
    let reading = Reading()
    _ = DecisionFile.read(
      bytes: Array(goodDecision.utf8), file: "", loadCatalogue: { _ in nil }, reading)
    let files = try files(language)
    let text = String(decoding: try #require(files["decision.yaml"]), as: UTF8.self)
    let lines = text.split(separator: "\n")
    for key in try #require(reading.knownKeys[.decision]) {
      #expect(lines.contains { $0.hasPrefix(key + ":") || $0.hasPrefix("# \(key):") }, "\(key)")
    }
    #expect(!text.contains("@"))
  }

  @Test("Every question is answered, in the dialect of the language", arguments: Language.allCases)
  func answers(language: Language) throws {
    let files = try files(language)
    let outcome = read(try #require(files["decision.yaml"]))
    let decision = try #require(outcome.decision)
    let questions = decision.criteria.leaves.map { decision.criteria.nodes[$0] }
      .filter { $0.goal != .cost }
    for offer in decision.offers {
      let table = String(decoding: try #require(files[offer.files[0].path]), as: UTF8.self)
      let separator: Character = language == .german ? ";" : ","
      let rows = table.split(separator: "\r\n").dropFirst().map {
        $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
      }
      #expect(rows.map { $0[0] } == questions.map(\.id))
      #expect(table.hasPrefix("\u{FEFF}") == (language == .german))
    }
  }

  @Test("At the end of the calendar it still is a folder")
  func lastDay() throws {
    let today = try #require(CalendarDate(year: 2999, month: 12, day: 31))
    let files = NewDecision.files(
      catalogue: Catalogue.shipped[0], language: .english, today: today)
    let decision = try #require(files.first)
    #expect(read(decision.bytes).decision != nil)
  }
}
