import Measures

/// What a number of units costs before discount, price base and rises.
///
/// One price, or tiers; the upper bound of a band belongs to it. All prices are magnitudes.
struct TierPrice: Sendable, Equatable {
  /// The price of one unit, unless there are tiers.
  let price: Amount
  /// What is paid whatever the quantity, before everything else.
  let fixed: Amount
  private let mode: CostLine.Tiers.Mode?
  private let bands: [CostLine.Tiers.Band]

  /// - Throws: ``LineFault/tiersNotRising``; ``LineFault/negativeAmount`` if a band's price is below
  ///   zero and the line is a cost.
  init(
    price: Amount, tiers: CostLine.Tiers?, kind: CostLine.Kind, fixed: Amount = .zero
  ) throws(LineFault) {
    self.price = price
    self.fixed = fixed
    mode = tiers?.mode
    guard let tiers else {
      bands = []
      return
    }
    var bands: [CostLine.Tiers.Band] = []
    var lower = Amount.zero
    for (index, band) in tiers.bands.enumerated() {
      if let upTo = band.upTo {
        guard upTo > lower else { throw .tiersNotRising }
        lower = upTo
      } else if index != tiers.bands.count - 1 {
        throw .tiersNotRising
      }
      bands.append(.init(upTo: band.upTo, price: try band.price.magnitude(kind: kind)))
    }
    if bands.isEmpty { throw .tiersNotRising }
    self.bands = bands
  }

  /// Whether the price is for everything together, so that no price base applies.
  var isForEverything: Bool { mode == .package }
  /// Whether the price depends on the quantity.
  var hasTiers: Bool { mode != nil }
  /// Last quantity that has a price; `nil` if there is no limit.
  var limit: Amount? { bands.last?.upTo }

  /// What a number of units costs, exactly.
  ///
  /// - Parameter units: 0 or more.
  func charge(units: Amount) throws(LineFault) -> ExactValue {
    guard let mode else { return ExactValue(price).times(units) }
    if units == .zero { return ExactValue(fixed) }
    var sum = ExactValue(fixed)
    var lower = Amount.zero
    for band in bands {
      let reached = band.upTo.map { units <= $0 } ?? true
      switch mode {
      case .volume:
        if reached { return ExactValue(band.price).times(units) }
      case .package:
        if reached { return ExactValue(band.price) }
      case .graduated:
        let upper = reached ? units : band.upTo ?? units
        let width = try exactly(upper.subtracting(lower))
        sum = sum.adding(ExactValue(band.price).times(width))
        if reached { return sum }
        lower = upper
      }
    }
    throw .quantityAboveTiers(units)
  }

  /// The same in binary floating point for draws; above the last band its price goes on.
  func approximation() -> Approximation {
    Approximation(
      price: price.double, fixed: fixed.double, mode: mode,
      uppers: bands.map { $0.upTo?.double ?? .infinity },
      prices: bands.map(\.price.double))
  }

  /// A price by quantity in binary floating point.
  struct Approximation: Sendable, Hashable {
    let price: Double
    let fixed: Double
    let mode: CostLine.Tiers.Mode?
    let uppers: [Double]
    let prices: [Double]

    /// The same with a price of 1, for a price that is multiplied in later.
    func withUnitPrice() -> Approximation {
      Approximation(price: 1, fixed: fixed, mode: mode, uppers: uppers, prices: prices)
    }

    /// What a number of units costs.
    func charge(units: Double) -> Double {
      guard let mode else { return price * units }
      if units <= 0 { return fixed }
      var sum = fixed
      var lower = 0.0
      for band in prices.indices {
        let isLast = band == prices.count - 1 || units <= uppers[band] * (1 + 1e-12)
        // A binary fraction just above a bound is that bound.
        switch mode {
        case .volume: if isLast { return prices[band] * units }
        case .package: if isLast { return prices[band] }
        case .graduated:
          sum += prices[band] * ((isLast ? units : uppers[band]) - lower)
          if isLast { return sum }
          lower = uppers[band]
        }
      }
      return sum
    }
  }
}

extension Amount {
  /// The size of a price: reductions may be written with either sign, costs not below zero.
  func magnitude(kind: CostLine.Kind) throws(LineFault) -> Amount {
    if !isNegative { return self }
    if !kind.reducesCost { throw .negativeAmount }
    return try exactly(negated())
  }
}
