/// Does a method's winner depend on alternatives that do not win? Drops every other alternative in
/// turn, and copies every alternative in turn, and asks the method again.
///
/// A method on fixed scales passes both by construction. Relative methods (min–max and vector
/// normalisation, TOPSIS, PROMETHEE, AHP in the distributive mode) may not: then it must be told which
/// loser decides. The literature calls it rank reversal; Belton, Gear, Omega 11(3), 1983,
/// doi:10.1016/0305-0483(83)90047-6, showed it for copies.
public struct IndependenceCheck: Sendable, Equatable {
  /// What happens if one alternative is dropped, or stands there twice.
  public struct Trial: Sendable, Equatable {
    /// The alternative that is dropped or copied.
    public let alternative: Int
    /// Who wins then, as rows of the table that was given, ascending; a copy counts as its original.
    public let winners: [Int]
    /// Whether that is another result.
    public let changesWinner: Bool
    /// Pairs of the others that stand in the opposite order then, with strictly different ranks both
    /// times.
    public let reversals: Int
    /// Why the method can't analyse the changed table; nil if it can.
    public let failure: MethodError?
  }

  /// Who wins with all alternatives, ascending.
  public let winners: [Int]
  /// A trial without each alternative that does not win, in their order.
  public let drops: [Trial]
  /// A trial with a copy of each alternative, in their order.
  public let copies: [Trial]

  /// Whether no loser decides who wins, and the method could always be asked.
  public var isIndependentOfLosers: Bool {
    drops.allSatisfy { !$0.changesWinner && $0.failure == nil }
  }

  /// Whether no copy of an alternative decides who wins, and the method could always be asked.
  public var isIndependentOfCopies: Bool {
    copies.allSatisfy { !$0.changesWinner && $0.failure == nil }
  }

  /// Asks `method` again for every change of `table`.
  ///
  /// - Throws: if the method can't analyse the table itself.
  /// - Complexity: 2·m evaluations for m alternatives, and O(m²) comparisons of ranks for each.
  public init(
    _ method: some ScoringMethod, _ table: PerformanceTable
  ) throws(MethodError) {
    let before = try method.evaluate(table).ranking
    let rows = Array(0..<table.alternativeCount)
    func trial(_ alternative: Int, kept: [Int]) -> Trial {
      var failure: MethodError?
      var after: Ranking?
      if let changed = table.selecting(kept) {
        do throws(MethodError) {
          after = try method.evaluate(changed).ranking
        } catch { failure = error }
      }
      guard let after else {
        return Trial(
          alternative: alternative, winners: [], changesWinner: false, reversals: 0,
          failure: failure ?? .tooFewAlternatives(needed: 2, found: kept.count))
      }
      let winners = Set(after.winners.map { kept[$0] }).sorted()
      var reversals = 0
      for first in kept.indices where kept[first] != alternative {
        for second in kept.indices where kept[second] != alternative && second > first {
          let then = (before.ranks[kept[first]] - before.ranks[kept[second]]).signum()
          let now = (after.ranks[first] - after.ranks[second]).signum()
          if then * now < 0 { reversals += 1 }
        }
      }
      return Trial(
        alternative: alternative, winners: winners, changesWinner: winners != before.winners,
        reversals: reversals, failure: nil)
    }
    winners = before.winners
    drops = rows.filter { before.ranks[$0] != 1 }.map { loser in
      trial(loser, kept: rows.filter { $0 != loser })
    }
    copies = rows.map { trial($0, kept: rows + [$0]) }
  }
}

extension PerformanceTable {
  /// The table of these rows; a row that occurs again gets a name of its own. Nil without rows.
  func selecting(_ rows: [Int]) -> PerformanceTable? {
    var names: [String] = []
    var taken = Set(alternatives)
    var seen = Set<Int>()
    for row in rows {
      var name = alternatives[row]
      if !seen.insert(row).inserted {
        repeat { name += " (copy)" } while taken.contains(name)
        taken.insert(name)
      }
      names.append(name)
    }
    return try? PerformanceTable(
      alternatives: names, criteria: criteria,
      cells: rows.flatMap { row in criteria.indices.map { cell(row, $0) } })
  }
}
