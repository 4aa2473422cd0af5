import MCDA

/// Which values of a performance table are uncertain, and how.
///
/// A cell can be uncertain in one way only. Cells are drawn independently of each other, except that
/// a draw takes one evaluator with all that he said, and that a drawn column comes as its source
/// makes it. Drawn values may leave the scale.
public struct UncertainValues: Sendable {
  /// Where the value of a cell lies.
  public enum Distribution: Sendable, Equatable {
    /// Known.
    case exact(Double)
    /// Normal, with a standard deviation of at least 0.
    case normal(mean: Double, deviation: Double)
    /// Uniform between two ends, low ≤ high.
    case uniform(low: Double, high: Double)
    /// Triangular, low ≤ mode ≤ high.
    case triangular(low: Double, mode: Double, high: Double)
    /// Beta-PERT, low ≤ mode ≤ high: the mean is (low + 4·mode + high)/6, the variance
    /// (mean − low)(high − mean)/7 (Malcolm et al., Operations Research 7(5), 1959).
    case pert(low: Double, mode: Double, high: Double)
    /// One of several values, with shares above 0 that need not sum to 1.
    case discrete([Outcome])
  }

  /// One of the values that a discrete cell may have.
  public struct Outcome: Sendable, Equatable {
    /// The value.
    public let value: Double
    /// How likely it is, as a ratio to the other shares.
    public let share: Double

    /// A value with its share.
    public init(_ value: Double, share: Double = 1) {
      self.value = value
      self.share = share
    }
  }

  /// A criterion whose values are drawn elsewhere, such as costs with what they have in common.
  public struct Column: Sendable {
    /// The column of the performance table.
    public let leaf: Int
    /// Fills a buffer with values for draws `start` to `start + count` of a block:
    /// alternative after alternative, `count` values each. Must give the same values for the same
    /// draws whenever it is asked, and is asked from several threads.
    public let fill:
      @Sendable (
        _ block: UInt64, _ start: Int, _ count: Int, _ values: UnsafeMutableBufferPointer<Double>
      ) -> Void

    /// A source of values for one column.
    public init(
      leaf: Int,
      fill: @escaping @Sendable (UInt64, Int, Int, UnsafeMutableBufferPointer<Double>) -> Void
    ) {
      self.leaf = leaf
      self.fill = fill
    }
  }

  /// Distributions of single cells: alternatives × leaves, row by row, nil where the value is as it
  /// stands. Empty if there are none.
  public var cells: [Distribution?]
  /// What each evaluator says: alternatives × leaves, row by row, nil where he says nothing and the
  /// value is as it stands. All are equally likely.
  public var evaluators: [[Double?]]
  /// Criteria drawn elsewhere.
  public var columns: [Column]

  /// Nothing uncertain.
  public static let none = UncertainValues()

  /// Uncertain values.
  public init(
    cells: [Distribution?] = [], evaluators: [[Double?]] = [], columns: [Column] = []
  ) {
    self.cells = cells
    self.evaluators = evaluators
    self.columns = columns
  }
}

extension UncertainValues.Distribution {
  /// The mean; nil if the figures are not finite or out of order.
  public var mean: Double? {
    guard isUsable else { return nil }
    switch self {
    case .exact(let value): return value
    case .normal(let mean, _): return mean
    case .uniform(let low, let high): return low + (high - low) / 2
    case .triangular(let low, let mode, let high): return low + ((mode - low) + (high - low)) / 3
    case .pert(let low, let mode, let high): return (low + 4 * mode + high) / 6
    case .discrete(let outcomes):
      let total = outcomes.reduce(0) { $0 + $1.share }
      return outcomes.reduce(0) { $0 + $1.share / total * $1.value }
    }
  }

  /// The variance; nil if the figures are not finite or out of order.
  public var variance: Double? {
    guard isUsable, let mean else { return nil }
    switch self {
    case .exact: return 0
    case .normal(_, let deviation): return deviation * deviation
    case .uniform(let low, let high): return (high - low) * (high - low) / 12
    case .triangular(let low, let mode, let high):
      let (rise, fall) = (mode - low, high - mode)
      return (rise * rise + rise * fall + fall * fall) / 18
    case .pert(let low, _, let high): return (mean - low) * (high - mean) / 7
    case .discrete(let outcomes):
      let total = outcomes.reduce(0) { $0 + $1.share }
      return outcomes.reduce(0) { $0 + $1.share / total * ($1.value - mean) * ($1.value - mean) }
    }
  }

  /// Whether all figures are usable numbers and in order.
  var isUsable: Bool {
    let limit = AdditiveValue.largestValue
    switch self {
    case .exact(let value): return value.magnitude <= limit
    case .normal(let mean, let deviation):
      return mean.magnitude <= limit && deviation >= 0 && deviation <= limit
    case .uniform(let low, let high):
      return low.magnitude <= limit && high.magnitude <= limit && low <= high
    case .triangular(let low, let mode, let high), .pert(let low, let mode, let high):
      return low.magnitude <= limit && high.magnitude <= limit && low <= mode && mode <= high
    case .discrete(let outcomes):
      return !outcomes.isEmpty
        && outcomes.allSatisfy {
          $0.value.magnitude <= limit && $0.share > 0 && $0.share <= limit
        }
    }
  }
}
