import DecisionModel
import Evaluation
import Messages
import ReproducibleMath

/// Holds the verdict's words against what may be true: how often is the recommended offer really the
/// best one, for each word?
///
/// For every generated decision the truth is drawn a thousand times from the same uncertainties that
/// the decision states: weights within ±20 % of goals and first branches, claimed answers down by
/// the weakness of their evidence, missing ones anywhere on their scale, prices on their ranges. The
/// recommended offer's share of truths in which it is best, and the points by which it falls short
/// of the best on average, are then listed by word.
///
/// usage: verdict-study [decisions a kind] — prints a table in Markdown
@main
enum VerdictStudy {
  private static let truths = 1_000

  static func main() async throws {
    let each = CommandLine.arguments.dropFirst().first.flatMap { UInt64($0) } ?? 500
    var rows: [Row] = []
    for (index, kind) in GeneratedDecision.Kind.allCases.enumerated() {
      for number in 0..<each {
        rows.append(try await row(kind, number: UInt64(index) << 32 | number))
      }
    }
    print(
      "| Decisions | Verdict | Share | Best in truth, mean | lowest tenth | lowest | Shortfall, points |"
    )
    print("|---|---|---|---|---|---|---|")
    for kind in GeneratedDecision.Kind.allCases {
      table(rows.filter { $0.kind == kind }, kind.rawValue)
    }
    table(rows, "all")
    mistakes(rows)
  }

  private struct Row {
    let kind: GeneratedDecision.Kind
    let word: Verdict.Word
    let reasons: [Verdict.Reason]
    /// Share of truths in which the recommended offer is best.
    let best: Double
    /// Mean points by which it falls short of the best.
    let shortfall: Double
  }

  private static func row(
    _ kind: GeneratedDecision.Kind, number: UInt64
  ) async throws -> Row {
    let generated = GeneratedDecision(kind: kind, number: number)
    var diagnostics = Diagnostics()
    let evaluation = try await Evaluator(
      decision: generated.decision, offers: generated.offers, programVersion: "study"
    ).evaluate(diagnostics: &diagnostics)
    let leader = generated.offers.firstIndex {
      $0.declaration.id == evaluation.verdict.leader
    }
    let (best, shortfall) = Truth(generated, number: number).outcome(
      of: leader ?? 0, truths: truths)
    return Row(
      kind: kind, word: evaluation.verdict.word, reasons: evaluation.verdict.reasons, best: best,
      shortfall: shortfall)
  }

  private static func table(_ rows: [Row], _ name: String) {
    for word in [Verdict.Word.clear, .fragile, .tie] {
      let chosen = rows.filter { $0.word == word }
      let best = chosen.map(\.best).sorted()
      guard let lowest = best.first else { continue }
      let count = Double(chosen.count)
      print(
        "| \(name) | \(word.rawValue) | \(percent(count / Double(rows.count))) "
          + "| \(percent(best.reduce(0, +) / count)) | \(percent(best[best.count / 10])) "
          + "| \(percent(lowest)) | \(hundredths(chosen.map(\.shortfall).reduce(0, +) / count)) |")
    }
  }

  private static func mistakes(_ rows: [Row]) {
    func share(_ word: Verdict.Word, _ isMistaken: (Row) -> Bool) -> String {
      let chosen = rows.filter { $0.word == word }
      guard !chosen.isEmpty else { return "none" }
      let count = chosen.filter(isMistaken).count
      return "\(count) of \(chosen.count) (\(percent(Double(count) / Double(chosen.count))))"
    }
    print("")
    print("- clear, yet best in fewer than 7 of 10 truths: \(share(.clear) { $0.best < 0.7 })")
    print("- clear, yet half a point short on average: \(share(.clear) { $0.shortfall > 0.5 })")
    print("- tie, yet best in more than 9 of 10 truths: \(share(.tie) { $0.best > 0.9 })")
    print("- close, yet best in more than 95 of 100 truths: \(share(.fragile) { $0.best > 0.95 })")
    print("- close, yet best in fewer than half: \(share(.fragile) { $0.best < 0.5 })")
    for reason in [
      Verdict.Reason.smallLead, .withinNoise, .lowChance, .smallRadius, .lowAcceptability,
      .lowJointAcceptability,
      .cornerTest, .costClipped,
    ] {
      let chosen = rows.filter { $0.reasons == [reason] }
      guard !chosen.isEmpty else { continue }
      let mean = chosen.map(\.best).reduce(0, +) / Double(chosen.count)
      print(
        "- \(reason.rawValue) as the only reason: \(chosen.count) decisions, best in "
          + "\(percent(mean)) of truths")
    }
  }

  private static func percent(_ share: Double) -> String {
    "\((share * 1000).rounded() / 10) %"
  }

  private static func hundredths(_ value: Double) -> String {
    "\((value * 100).rounded() / 100)"
  }
}

/// Draws what may be true behind a generated decision.
private struct Truth {
  private let generated: GeneratedDecision
  private let number: UInt64

  init(_ generated: GeneratedDecision, number: UInt64) {
    self.generated = generated
    self.number = number
  }

  func outcome(of leader: Int, truths: Int) -> (best: Double, shortfall: Double) {
    var random = RandomStream(seed: 7, stream: 0x7472_7574_68, block: number)
    let tree = generated.decision.criteria
    let leaves = tree.leaves.filter {
      if case .question = tree.nodes[$0].role { true } else { false }
    }
    let cost = tree.nodes.firstIndex { if case .cost = $0.role { true } else { false } } ?? 0
    var wins = 0.0
    var shortfall = 0.0
    for _ in 0..<truths {
      var local = tree.nodes.map(\.localWeight)
      for (parent, children) in tree.children.enumerated()
      where tree.depth(of: parent) < 2 && children.count > 1 {
        for child in children { local[child] *= 1 + 0.2 * (2 * random.uniform() - 1) }
        let sum = children.reduce(0) { $0 + local[$1] }
        for child in children { local[child] /= sum }
      }
      var global = local
      for node in tree.nodes.indices.dropFirst() {
        global[node] = local[node] * (tree.nodes[node].parent.map { global[$0] } ?? 1)
      }
      var totals: [Double] = []
      for offer in generated.answers.indices {
        var total = 0.0
        for (column, leaf) in leaves.enumerated() {
          let value: Double
          if let (stated, weakness) = generated.answers[offer][column] {
            value = stated * (1 - weakness * random.uniform())
          } else {
            value = random.uniform()
          }
          total += global[leaf] * value
        }
        let (low, likely, high) = generated.prices[offer]
        let price = triangular(low, likely, high, random.uniform())
        total += global[cost] * min((650_000 - price) / 400_000, 1)
        totals.append(100 * total)
      }
      let best = totals.max() ?? 0
      if totals[leader] >= best { wins += 1 }
      shortfall += best - totals[leader]
    }
    return (wins / Double(truths), shortfall / Double(truths))
  }

  private func triangular(_ low: Double, _ mode: Double, _ high: Double, _ share: Double) -> Double
  {
    let length = high - low
    guard length > 0 else { return mode }
    return share < (mode - low) / length
      ? low + (share * length * (mode - low)).squareRoot()
      : high - ((1 - share) * length * (high - mode)).squareRoot()
  }
}
