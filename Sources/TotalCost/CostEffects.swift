import ReproducibleMath

/// What makes the cost of an option, or the difference between two, uncertain: every driver and every
/// uncertain price with its effect, the largest first.
///
/// Indices of drivers are estimated by ``SobolIndices``. Prices enter linearly and independently, so
/// theirs follow in closed form from mean and variance of what they are multiplied with. Work packages
/// that run over together are no independent inputs: those of an option are one entry, with the
/// variance σ² = (1 − ρ) Σ σᵢ² + ρ (Σ σᵢ)² of their sum. Beside a bonus on spend with tiers prices are
/// inputs like drivers, up to 64 of them; work packages, and prices beyond, act at its average rate.
public struct CostEffects: Sendable, Equatable {
  /// Something uncertain.
  public enum Source: Sendable, Hashable {
    /// A driver.
    case driver(CostDriver)
    /// A price of an option's; of the old system's for `nil`.
    case price(option: String?, UncertainPrice)
    /// The work packages of an option, where they run over together.
    case work(option: String)
  }

  /// Something uncertain and what it does.
  public struct Effect: Sendable, Equatable {
    /// What is uncertain.
    public let source: Source
    /// Present value with this at its tenth percentile and everything else at its likely value.
    public let atLow: Double
    /// The same at its ninetieth percentile.
    public let atHigh: Double
    /// Share of the variance that it causes alone.
    public let first: SobolIndices.Index
    /// Share of the variance that it causes alone or together with others.
    public let total: SobolIndices.Index

    /// How far apart both present values are.
    public var span: Double { (atHigh - atLow).magnitude }
  }

  /// Everything uncertain, by falling span; ties by the order of drivers and lines.
  public let effects: [Effect]
  /// The present value, or difference, at likely values.
  public let likely: Double
  /// Standard deviation, by the same reckoning.
  public let standardDeviation: Double
  /// Base points of the indices.
  public let points: Int

  /// The effects on the cost of an option, or on its difference to another one; `nil` if a line
  /// without a price prevents a total.
  ///
  /// - Parameters:
  ///   - other: What is deducted.
  ///   - points: Base points of the indices; a power of two.
  ///   - seed: Any number.
  ///   - threads: How many tasks share the work; changes no result.
  public static func of(
    _ option: (name: String, cost: TotalCost), minus other: (name: String, cost: TotalCost)? = nil,
    points: Int = 4096, seed: UInt64, threads: Int = 1
  ) async -> CostEffects? {
    var sources: [CostProgram.Source] = []
    for (name, cost) in [option] + (other.map { [$0] } ?? []) {
      guard let summary = cost.summary, let model = cost.model else { return nil }
      sources.append(.init(name: name, model: model, likely: summary.total.presentValue))
    }
    let model = EffectModel(CostProgram(sources))
    let indices = await SobolIndices.estimate(
      model, points: points, seed: seed, threads: threads)
    return CostEffects(model, indices, points: points)
  }

  private init(_ model: EffectModel, _ indices: [SobolIndices], points: Int) {
    self.points = points
    likely = model.likely
    let mean = indices[0]
    let groups = zip(model.groups, indices.dropFirst())
    var variance = mean.variance
    for (group, factor) in groups {
      variance += group.variance * (factor.variance + factor.mean * factor.mean)
    }
    standardDeviation = variance.squareRoot()
    func share(_ value: Double, _ error: Double) -> SobolIndices.Index {
      variance > 0
        ? .init(value: value / variance, standardError: error / variance)
        : .init(value: 0, standardError: 0)
    }
    let spans = model.spans()
    var effects: [Effect] = []
    for (input, source) in model.sources.enumerated() {
      var total = mean.total[input].value * mean.variance
      var error = mean.total[input].standardError * mean.variance
      for (group, factor) in groups {
        total += group.variance * factor.total[input].value * factor.variance
        error += group.variance * factor.total[input].standardError * factor.variance
      }
      effects.append(
        Effect(
          source: source, atLow: spans[input].low, atHigh: spans[input].high,
          first: share(
            mean.first[input].value * mean.variance,
            mean.first[input].standardError * mean.variance), total: share(total, error)))
    }
    for price in model.prices {
      var (first, total, error) = (0.0, 0.0, 0.0)
      for part in price.parts {
        let factor = indices[part.group + 1]
        let square = factor.mean * factor.mean
        first += part.variance * square
        total += part.variance * (square + factor.variance)
        error +=
          part.variance * 2 * factor.mean.magnitude
          * (factor.variance / Double(2 * max(points, 1))).squareRoot()
      }
      effects.append(
        Effect(
          source: price.source, atLow: likely + price.low, atHigh: likely + price.high,
          first: share(first, error), total: share(total, error)))
    }
    self.effects = effects.enumerated().sorted { a, b in
      a.element.span != b.element.span
        ? a.element.span > b.element.span : a.offset < b.offset
    }.map(\.element)
  }
}

