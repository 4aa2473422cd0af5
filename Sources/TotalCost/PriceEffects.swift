import ReproducibleMath

/// Uncertain prices of one option, or of two of which the second is deducted, by what they are
/// multiplied with.
///
/// Lines of one ``UncertainPrice`` count as lying at the same share of their ranges.
struct PriceEffects {
  /// Independent parts of prices that are multiplied with the same.
  struct Group: Sendable {
    /// Terms and what their factors count.
    let terms: [(option: Int, term: Int, weight: Double)]
    /// Variance of all parts.
    var variance = 0.0
  }

  /// A price, or several that run over together.
  struct Price: Sendable {
    let source: CostEffects.Source
    /// Independent parts with their variances.
    fileprivate(set) var parts: [(group: Int, variance: Double)] = []
    /// By how much the present value differs at the tenth percentile.
    fileprivate(set) var low = 0.0
    /// And at the ninetieth.
    fileprivate(set) var high = 0.0
  }

  private(set) var groups: [Group] = []
  private(set) var prices: [Price] = []
  /// Prices beside a bonus on spend with tiers: what they do is not linear.
  private(set) var inputs: [Input] = []
  /// With more prices than these, a bonus counts at its average rate.
  private static let mostInputs = 64
  private let signs: [Double]
  /// What a money unit of a term's price adds at likely values: [option][term].
  private let slopes: [[Double]]
  private var groupOfTerm: [Place: Int] = [:]

  fileprivate struct Place: Hashable {
    let option: Int
    let term: Int
  }

  /// A price that is an input of its own.
  struct Input: Sendable {
    let source: CostEffects.Source
    let members: [Member]
  }

  /// A line's price.
  struct Member: Sendable {
    fileprivate let place: Place
    let price: ThreePoint
    let coefficient: Double
    let quantile: ThreePointQuantile

    var option: Int { place.option }
    var term: Int { place.term }
    fileprivate var deviation: Double { coefficient * price.variance.squareRoot() }
  }

  init(
    _ program: CostProgram, signs: [Double], tables: inout [BetaExponents: BetaQuantile]
  ) {
    self.signs = signs
    var workspace = CostWorkspace(program)
    slopes = program.options.indices.map { option in
      workspace.likelyPrices(of: option, in: program)
      return workspace.slopes(of: option, in: program, scenario: 0)
    }
    let correlation = program.workCorrelation
    var order: [CostEffects.Source] = []
    var members: [CostEffects.Source: [Member]] = [:]
    var packages: [String: [CostEffects.Source]] = [:]
    for (option, part) in program.options.enumerated() {
      for (term, entry) in part.terms.enumerated() {
        for line in entry.model.lines {
          let source = CostEffects.Source.price(
            option: line.isOldSystem ? nil : part.name, line.identity)
          if members[source] == nil {
            if correlation > 0, line.isWorkPackage {
              if packages[part.name] == nil { order.append(.work(option: part.name)) }
              packages[part.name, default: []].append(source)
            } else {
              order.append(source)
            }
          }
          members[source, default: []].append(
            Member(
              place: Place(option: option, term: term), price: line.price,
              coefficient: line.coefficient,
              quantile: ThreePointQuantile(line.price, tables: &tables)))
        }
      }
    }
    let isBent =
      order.count <= PriceEffects.mostInputs
      && program.options.contains { !$0.tieredRebates.isEmpty }
    for source in order {
      if case .work(let option) = source {
        let packages = (packages[option] ?? []).compactMap { members[$0] }
        prices.append(together(packages, source, correlation))
      } else if isBent, let members = members[source] {
        inputs.append(Input(source: source, members: members))
      } else if let members = members[source] {
        var price = Price(source: source)
        price.parts = [part(members, share: 1)]
        for member in members {
          let (low, high) = span(member)
          price.low += low
          price.high += high
        }
        prices.append(price)
      }
    }
  }

  /// Packages that run over together: a part that all have in common, and one of each.
  private mutating func together(
    _ packages: [[Member]], _ source: CostEffects.Source, _ correlation: Double
  ) -> Price {
    var price = Price(source: source)
    price.parts = [part(packages.flatMap { $0 }, share: correlation)]
    var (variances, deviations) = (0.0, 0.0)
    for package in packages {
      price.parts.append(part(package, share: 1 - correlation))
      let deviation = package.reduce(0) { $0 + slope($1) * $1.deviation }
      variances += deviation * deviation
      deviations += deviation.magnitude
    }
    // All at the same share of their ranges, drawn together as far as the spread of their sum is less.
    let spread = (1 - correlation) * variances + correlation * deviations * deviations
    let narrowing = deviations > 0 ? spread.squareRoot() / deviations : 0
    for member in packages.joined() {
      let mean = slope(member) * member.coefficient * (member.price.mean - member.price.likely)
      let (low, high) = span(member)
      price.low += mean + narrowing * (low - mean)
      price.high += mean + narrowing * (high - mean)
    }
    return price
  }

  private func slope(_ member: Member) -> Double {
    signs[member.place.option] * slopes[member.place.option][member.place.term]
  }

  /// By how much the present value differs at a price's tenth and ninetieth percentile.
  private func span(_ member: Member) -> (low: Double, high: Double) {
    let factor = slope(member) * member.coefficient
    return (
      factor * (member.quantile(0.1) - member.price.likely),
      factor * (member.quantile(0.9) - member.price.likely)
    )
  }

  /// A share of the variance of prices that move together.
  private mutating func part(
    _ members: [Member], share: Double
  ) -> (group: Int, variance: Double) {
    let deviation = members.reduce(0) { $0 + $1.deviation }
    let index: Int
    let variance: Double
    if let first = members.first?.place, members.allSatisfy({ $0.place == first }) {
      // Prices of one term share its factor.
      variance = share * deviation * deviation
      if let known = groupOfTerm[first] {
        index = known
      } else {
        index = groups.count
        groupOfTerm[first] = index
        groups.append(Group(terms: [(first.option, first.term, signs[first.option])]))
      }
    } else {
      variance = share
      index = groups.count
      groups.append(
        Group(
          terms: members.map {
            ($0.place.option, $0.place.term, signs[$0.place.option] * $0.deviation)
          }))
    }
    groups[index].variance += variance
    return (index, variance)
  }
}
