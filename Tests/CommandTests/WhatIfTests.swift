import Evaluation
import Foundation
import MCDA
import Messages
import Sensitivity
import Testing

@testable import Reports

/// The page's arithmetic against the engine's.
@Suite(.serialized) struct WhatIfTests {
  /// What the page's script says it reckoned.
  struct Reckoned: Decodable {
    struct Entry: Decodable {
      let offer: Int
      let points: Double
      let rank: Int
    }
    struct Flip: Decodable {
      let node: Int
      let low: Double?
      let high: Double?
      let below: Int?
      let above: Int?
    }
    let weights: [Double]
    let ranked: [Entry]
    let flips: [Flip]
  }

  /// The engine's tree and values of a report.
  struct Engine {
    let evaluation: Evaluation
    let offers: [OfferResult]

    init(_ out: URL) throws {
      let bytes = Array(try Data(contentsOf: out.appendingPathComponent("evaluation.json")))
      let evaluation = try EvaluationFile.evaluation(from: bytes)
      self.evaluation = evaluation
      offers = evaluation.order.compactMap { evaluation.offer($0) }
    }

    /// The engine's value of some offers under other weights.
    func value(_ weights: [Double], _ taking: [Int]) throws -> AdditiveValue {
      let criteria = evaluation.criteria
      let tree = try ValueTree(
        criteria.enumerated().map { index, node in
          ValueTree.Entry(
            node.path,
            parent: node.parent.flatMap { path in
              criteria.firstIndex { $0.path == path }
            }, weight: index == 0 ? 1 : weights[index])
        })
      let values = taking.flatMap { offer in
        criteria.indices.filter { criteria[$0].isLeaf }.map {
          offers[offer].scores[$0].value ?? .nan
        }
      }
      return try AdditiveValue(tree: tree, values: values)
    }

    /// Nodes by the sibling groups that the page has sliders for.
    func groups(_ nodes: [Int]) -> [[Int]] {
      Dictionary(grouping: nodes) { evaluation.criteria[$0].parent ?? "" }.values
        .sorted { $0[0] < $1[0] }.map { $0.sorted() }
    }
  }

  /// A repeatable stream of numbers from 0 to 1.
  struct Numbers {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
  }

  @Test func theDriverIsThere() {
    #expect(WebDriver.program != nil, "chromedriver is missing; make test installs it")
  }

  /// The page and the engine agree about points, ranks and flip points.
  func compare(
    _ page: Reckoned, _ engine: Engine, weights: [Double], taking: [Int], _ label: String
  ) throws {
    let value = try engine.value(weights, taking)
    #expect(page.ranked.count == taking.count, "\(label)")
    for entry in page.ranked {
      let row = try #require(taking.firstIndex(of: entry.offer))
      #expect(abs(entry.points - 100 * value.totals[row]) < 1e-9, "points, \(label)")
      #expect(entry.rank == value.ranking.ranks[row], "rank, \(label)")
    }
    for flip in page.flips {
      let engineSays = WeightStability(value, node: flip.node)
      guard let low = flip.low, let high = flip.high else {
        #expect(engineSays == nil, "\(label)")
        continue
      }
      let stability = try #require(engineSays)
      #expect(abs(low - stability.winnerUnchanged.low) < 1e-9, "node \(flip.node), \(label)")
      #expect(abs(high - stability.winnerUnchanged.high) < 1e-9, "node \(flip.node), \(label)")
      #expect(flip.below == stability.winnerUnchanged.pairBelow.map { taking[$0.behind] })
      #expect(flip.above == stability.winnerUnchanged.pairAbove.map { taking[$0.behind] })
    }
  }

