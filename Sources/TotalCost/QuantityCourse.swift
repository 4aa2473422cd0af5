import Measures

/// A quantity over the years of the plan.
struct QuantityCourse: Sendable, Equatable {
  /// What is paid for in year 1, 2, …; in whole units where the quantity comes in such.
  let values: [Amount]
  /// The same before it is rounded up to whole units.
  let unrounded: [Amount]
  /// Whether it is rounded up to whole units.
  let isWhole: Bool
  /// Low, likely and high value of the first year as multiples of the likely one, if it is uncertain.
  let scale: Triangle?

  /// The course of a quantity.
  ///
  /// - Parameter years: 1 or more; below counts as 1.
  init(_ quantity: Quantity, years: Int) throws(QuantityFault) {
    do {
      unrounded = try QuantityCourse.unrounded(quantity.course, years: max(years, 1))
    } catch let fault as QuantityFault {
      throw fault
    } catch {
      throw .overflow
    }
    isWhole = quantity.isWhole
    var values = unrounded
    if isWhole {
      for index in values.indices {
        do { values[index] = try values[index].roundedUp() } catch { throw .overflow }
      }
    }
    self.values = values
    let start = unrounded[0]
    let low = quantity.low ?? start
    let high = quantity.high ?? start
    if low.isNegative { throw .negative }
    guard low <= start, start <= high else { throw .rangeNotOrdered }
    if low == high {
      scale = nil
    } else {
      if start == .zero { throw .rangeAroundZero }
      scale = Triangle(
        low: low.double / start.double, mode: 1, high: high.double / start.double)
    }
  }

  private static func unrounded(
    _ course: Quantity.Course, years: Int
  ) throws -> [Amount] {
    var result: [Amount] = []
    switch course {
    case .growing(let start, let rate):
      if start.isNegative { throw QuantityFault.negative }
      guard rate > Amount(-1) else { throw QuantityFault.growthRate(rate) }
      let growth = try Factor(onePlus: rate)
      var level = Factor.one
      for year in 1...years {
        if year > 1 { level = try level.times(growth) }
        result.append(try start.times(.one, factor: level))
      }
    case .series(let list):
      guard let last = list.last else { throw QuantityFault.emptySeries }
      if list.contains(where: \.isNegative) { throw QuantityFault.negative }
      for year in 0..<years { result.append(year < list.count ? list[year] : last) }
    }
    return result
  }
}
