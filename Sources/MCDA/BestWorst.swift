/// Weights from comparing every criterion with the best and with the worst one only: the linear
/// best-worst method.
///
/// Rezaei, Omega 64, 2016, doi:10.1016/j.omega.2015.12.001: minimise ξ subject to
/// |w_B − a_Bj·w_j| ≤ ξ and |w_j − a_jW·w_W| ≤ ξ for all j, Σw = 1, w ≥ 0, solved exactly as a
/// linear program. ξ is the linear model's own indicator: 0 for consistent judgements.
///
/// Assumes 2n − 3 ratio judgements, usually from 1 to 9. A single criterion has weight 1.
public struct BestWorst: Sendable, Equatable {
  /// The largest a_Bj that can be judged, beyond the usual 9.
  public static let largestRatio = 1e6

  /// How many times the best criterion counts as much as each one, at least 1.
  public let bestToOthers: [Double]
  /// How many times each criterion counts as much as the worst, at least 1.
  public let othersToWorst: [Double]
  /// The index of the best criterion.
  public let best: Int
  /// The index of the worst criterion.
  public let worst: Int
  /// One for each criterion, at least 0; the sum is 1 up to rounding.
  public let weights: [Double]
  /// The optimum ξ of the linear program, in weights.
  public let deviation: Double
  /// What each weight can be if ξ exceeds its optimum by no more than 1e-10.
  public let weightRanges: [ClosedRange<Double>]
  /// Whether the optimum belongs to these weights alone, within 1e-7.
  public let isUnique: Bool
  /// max_j |a_Bj·a_jW − a_BW| / (a_BW² − a_BW), from 0 to 1 for judgements up to a_BW; 0 if all are
  /// 1. Needs no weights, so it can be shown while judgements are made (Liang, Brunelli, Rezaei,
  /// Omega 96, 2020, doi:10.1016/j.omega.2019.102175).
  public let inputConsistencyRatio: Double
  /// The criterion behind ``inputConsistencyRatio``; nil if all judgements agree.
  public let leastConsistent: Int?
  /// The smallest ξ of the original model, |w_B/w_j − a_Bj| ≤ ξ and |w_j/w_W − a_jW| ≤ ξ
  /// (Rezaei, Omega 53, 2015, doi:10.1016/j.omega.2014.11.009).
  public let ratioDeviation: Double
  /// The largest ``ratioDeviation`` that a_BW allows: 0, 0.44, 1.00, 1.63, 2.30, 3.00, 3.73, 4.47,
  /// 5.23 for 1 to 9 in the paper of 2015, here by its formula.
  public let consistencyIndex: Double
  /// ``ratioDeviation`` over ``consistencyIndex``: the ratio of the paper of 2015. 0 is consistent,
  /// 1 as inconsistent as can be; 0 if a_BW is 1.
  public let consistencyRatio: Double