  @Test func thePageReckonsLikeTheEngine() async throws {
    let scratch = try Scratch()
    let sample = try #require(PageCase.all.first { $0.name == "the sample" })
    let out = try sample.evaluate(scratch)
    let engine = try Engine(out)
    let address = out.appendingPathComponent("report.html").absoluteString
    let official = engine.evaluation.criteria.map(\.localWeight)
    let ranked = engine.offers.indices.filter { engine.offers[$0].isRanked }
    let possible = engine.offers.indices.filter { engine.offers[$0].points != nil }
    try await WebDriver.with { browser in
      try await browser.open(address)
      let start = try await browser.run("return votumWhatIf", as: Reckoned.self)
      try compare(start, engine, weights: official, taking: ranked, "as decided")
      #expect(!start.flips.isEmpty)
      let paths = engine.evaluation.criteria.map(\.path)
      var numbers = Numbers(seed: 1)
      for round in 0..<200 {
        var weights = official
        var parts: [String] = []
        for group in engine.groups(start.flips.map(\.node)) where numbers.next() < 0.7 {
          // Some weights are nothing, as on a slider at its end.
          var drawn = group.map { _ in numbers.next() < 0.1 ? 0 : numbers.next() }
          if drawn.reduce(0, +) == 0 { drawn[0] = 1 }
          let sum = drawn.reduce(0, +)
          for (node, weight) in zip(group, drawn) {
            weights[node] = weight / sum
            parts.append("\(paths[node])=\(weight / sum)")
          }
        }
        var taking = ranked
        for offer in possible where numbers.next() < 0.3 {
          let name = engine.offers[offer].id
          if let index = taking.firstIndex(of: offer) {
            guard taking.count > 1 else { continue }
            taking.remove(at: index)
            parts.append("without=\(name)")
          } else {
            taking.append(offer)
            parts.append("with=\(name)")
          }
        }
        // The fragment alone changes: the page is not loaded again.
        let fragment = "#what-if?" + parts.joined(separator: "&")
        let page = try await browser.run(
          """
          history.replaceState(null, "", \(quoted(fragment)));
          dispatchEvent(new HashChangeEvent("hashchange"));
          return votumWhatIf;
          """, as: Reckoned.self)
        try compare(page, engine, weights: weights, taking: taking.sorted(), "round \(round)")
      }
      #expect(try await browser.complaints().isEmpty)
      #expect(try await browser.requests().filter { !$0.hasPrefix("file:///") }.isEmpty)
    }
  }

  private func quoted(_ text: String) -> String {
    "\""
      + text.replacingOccurrences(of: "\\", with: "\\\\")
      .replacingOccurrences(of: "\"", with: "\\\"") + "\""
  }

  @Test func aSliderMovesItsSiblingsInProportion() async throws {
    let scratch = try Scratch()
    let sample = try #require(PageCase.all.first { $0.name == "the sample" })
    let out = try sample.evaluate(scratch)
    let engine = try Engine(out)
    let criteria = engine.evaluation.criteria
    let address = out.appendingPathComponent("report.html").absoluteString
    let ranked = engine.offers.indices.filter { engine.offers[$0].isRanked }
    try await WebDriver.with { browser in
      try await browser.open(address)
      let nodes = try await browser.run("return votumWhatIf", as: Reckoned.self).flips.map(\.node)
      for node in nodes {
        var weights = criteria.map(\.localWeight)
        let target = 0.625
        let siblings = criteria.indices.filter {
          $0 != node && criteria[$0].parent == criteria[node].parent
        }
        let rest = siblings.reduce(0) { $0 + weights[$1] }
        for sibling in siblings { weights[sibling] *= (1 - target) / rest }
        weights[node] = target
        let page = try await browser.run(
          """
          document.querySelector("[data-reset]").click();
          const slider = document.getElementById("slide\(node)");
          slider.value = 62.5;
          slider.dispatchEvent(new Event("input", {bubbles: true}));
          return votumWhatIf;
          """, as: Reckoned.self)
        try compare(page, engine, weights: weights, taking: ranked, "node \(node)")
      }
    }
  }

