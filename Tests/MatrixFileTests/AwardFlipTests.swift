import Messages
import Testing

@testable import MatrixFile

/// A loser that decides who wins: tables reproduced for this project, and the formula under which
/// it happens or doesn't.
@Suite struct AwardFlipTests {
  struct Flip: Sendable, CustomTestStringConvertible {
    let bids: [(String, Int, Int)]
    let share: Int
    let key: String
    let without: [String]
    let with: [String]
    var testDescription: String { "\(key) at \(share) %, \(bids.map(\.1))" }
  }

  private static let dear = [
    ("A", 760, 124_000), ("B", 500, 148_000), ("D", 840, 158_000), ("X", 550, 360_000),
  ]
  private static let near = [
    ("A", 860, 134_000), ("B", 870, 104_000), ("D", 810, 92_000), ("X", 510, 290_000),
  ]
  private static let cheap = [("A", 910, 145_000), ("B", 770, 120_000), ("X", 230, 75_000)]

  static let flips = [
    Flip(
      bids: dear, share: 60, key: "weighted_mean_index_60_40", without: ["A .3054", "D .2791"],
      with: ["D .4408", "A .4372"]),
    Flip(
      bids: dear, share: 70, key: "points_lowest_to_highest", without: ["A 83.2", "D 58.8"],
      with: ["D 84.478", "A 83.2"]),
    Flip(
      bids: near, share: 60, key: "weighted_median_index_60_40", without: ["D .2113", "B .2070"],
      with: ["B .2756", "D .2728"]),
    Flip(
      bids: cheap, share: 50, key: "points_lowest_over_price", without: ["B 88.50", "A 86.88"],
      with: ["A 71.36", "B 69.75"]),
  ]

  @Test(arguments: flips)
  func aHopelessBidTurnsTheResult(_ flip: Flip) async throws {
    for (bids, expected) in [(flip.bids.dropLast(), flip.without), (flip.bids[...], flip.with)] {
      let scores = try await scores(Array(bids), share: flip.share, key: flip.key)
      let leaders = scores.sorted { $0.value > $1.value }.prefix(2)
      for (leader, text) in zip(leaders, expected) {
        let parts = text.split(separator: " ")
        let digits = parts[1].split(separator: ".").last?.count ?? 0
        let step = (0..<digits).reduce(1.0) { value, _ in value / 10 }
        #expect(leader.key == parts[0])
        #expect((leader.value - (Double("0" + parts[1]) ?? .nan)).magnitude <= 0.51 * step)
      }
    }
  }

  @Test(arguments: ["Z", "weighted_median_index_60_40", "weighted_reference_index_60_40"])
  func theSameBidsWithoutAFlip(_ key: String) async throws {
    for bids in [Array(Self.dear.dropLast()), Self.dear] {
      let scores = try await scores(bids, share: 60, key: key)
      #expect(scores.max { $0.value < $1.value }?.key == "A")
    }
  }

  private func scores(
    _ bids: [(String, Int, Int)], share: Int, key: String
  ) async throws -> [String: Double] {
    let offers = bids.map {
      "\"\($0.0)\": {\"performance_points\": \($0.1), \"price\": \($0.2)}"
    }
    let text = """
      {"method": "ufab", "inputs": {"offers": {\(offers.joined(separator: ", "))},
        "performance_percent": \(share), "full_performance": 1000,
        "reference": {"performance": 800, "price": 120000}}}
      """
    let outcome = await MatrixFile.analyse(Array(text.utf8), path: "-", options: MatrixOptions())
    let json = try #require(outcome.json)
    let node = try #require(try JSONReader.read(json).root[key])
    guard case .object(let members) = node.value else { return [:] }
    return members.reduce(into: [:]) { scores, member in
      if case .number(let figure) = member.node.value { scores[member.key] = figure }
    }
  }
}
