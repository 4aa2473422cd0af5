import MCDA
import ReproducibleMath

/// Tables for properties of scoring methods.
enum ScoringTables {
  /// A random table with values of at least `low`.
  static func random(
    seed: UInt64, rows: Int, columns: Int, low: Double = 1
  ) throws(PerformanceTableError) -> PerformanceTable {
    var stream = RandomStream(seed: seed, stream: 0, block: 0)
    return try PerformanceTable(
      alternatives: (0..<rows).map { "a\($0)" },
      criteria: (0..<columns).map {
        PerformanceTable.Criterion(
          "c\($0)", stream.uniform() < 0.5 ? .maximise : .minimise,
          weight: 0.1 + stream.uniform())
      },
      values: (0..<(rows * columns)).map { _ in low + 9 * stream.uniform() })
  }

  /// The same table with its columns changed.
  static func changed(
    _ table: PerformanceTable, by change: (Int, Double) -> Double
  ) throws(PerformanceTableError) -> PerformanceTable {
    try PerformanceTable(
      alternatives: table.alternatives, criteria: table.criteria,
      values: (0..<table.alternativeCount).flatMap { row in
        (0..<table.criterionCount).map { change($0, table[row, $0] ?? 0) }
      })
  }

  /// A method in one of its variants, with what theory says about it.
  struct Variant: Sendable {
    let name: String
    let scores: @Sendable (PerformanceTable) throws(MethodError) -> (scores: [Double], ranks: [Int])
    /// Whether units (multiplying a column) don't matter.
    let ignoresUnits: Bool
    /// Whether the zero of a scale (adding to a column) doesn't matter.
    let ignoresZero: Bool
    /// Whether splitting a criterion in two of half the weight changes nothing.
    let ignoresSplits: Bool
    /// Whether being better on a criterion never costs the score of an alternative that sets no
    /// bound.
    let smallerIsBetter: Bool

    init(
      _ name: String, _ method: some ScoringMethod, ignoresUnits: Bool = true,
      ignoresZero: Bool = false, ignoresSplits: Bool = true, smallerIsBetter: Bool = false
    ) {
      self.name = name
      scores = { (table) throws(MethodError) in
        let result = try method.evaluate(table)
        return (result.scores, result.ranking.ranks)
      }
      self.ignoresUnits = ignoresUnits
      self.ignoresZero = ignoresZero
      self.ignoresSplits = ignoresSplits
      self.smallerIsBetter = smallerIsBetter
    }
  }

  static let variants: [Variant] =
    [
      Variant("weighted sum minmax", WeightedSum(normalisation: .minMax), ignoresZero: true),
      Variant("weighted sum max-ratio", WeightedSum(normalisation: .maxRatio)),
      Variant("weighted sum max-complement", WeightedSum(normalisation: .maxComplement)),
      Variant("weighted sum sum-reciprocal", WeightedSum(normalisation: .sumReciprocal)),
      Variant("weighted sum vector-complement", WeightedSum(normalisation: .vectorComplement)),
      Variant("weighted product max-ratio", WeightedProduct()),
      Variant("weighted product sum", WeightedProduct(normalisation: .sum)),
      Variant("weighted product none", WeightedProduct(normalisation: .none), ignoresUnits: false),
      Variant("topsis vector", TOPSIS(), ignoresSplits: false),
      Variant(
        "topsis minmax", TOPSIS(normalisation: .minMax), ignoresZero: true, ignoresSplits: false),
      Variant("topsis manhattan", TOPSIS(distance: .manhattan)),
      Variant("vikor", VIKOR(), ignoresZero: true, ignoresSplits: false, smallerIsBetter: true),
      Variant("copras", COPRAS()),
      Variant("regret", MinimaxRegret(), ignoresZero: true, smallerIsBetter: true),
      Variant(
        "regret ordered", MinimaxRegret(weights: .ordered), ignoresZero: true, ignoresSplits: false,
        smallerIsBetter: true),
      Variant(
        "regret given", MinimaxRegret(weights: .given), ignoresZero: true, ignoresSplits: false,
        smallerIsBetter: true),
    ]
}

extension ScoringTables.Variant: CustomStringConvertible {
  var description: String { name }
}