  /// Derives weights.
  ///
  /// - Parameters:
  ///   - bestToOthers: a_Bj, one for each criterion; 1 for the best itself.
  ///   - othersToWorst: a_jW, one for each criterion; 1 for the worst itself.
  ///   - best: the index of the best criterion; nil for the first with a_Bj = 1 and a_jW = a_BW.
  ///   - worst: the index of the worst; nil for the last with a_jW = 1 and a_Bj = a_BW.
  /// - Complexity: a linear program of n + 1 variables and 4n + 1 rows, and two more for each
  ///   criterion.
  public init(
    bestToOthers: [Double], othersToWorst: [Double], best: Int? = nil, worst: Int? = nil
  ) throws(BestWorstError) {
    let count = bestToOthers.count
    guard count > 0, othersToWorst.count == count else {
      throw .wrongCount(bestToOthers: count, othersToWorst: othersToWorst.count)
    }
    for (index, value) in (bestToOthers + othersToWorst).enumerated() {
      guard value >= 1 && value <= Self.largestRatio else {
        throw .badRatio(criterion: index % count, value: value)
      }
    }
    // The largest ratio is a_BW: nothing is more than the best or less than the worst.
    let least = othersToWorst.max() ?? 1
    let greatest = bestToOthers.max() ?? 1
    let chosenBest =
      best ?? bestToOthers.indices.first { bestToOthers[$0] == 1 && othersToWorst[$0] == least }
    let chosenWorst =
      worst ?? bestToOthers.indices.last { othersToWorst[$0] == 1 && bestToOthers[$0] == greatest }
    guard let chosenBest, bestToOthers.indices.contains(chosenBest), bestToOthers[chosenBest] == 1
    else { throw .noBest }
    guard let chosenWorst, bestToOthers.indices.contains(chosenWorst),
      othersToWorst[chosenWorst] == 1, chosenWorst != chosenBest || count == 1
    else { throw .noWorst }
    let ratio = bestToOthers[chosenWorst]
    guard ratio == othersToWorst[chosenBest] else {
      throw .contradiction(bestToWorst: ratio, sameFromWorst: othersToWorst[chosenBest])
    }
    self.bestToOthers = bestToOthers
    self.othersToWorst = othersToWorst
    self.best = chosenBest
    self.worst = chosenWorst

    let model = LinearModel(
      bestToOthers: bestToOthers, othersToWorst: othersToWorst, best: chosenBest,
      worst: chosenWorst)
    do {
      let optimum = try model.optimum()
      weights = optimum.weights
      deviation = optimum.deviation
      weightRanges = try model.ranges(around: optimum)
    } catch { throw .notSolved }
    isUnique = weightRanges.allSatisfy { $0.upperBound - $0.lowerBound <= 1e-7 }

    let deviations = zip(bestToOthers, othersToWorst).map { ($0 * $1 - ratio).magnitude }
    let largest = deviations.max() ?? 0
    leastConsistent = largest > 0 ? deviations.firstIndex(of: largest) : nil
    inputConsistencyRatio = ratio > 1 ? largest / (ratio * ratio - ratio) : 0
    ratioDeviation = Self.ratioDeviation(
      bestToOthers, othersToWorst, ratio: ratio, ends: [chosenBest, chosenWorst])
    consistencyIndex = Self.consistencyIndex(ratio)
    consistencyRatio = consistencyIndex > 0 ? ratioDeviation / consistencyIndex : 0
  }

  /// The smaller root of ξ² − (1 + 2a)ξ + a² − a = 0: the worst case a_Bj = a_jW = a_BW = a.
  static func consistencyIndex(_ a: Double) -> Double {
    let half = (1 + 2 * a) / 2
    // The product of the roots is a(a − 1); dividing by the larger one loses no digits.
    return a * (a - 1) / (half + (half * half - a * (a - 1)).squareRoot())
  }

  /// A ξ is enough if the ratio w_B/w_W can be one number: between a_BW ± ξ and, for every other
  /// criterion, between (a_Bj − ξ)(a_jW − ξ) and (a_Bj + ξ)(a_jW + ξ). All intervals grow with ξ.
  private static func ratioDeviation(
    _ bestToOthers: [Double], _ othersToWorst: [Double], ratio: Double, ends: [Int]
  ) -> Double {
    func isEnough(_ deviation: Double) -> Bool {
      var (low, high) = (max(0, ratio - deviation), ratio + deviation)
      for index in bestToOthers.indices where !ends.contains(index) {
        let (a, b) = (bestToOthers[index], othersToWorst[index])
        low = max(low, max(0, a - deviation) * max(0, b - deviation))
        high = min(high, (a + deviation) * (b + deviation))
      }
      return low <= high
    }
    if isEnough(0) { return 0 }
    var (low, high) = (0.0, (bestToOthers + othersToWorst).max() ?? 1)
    while high - low > 1e-14 * high {
      let middle = low + (high - low) / 2
      guard middle > low && middle < high else { break }
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }
}

/// The linear program of the method. The last variable is ξ.
private struct LinearModel {
  let constraints: [LinearProgram.Constraint]
  let count: Int

