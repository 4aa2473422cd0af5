import DecisionFolder
import DecisionModel
import Foundation
import Measures
import Messages
import Reports
import Testing

@testable import Evaluation

/// The shipped sample, read from its files, evaluated and reported.
@Suite struct SampleReportTests {
  static func evaluate() async throws -> Evaluation {
    let sample = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("samples/erp-selection")
    var diagnostics = Diagnostics()
    let folder = DecisionFolder.read(sample.path, diagnostics: &diagnostics)
    // One finding is meant: at 71 users the next tier of this price is cheaper in all.
    #expect(diagnostics.all.map(\.message.id) == ["checkTierEdge"])
    let read = try #require(folder)
    return try await Evaluator(
      decision: read.decision, offers: read.offers, baseline: read.baseline, inputs: read.inputs,
      programVersion: "test"
    ).evaluate(diagnostics: &diagnostics)
  }

  /// Figures of a second computation that shares no code with this one: exact rationals up to
  /// discounting, read from the same files.
  @Test(arguments: [
    ("westcloud", "1037470.80", 956128.87, 65.25, 66.664),
    ("nordwind", "1120548.34", 1_034_312.50, 45.25, 64.450),
    ("suedstern", "1147582.50", 1_076_295.26, 52.50, 62.326),
    ("today", "835622.69", 736_776.71, 83.50, 49.653),
    ("own", "1501884.87", 1_380_955.85, 27.75, 48.218),
  ])
  func agreesWithASecondComputation(
    offer: String, nominal: String, presentValue: Double, lockIn: Double, points: Double
  ) async throws {
    let result = try #require(try await Self.evaluate().offer(offer))
    #expect(result.cost.total?.text(places: 2) == nominal)
    #expect(abs((result.cost.presentValue ?? 0) - presentValue) < 0.005)
    #expect(abs((result.lockIn?.score ?? 0) - lockIn) < 0.005)
    #expect(abs((result.points ?? 0) - points) < 0.0005)
  }

  @Test func tellsTheStoryOfItsReadme() async throws {
    let result = try await Self.evaluate()
    #expect(result.order == ["nordwind", "suedstern", "today", "own", "westcloud"])
    #expect(result.verdict.word == .fragile)
    #expect(result.verdict.reasons == [.cornerTest])
    #expect(result.offer("westcloud")?.wouldRank == 1)
    #expect(result.offer("suedstern")?.unansweredCount == 10)
    #expect(result.criteria.filter { $0.priority != nil }.count >= 60)
    for offer in result.offers { #expect((19...40).contains(offer.cost.lines.count)) }
  }

  @Test(arguments: Language.allCases)
  func everyPrintedFigureStandsInTheEvaluation(language: Language) async throws {
    let evaluation = try await Self.evaluate()
    let html = try HTMLReport(
      evaluation, language: language, inputHash: String(repeating: "0", count: 64)
    ).text()
    let figures = try PrintedFigures(of: evaluation, language: language)
    for (text, path) in Markup(html).texts where !path.contains("code") {
      #expect(figures.strangers(in: text).isEmpty, "\(text)")
    }
  }
}
