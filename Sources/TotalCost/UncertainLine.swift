import Measures
import ReproducibleMath

/// A quantity whose first year is uncertain.
struct UncertainQuantity: Sendable, Equatable {
  let name: String
  private let scale: Triangle
  private let unrounded: [Double]
  private let isWhole: Bool
  /// First year's likely value, if draws of it are whole numbers.
  private let wholeStart: Double?

  /// `nil` if the quantity is certain.
  init?(name: String, course: QuantityCourse) {
    guard let scale = course.scale else { return nil }
    self.name = name
    self.scale = scale
    unrounded = course.unrounded.map(\.double)
    isWhole = course.isWhole
    let start = unrounded[0]
    wholeStart = isWhole && start == start.rounded() ? start : nil
  }

  /// The next whole number; a binary fraction just above one is that one.
  private static func roundedUp(_ value: Double) -> Double {
    let nearest = value.rounded()
    return value - nearest < 1e-9 * max(nearest, 1) ? max(nearest, 0) : value.rounded(.up)
  }

  /// For each year from 1, the value in each draw.
  func draws(_ count: Int, block: UInt64, seed: UInt64) -> [[Double]] {
    var random = RandomStream(
      seed: seed, stream: StreamName.hash("quantity/" + name), block: block)
    var scales = [Double](repeating: 1, count: count)
    for i in 0..<count { scales[i] = scale.quantile(random.uniform()) }
    // A first year is drawn as a whole number: always rounding up would add half a unit to it.
    if let wholeStart {
      for i in 0..<count { scales[i] = (scales[i] * wholeStart).rounded() / wholeStart }
    }
    return unrounded.map { value in
      isWhole ? scales.map { UncertainQuantity.roundedUp(value * $0) } : scales.map { value * $0 }
    }
  }
}

/// A line that counts and whose price or quantity is uncertain.
struct UncertainLine: Sendable, Equatable {
  let index: Int
  let isOldSystem: Bool
  /// The quantity it depends on, if that is uncertain.
  let quantity: String?
  /// Price of one unit, or share of the tiers; `nil` if it is certain.
  private let price: Triangle?
  /// The likely price, or 1 for tiers.
  private let likelyPrice: Double
  private let tier: TierPrice.Approximation
  private let count: Double
  private let minimum: Double
  /// For each contract year from 1: discounted money per money unit of charge.
  private let weights: [Double]
  /// Discounted money per money unit of price at the likely quantities.
  private let likelyCharge: Double

  /// `nil` if nothing about the line is uncertain.
  init?(_ entry: PricedLines.Entry) {
    let pricing = entry.pricing
    let course = pricing.course
    quantity = course?.scale == nil ? nil : pricing.line.per
    price = pricing.range
    guard let unit = pricing.price, quantity != nil || price != nil else { return nil }
    index = entry.cost.line.index
    isOldSystem = entry.cost.line.origin == .baseline
    count = pricing.line.count.double
    minimum = pricing.line.minimumQuantity?.double ?? 0
    var approximation = unit.approximation()
    likelyPrice = unit.hasTiers ? 1 : unit.price.double
    // The price itself is a factor outside, so that one draw of it serves all years.
    if !unit.hasTiers { approximation = approximation.withUnitPrice() }
    tier = approximation
    var weights = [Double](repeating: 0, count: pricing.frame.grid.years)
    for month in pricing.schedule.months {
      weights[max(MonthGrid.year(ofMonth: month), 1) - 1] += pricing.weight(month: month)
    }
    self.weights = weights
    var sum = 0.0
    for (year, weight) in weights.enumerated() where weight != 0 {
      let units = max(count * (course?.values[year].double ?? 1), minimum)
      sum += weight * approximation.charge(units: units)
    }
    likelyCharge = sum
  }

  /// Adds to each draw by how much this line differs from its likely value.
  func addDraws(to values: inout [Double], courses: [[Double]]?, random: inout RandomStream) {
    let likely = likelyPrice * likelyCharge
    var charges = [Double](repeating: likelyCharge, count: values.count)
    if let courses {
      for i in charges.indices { charges[i] = 0 }
      for (year, weight) in weights.enumerated() where weight != 0 {
        addCharges(of: courses[year], weight: weight, to: &charges)
      }
    }
    if let price {
      for i in values.indices {
        values[i] += price.quantile(random.uniform()) * charges[i] - likely
      }
    } else {
      for i in values.indices { values[i] += likelyPrice * charges[i] - likely }
    }
  }

  private func addCharges(of course: [Double], weight: Double, to charges: inout [Double]) {
    if tier.mode == nil {
      for i in charges.indices { charges[i] += weight * max(count * course[i], minimum) }
    } else {
      for i in charges.indices {
        charges[i] += weight * tier.charge(units: max(count * course[i], minimum))
      }
    }
  }
}