/// The cost as a function of drivers: with prices at their means, and for each group of prices what
/// they are multiplied with.
private struct EffectModel: SobolModel {
  let program: CostProgram
  let drivers: [Driver]
  let groups: [PriceEffects.Group]
  let prices: [PriceEffects.Price]
  /// Prices that are inputs after the drivers.
  let priceInputs: [PriceEffects.Input]
  /// 1 for the option, −1 for what is deducted.
  let signs: [Double]
  let likely: Double

  struct Driver: Sendable {
    let driver: CostDriver
    let variables: [(quantile: ThreePointQuantile, row: Int)]
  }

  init(_ program: CostProgram) {
    self.program = program
    signs = [1, -1]
    var tables: [BetaExponents: BetaQuantile] = [:]
    var drivers: [(CostDriver, [(quantile: ThreePointQuantile, row: Int)])] = []
    for (variable, row) in program.variables {
      let entry = (quantile: ThreePointQuantile(variable.distribution, tables: &tables), row: row)
      if let place = drivers.firstIndex(where: { $0.0 == variable.driver }) {
        drivers[place].1.append(entry)
      } else {
        drivers.append((variable.driver, [entry]))
      }
    }
    self.drivers = drivers.map { Driver(driver: $0.0, variables: $0.1) }
    likely = zip(program.options, signs).reduce(0) { $0 + $1.1 * $1.0.likely }
    let effects = PriceEffects(program, signs: signs, tables: &tables)
    (groups, prices) = (effects.groups, effects.prices)
    priceInputs = effects.inputs
  }

  var sources: [CostEffects.Source] {
    drivers.map { .driver($0.driver) } + priceInputs.map(\.source)
  }

  var inputs: Int { drivers.count + priceInputs.count }
  var outputs: Int { 1 + groups.count }

  struct Room {
    var rows: CostWorkspace
    /// Prices of all terms at their means, without those that are inputs.
    let means: [[Double]]
  }

  func workspace() -> Room {
    var means = program.options.map { option in
      option.terms.map { term in
        term.model.lines.reduce(term.model.certain) { $0 + $1.coefficient * $1.price.mean }
      }
    }
    for member in priceInputs.flatMap(\.members) {
      means[member.option][member.term] -= member.coefficient * member.price.mean
    }
    return Room(rows: CostWorkspace(program), means: means)
  }

  /// Inputs stay uniform, since a driver may determine several figures.
  func transform(input: Int, _ values: UnsafeMutableBufferPointer<Double>) {}

  func evaluate(_ inputs: Rows, _ results: Rows, in room: inout Room) {
    let count = results[0].count
    for (input, driver) in drivers.enumerated() {
      for (quantile, row) in driver.variables {
        room.rows.withRow(row, count: count) { cells in
          for i in 0..<count { cells[i] = quantile(inputs[input][i]) }
        }
      }
    }
    room.rows.update(program, count: count)
    for row in results { row.update(repeating: 0) }
    for option in program.options.indices {
      for (term, mean) in room.means[option].enumerated() {
        room.rows.withPrices(term: term, count: count) { $0.update(repeating: mean) }
      }
      for (place, input) in priceInputs.enumerated() {
        let shares = inputs[drivers.count + place]
        for member in input.members where member.option == option {
          room.rows.withPrices(term: member.term, count: count) { prices in
            for i in 0..<count {
              prices[i] += member.coefficient * member.quantile(shares[i])
            }
          }
        }
      }
      room.rows.presentValues(of: option, in: program, count: count) { sums in
        for i in 0..<count { results[0][i] += signs[option] * sums[i] }
      }
      guard groups.contains(where: { $0.terms.contains { $0.option == option } }) else { continue }
      for i in 0..<count {
        let slopes = room.rows.slopes(of: option, in: program, scenario: i)
        for (index, group) in groups.enumerated() {
          for (own, term, weight) in group.terms where own == option {
            results[index + 1][i] += weight * slopes[term]
          }
        }
      }
    }
  }

  /// Present values with one input at its tenth and ninetieth percentile, the rest at likely values.
  func spans() -> [(low: Double, high: Double)] {
    drivers.map { driver in
      var workspace = CostWorkspace(program)
      for (quantile, row) in driver.variables {
        workspace.withRow(row, count: 2) { cells in
          cells[0] = quantile(0.1)
          cells[1] = quantile(0.9)
        }
      }
      workspace.update(program, count: 2)
      return span(&workspace, members: [])
    }
      + priceInputs.map { input in
        var workspace = CostWorkspace(program)
        return span(&workspace, members: input.members)
      }
  }

  /// Present values in two scenarios, with prices at their tenth and ninetieth percentile in these.
  private func span(
    _ workspace: inout CostWorkspace, members: [PriceEffects.Member]
  ) -> (low: Double, high: Double) {
    var span = (low: 0.0, high: 0.0)
    for option in program.options.indices {
      workspace.likelyPrices(of: option, in: program)
      for member in members where member.option == option {
        workspace.withPrices(term: member.term, count: 2) { prices in
          for (i, share) in [0.1, 0.9].enumerated() {
            prices[i] += member.coefficient * (member.quantile(share) - member.price.likely)
          }
        }
      }
      workspace.presentValues(of: option, in: program, count: 2) {
        span.low += signs[option] * $0[0]
        span.high += signs[option] * $0[1]
      }
    }
    return span
  }
}