  @Test func whatWasTriedIsMarkedKeptInTheAddressAndTakenBack() async throws {
    struct Shown: Decodable, Equatable {
      let band: Bool
      let changes: String
      let first: String
      let official: [String]
      let hash: String
    }
    let shown = """
      const rows = [...document.querySelectorAll("#what-if tr[data-offer]")];
      return {
        band: !document.getElementById("what-if-band").hidden,
        changes: document.getElementById("what-if-changes").textContent,
        first: rows[0].dataset.offer,
        official: rows.map((row) => row.dataset.offer + row.querySelector(".official").textContent)
          .sort(),
        hash: location.hash,
      };
      """
    let scratch = try Scratch()
    let sample = try #require(
      PageCase.all.first { $0.name == "the sample" && $0.language == "en" })
    let out = try sample.evaluate(scratch)
    let engine = try Engine(out)
    let leader = try #require(engine.evaluation.leader)
    let runnerUp = try #require(engine.evaluation.runnerUp)
    let address = out.appendingPathComponent("report.html").absoluteString
    try await WebDriver.with { browser in
      try await browser.open(address)
      let before = try await browser.run(shown, as: Shown.self)
      #expect(!before.band && before.first == leader.id && before.hash.isEmpty)
      // By keyboard alone: the switch of the leader, then the slider of the first goal.
      try await browser.run(
        "document.querySelector('tr[data-offer=\(leader.id)] input').focus()")
      try await browser.press(WebDriver.Key.space)
      let without = try await browser.run(shown, as: Shown.self)
      #expect(without.band && without.first == runnerUp.id)
      #expect(without.changes == "without \(leader.name)")
      #expect(without.official == before.official, "the official result stays")
      try await browser.run("document.querySelector('#what-if input[type=range]').focus()")
      try await browser.press(WebDriver.Key.right, WebDriver.Key.right)
      let moved = try await browser.run(shown, as: Shown.self)
      #expect(moved.changes.contains("→"))
      // The address brings the state back in another window.
      try await browser.open(address + moved.hash)
      #expect(try await browser.run(shown, as: Shown.self) == moved)
      try await browser.run("document.querySelector('#what-if-band [data-reset]').click()")
      let after = try await browser.run(shown, as: Shown.self)
      #expect(!after.band && after.changes.isEmpty && after.first == leader.id)
      // A weighting of the decision gives its column of the report.
      for (index, profile) in engine.evaluation.profiles.enumerated() {
        let page = try await browser.run(
          "document.querySelector('[data-setting=\"\(index)\"]').click(); return votumWhatIf;",
          as: Reckoned.self)
        for standing in profile.standings {
          let entry = try #require(
            page.ranked.first { engine.offers[$0.offer].id == standing.offer })
          #expect(abs(entry.points - standing.points) < 1e-9 && entry.rank == standing.rank)
        }
      }
      // So does a scenario, whatever it changes; its address brings it back.
      #expect(!engine.evaluation.scenarios.isEmpty)
      for (index, scenario) in engine.evaluation.scenarios.enumerated() {
        let place = engine.evaluation.profiles.count + index
        let page = try await browser.run(
          "document.querySelector('[data-setting=\"\(place)\"]').click(); return votumWhatIf;",
          as: Reckoned.self)
        let ranked = scenario.standings.filter { $0.points != nil }
        #expect(page.ranked.count == ranked.count)
        for standing in ranked {
          let entry = try #require(
            page.ranked.first { engine.offers[$0.offer].id == standing.offer })
          let points = try #require(standing.points)
          #expect(abs(entry.points - points) < 1e-9 && entry.rank == standing.rank)
        }
        let tried = try await browser.run(shown, as: Shown.self)
        #expect(tried.changes == "scenario “\(scenario.name(.english))”")
        try await browser.open(address + tried.hash)
        #expect(try await browser.run(shown, as: Shown.self) == tried)
      }
      // Addresses that make no sense change nothing.
      try await browser.open(
        address + "#what-if?fit=NaN&cost=-1&lock_in=1e9&with=nobody&%E0%A4%A"
          + "&__proto__=1&=&profile=x")
      #expect(try await browser.run(shown, as: Shown.self).first == leader.id)
      #expect(try await browser.complaints().isEmpty)
    }
  }

  @Test func withoutScriptThePartIsNotShown() async throws {
    let scratch = try Scratch()
    let sample = try #require(PageCase.all.first { $0.name == "the sample" })
    let out = try sample.evaluate(scratch)
    try await WebDriver.with { browser in
      try await browser.devTools("Emulation.setScriptExecutionDisabled", ["value": true])
      try await browser.open(out.appendingPathComponent("report.html").absoluteString)
      try await browser.devTools("Emulation.setScriptExecutionDisabled", ["value": false])
      let visible = try await browser.run(
        "return [...document.querySelectorAll('.what-if, .band, [data-scripted]')]"
          + ".filter((e) => e.checkVisibility()).length", as: Int.self)
      #expect(visible == 0)
      #expect(try await browser.run("return document.body.innerText.length", as: Int.self) > 2000)
    }
  }
}
