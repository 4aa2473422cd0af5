public import Measures

/// A bound between two tiers that the forecast may reach.
public struct TierEdge: Sendable, Equatable {
  /// The line.
  public let line: LineReference
  /// The last quantity below the bound.
  public let bound: Amount
  /// The forecast quantity that comes nearest to it.
  public let forecast: Amount
  /// Whether one unit more than the bound costs less in all than the bound itself, so that buying more
  /// than needed is cheaper.
  public let isCheaperBeyond: Bool
}

extension TotalCost {
  /// How near to a bound a forecast is within reach of it: a tenth.
  private static let reach = Amount(units: Amount.unitsPerWhole / 10)

  /// Bounds of tiers of counted lines that the forecast quantities, their ranges, or a tenth more or
  /// less may reach.
  ///
  /// - Complexity: O(lines × stretches of their quantities × tiers).
  public static func tierEdges(
    lines: [CostLine], plan: CostPlan
  ) throws(TotalCostError) -> [TierEdge] {
    let frame = try PricingFrame(plan: plan)
    let selection = Selection(lines)
    var edges: [TierEdge] = []
    for (index, line) in lines.enumerated() {
      guard let tiers = line.tiers, line.basis == .units,
        let per = line.per, let course = frame.courses[per],
        selection.standing(of: line, at: index, plan: plan) == .counted
      else { continue }
      let reference = LineReference(origin: .offer, index: index, name: line.name)
      do {
        edges += try TotalCost.edges(of: tiers, line: line, course: course, reference: reference)
      } catch {
        throw .line(reference, fault: error)
      }
    }
    return edges
  }

  private static func edges(
    of tiers: CostLine.Tiers, line: CostLine, course: QuantityCourse, reference: LineReference
  ) throws(LineFault) -> [TierEdge] {
    let price = try TierPrice(price: .one, tiers: tiers, kind: line.kind)
    var edges: [TierEdge] = []
    for band in tiers.bands.dropLast() {
      guard let bound = band.upTo else { continue }
      var nearest: (distance: Amount, units: Amount)?
      for value in course.values {
        let units = max(
          try exactly(value.times(line.count)), line.minimumQuantity ?? .zero)
        let distance = Amount(units: abs(try exactly(units.subtracting(bound)).units))
        if distance < nearest?.distance ?? distance || nearest == nil {
          nearest = (distance, units)
        }
      }
      guard let nearest, try isWithinReach(bound, nearest.distance, course, line) else { continue }
      let above = try exactly(bound.adding(.one))
      let (beyond, within) = (
        try price.charge(units: above), try price.charge(units: bound)
      )
      let isCheaper = try exactly(beyond.amount()) < exactly(within.amount())
      edges.append(
        TierEdge(
          line: reference, bound: bound, forecast: nearest.units, isCheaperBeyond: isCheaper))
    }
    return edges
  }

  private static func isWithinReach(
    _ bound: Amount, _ distance: Amount, _ course: QuantityCourse, _ line: CostLine
  ) throws(LineFault) -> Bool {
    if distance <= (try exactly(bound.times(TotalCost.reach))) { return true }
    let counts = course.values.map { $0.double * line.count.double }
    let (low, high) = (course.scale?.low ?? 1, course.scale?.high ?? 1)
    guard let least = counts.min(), let most = counts.max() else { return false }
    return least * low <= bound.double && bound.double < most * high
  }
}
