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
  /// The name behind the stream of its draws: that of the quantity that it is a share of, if it is.
  private let source: String
  /// The share taken, and whether that comes in whole units.
  private let share: Share?

  private struct Share: Sendable, Equatable {
    let ratio: Double
    let isWhole: Bool
  }

  /// `nil` if the quantity is certain.
  init?(name: String, course: QuantityCourse) {
    guard let scale = course.scale else { return nil }
    self.name = name
    self.scale = scale
    if let origin = course.origin {
      source = origin.name
      share = Share(ratio: origin.share.double, isWhole: course.isWhole)
      unrounded = origin.unrounded.map(\.double)
      isWhole = origin.isWhole
    } else {
      source = name
      share = nil
      unrounded = course.unrounded.map(\.double)
      isWhole = course.isWhole
    }
    let start = unrounded[0]
    wholeStart = isWhole && start == start.rounded() ? start : nil
  }

  /// The next whole number; a binary fraction just above one is that one.
  private static func roundedUp(_ value: Double) -> Double {
    let nearest = value.rounded()
    return value - nearest < 1e-9 * max(nearest, 1) ? max(nearest, 0) : value.rounded(.up)
  }

  /// For each stretch of the course, the value in each draw.
  func draws(_ count: Int, block: UInt64, seed: UInt64) -> [[Double]] {
    var random = RandomStream(
      seed: seed, stream: StreamName.hash("quantity/" + source), block: block)
    var scales = [Double](repeating: 1, count: count)
    for i in 0..<count { scales[i] = scale.quantile(random.uniform()) }
    // A first year is drawn as a whole number: always rounding up would add half a unit to it.
    if let wholeStart {
      for i in 0..<count { scales[i] = (scales[i] * wholeStart).rounded() / wholeStart }
    }
    return unrounded.map { value in
      let values =
        isWhole
        ? scales.map { UncertainQuantity.roundedUp(value * $0) } : scales.map { value * $0 }
      guard let share else { return values }
      return share.isWhole
        ? values.map { UncertainQuantity.roundedUp($0 * share.ratio) }
        : values.map { $0 * share.ratio }
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
  /// For each stretch of the quantity's course: discounted money per money unit of charge.
  private let weights: [Double]
  /// The first stretch whose units have to be paid for ever after; `nil` if each stretch has its own.
  private let ratchetFrom: Int?
  /// Discounted money per money unit of price at the likely quantities.
  private let likelyCharge: Double

  /// `nil` if nothing about the line is uncertain.
  init?(_ entry: PricedLines.Entry) {
    let pricing = entry.pricing
    let course = pricing.course
    quantity = course?.scale == nil ? nil : pricing.line.per
    price = pricing.range
    guard let unit = pricing.price, quantity != nil || price != nil,
      pricing.base == nil || price != nil
    else { return nil }
    index = entry.cost.line.index
    isOldSystem = entry.cost.line.origin == .baseline
    count = pricing.line.countsPackages ? 1 : pricing.line.count.double
    minimum = pricing.line.minimumQuantity?.double ?? 0
    var approximation = unit.approximation()
    likelyPrice = unit.hasTiers || pricing.weighsPrices ? 1 : unit.price.double
    // The price itself is a factor outside, so that one draw of it serves all years.
    if !unit.hasTiers { approximation = approximation.withUnitPrice() }
    tier = approximation
    ratchetFrom =
      pricing.line.paysHighestQuantity
      ? pricing.stretch(ofMonth: pricing.schedule.lineStart) : nil
    var weights = [Double](repeating: 0, count: pricing.stretches)
    var sum = 0.0
    for (month, times) in pricing.dueMonths {
      let weight = pricing.weight(month: month) * times
      weights[pricing.stretch(ofMonth: month)] += weight
      let units = (try? pricing.units(inMonth: month)) ?? .zero
      sum += weight * approximation.charge(units: units.double)
    }
    self.weights = weights
    likelyCharge = sum
  }

  /// Adds to each draw by how much this line differs from its likely value.
  func addDraws(to values: inout [Double], courses: [[Double]]?, random: inout RandomStream) {
    let likely = likelyPrice * likelyCharge
    var charges = [Double](repeating: likelyCharge, count: values.count)
    if let courses {
      for i in charges.indices { charges[i] = 0 }
      var highest: [Double] = []
      for (stretch, weight) in weights.enumerated() {
        if let ratchetFrom, stretch >= ratchetFrom {
          highest =
            highest.isEmpty ? courses[stretch] : zip(highest, courses[stretch]).map(max)
        }
        if weight != 0 {
          addCharges(
            of: highest.isEmpty ? courses[stretch] : highest, weight: weight, to: &charges)
        }
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