  init(bestToOthers: [Double], othersToWorst: [Double], best: Int, worst: Int) {
    let count = bestToOthers.count
    var constraints: [LinearProgram.Constraint] = []
    /// −ξ ≤ w_first − ratio·w_second ≤ ξ
    func limit(_ first: Int, _ ratio: Double, _ second: Int) {
      guard first != second else { return }
      for sign in [1.0, -1] {
        var row = [Double](repeating: 0, count: count + 1)
        row[first] = sign
        row[second] = -sign * ratio
        row[count] = -1
        constraints.append(.init(row, .atMost, 0))
      }
    }
    for index in 0..<count {
      limit(best, bestToOthers[index], index)
      // The pair of best and worst stands in both lists; once is enough.
      if index != best { limit(index, othersToWorst[index], worst) }
    }
    constraints.append(
      .init([Double](repeating: 1, count: count) + [0], .equal, 1))
    self.constraints = constraints
    self.count = count
  }

  func optimum() throws(LinearProgramError) -> (weights: [Double], deviation: Double) {
    let objective = [Double](repeating: 0, count: count) + [1]
    let program = try LinearProgram(.minimise, objective, subjectTo: constraints)
    // Equal weights and a large ξ always satisfy the constraints, and ξ is at least 0.
    guard let solution = try program.solution() else { throw .notVerified }
    return (Array(solution.variables[0..<count]), solution.variables[count])
  }

  func ranges(
    around optimum: (weights: [Double], deviation: Double)
  ) throws(LinearProgramError) -> [ClosedRange<Double>] {
    let slack = [Double](repeating: 0, count: count) + [1]
    let limited = constraints + [.init(slack, .atMost, optimum.deviation + 1e-10)]
    var ranges: [ClosedRange<Double>] = []
    for index in 0..<count {
      var objective = [Double](repeating: 0, count: count + 1)
      objective[index] = 1
      let low = try LinearProgram(.minimise, objective, subjectTo: limited).solution()
      let high = try LinearProgram(.maximise, objective, subjectTo: limited).solution()
      let weight = optimum.weights[index]
      ranges.append(
        min(weight, low?.objective ?? weight)...max(weight, high?.objective ?? weight))
    }
    return ranges
  }
}

/// Why judgements give no best-worst weights. Criteria count from 0.
public enum BestWorstError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no criterion, or the two lists differ in length.
  case wrongCount(bestToOthers: Int, othersToWorst: Int)
  /// A judgement is below 1, not a number, or beyond ``BestWorst/largestRatio``.
  case badRatio(criterion: Int, value: Double)
  /// No criterion is the best: 1 compared with itself, and furthest from the worst.
  case noBest
  /// No criterion is the worst, or it is the best one.
  case noWorst
  /// Best against worst is judged twice, differently.
  case contradiction(bestToWorst: Double, sameFromWorst: Double)
  /// The linear program can't be solved.
  case notSolved

  /// One sentence on what is wrong.
  public var description: String {
    switch self {
    case .wrongCount(let first, let second):
      "\(first) comparisons with the best and \(second) with the worst: both lists need one for "
        + "each criterion"
    case .badRatio(let criterion, let value):
      "a judgement of criterion \(criterion + 1) is \(value); it must be from 1 to 1e6"
    case .noBest:
      "no criterion is the best: it has 1 compared with itself and the most over the worst"
    case .noWorst:
      "no criterion is the worst: it has 1 compared with itself and is not the best"
    case .contradiction(let first, let second):
      "the best counts \(first) times as much as the worst in one list, \(second) in the other"
    case .notSolved: "the judgements differ too much in magnitude for a reliable solution"
    }
  }
}
