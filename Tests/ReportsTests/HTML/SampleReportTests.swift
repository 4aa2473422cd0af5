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
  /// discounting, read from the same files. What leaving the old system costs was added by hand: 15,000
  /// in the year of going live, the first or (for own) the second, at 5 % from its middle.
  @Test(arguments: [
    ("westcloud", "1052470.80", 970_767.38, 65.25, 66.115),
    ("nordwind", "1135548.34", 1_048_951.00, 45.25, 63.901),
    ("suedstern", "1162582.50", 1_090_933.76, 52.50, 61.777),
    ("today", "835622.69", 736_776.71, 83.50, 49.653),
    ("own", "1516884.87", 1_394_897.28, 27.75, 47.695),
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
