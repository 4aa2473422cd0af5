import DecisionModel
import Measures
import Messages

/// Turns what siblings state into weights that sum to 1 (`rulings.md` R2).
struct GroupWeights {
  /// The weight of one sibling.
  struct Weight {
    var local: Double
    var stated: StatedWeight
    var priority: Priority?
  }

  private let reading: Reading
  private let method: Weighting.Method

  init(_ reading: Reading, method: Weighting.Method) {
    self.reading = reading
    self.method = method
  }

  /// The weights of siblings, in their order; reports what keeps them from being weights.
  func local(_ siblings: [CriterionDeclaration]) -> [Weight] {
    let nothing = Weight(local: 0, stated: StatedWeight(value: .zero), priority: nil)
    var stated: [WeightStatement] = []
    for sibling in siblings {
      if let weight = sibling.weight {
        stated.append(weight)
      } else {
        reading.error(sibling.position, .missingWeight(sibling.id, usesRanks: method == .ranks))
      }
    }
    guard let first = stated.first, stated.count == siblings.count,
      !stated.contains(where: { $0.basis.kind == .unreadable })
    else {
      return siblings.map { _ in nothing }
    }
    let kind = first.basis.kind
    if let other = stated.first(where: { $0.basis.kind != kind }) {
      reading.error(other.position, .mixedWeights(first.position.line))
      return siblings.map { _ in nothing }
    }
    let weights = kind == .rank ? ranked(stated) : proportional(stated, siblings)
    return weights ?? siblings.map { _ in nothing }
  }

  private func proportional(
    _ statements: [WeightStatement], _ siblings: [CriterionDeclaration]
  ) -> [Weight]? {
    var weights: [Weight] = []
    var sum = Amount.zero
    for statement in statements {
      let stated: StatedWeight
      var priority: Priority?
      switch statement.basis {
      case .number(let number, _): stated = number
      case .priority(let value):
        stated = StatedWeight(value: Amount(value.weight))
        priority = value
      case .rank, .unreadable: return nil
      }
      guard let next = try? sum.adding(stated.value) else {
        reading.error(statement.position, .weightsTooLarge())
        return nil
      }
      sum = next
      weights.append(Weight(local: 0, stated: stated, priority: priority))
    }
    guard let place = statements.first?.position else { return nil }
    if sum == .zero {
      reading.error(place, .weightsAllZero(siblings.map(\.id)))
      return nil
    }
    if case .number(_, isPercent: true)? = statements.first?.basis,
      (sum.units - 100 * Amount.unitsPerWhole).magnitude > UInt128(Amount.unitsPerWhole / 100)
    {
      reading.error(place, .percentSum(siblings.map(\.id), sum.text))
      return nil
    }
    let total = sum.double
    for index in weights.indices {
      weights[index].local = weights[index].stated.value.double / total
    }
    return weights
  }

  /// Rank order centroids: w_j = (1/n) Σ_{i≥j} 1/i (Barron and Barrett 1996).
  private func ranked(_ statements: [WeightStatement]) -> [Weight]? {
    let count = statements.count
    var lines: [Int: Int] = [:]
    var ranks: [Int] = []
    for statement in statements {
      guard case .rank(let rank) = statement.basis else { return nil }
      if method != .ranks {
        reading.error(statement.position, .rankWithoutMethod())
        return nil
      }
      if rank > count {
        reading.error(statement.position, .rankTooHigh(rank, count))
        return nil
      }
      if let line = lines[rank] {
        reading.error(statement.position, .duplicateRank(rank, line))
        return nil
      }
      lines[rank] = statement.position.line
      ranks.append(rank)
    }
    // Centroids from the last rank to the first, so that each adds one term.
    var centroids = [Double](repeating: 0, count: count)
    var sum = 0.0
    for rank in stride(from: count, through: 1, by: -1) {
      sum += 1 / Double(rank)
      centroids[rank - 1] = sum / Double(count)
    }
    return ranks.map { rank in
      let weight = centroids[rank - 1]
      let stated = Amount(units: Int128((weight * 1e12).rounded()))
      return Weight(local: weight, stated: StatedWeight(value: stated), priority: nil)
    }
  }
}

extension WeightStatement.Basis {
  /// Siblings must agree in this.
  enum Kind { case number, percent, priority, rank, unreadable }

  var kind: Kind {
    switch self {
    case .number(_, let isPercent): isPercent ? .percent : .number
    case .priority: .priority
    case .rank: .rank
    case .unreadable: .unreadable
    }
  }
}
