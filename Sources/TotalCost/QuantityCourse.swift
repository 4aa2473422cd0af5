import Measures

/// A quantity over the months of the plan, which it cuts into stretches of one value each: the
/// contract years, or the time between two steps.
struct QuantityCourse: Sendable, Equatable {
  /// What is paid for in each stretch; in whole units where the quantity comes in such.
  let values: [Amount]
  /// The same before it is rounded up to whole units.
  let unrounded: [Amount]
  /// First month of each stretch, the first of them 1.
  let firstMonths: [Int]
  /// Whether it is rounded up to whole units.
  let isWhole: Bool
  /// Low, likely and high value at the start as multiples of the likely one, if it is uncertain.
  let scale: ThreePoint?
  /// The quantity that it is a share of, if it is one.
  let origin: Origin?

  /// The quantity behind a share of it.
  struct Origin: Sendable, Equatable {
    let name: String
    let share: Amount
    let unrounded: [Amount]
    let isWhole: Bool
  }

  /// The course of a quantity.
  ///
  /// - Parameter others: Courses of the quantities that it may be a share of.
  init(
    _ quantity: Quantity, grid: MonthGrid, others: [String: QuantityCourse] = [:]
  ) throws(QuantityFault) {
    isWhole = quantity.isWhole
    if case .share(let name, let share) = quantity.course {
      guard let other = others[name], other.origin == nil else { throw .unknownBase(name) }
      if share.isNegative { throw .negative }
      if quantity.low != nil || quantity.high != nil { throw .rangeNotOrdered }
      do {
        unrounded = try other.values.map { try $0.times(share) }
      } catch {
        throw .overflow
      }
      firstMonths = other.firstMonths
      scale = other.scale
      origin = Origin(
        name: name, share: share, unrounded: other.unrounded, isWhole: other.isWhole)
    } else {
      let stretches: [(month: Int, value: Amount)]
      do {
        stretches = try QuantityCourse.stretches(quantity.course, grid: grid)
      } catch let fault as QuantityFault {
        throw fault
      } catch {
        throw .overflow
      }
      unrounded = stretches.map(\.value)
      firstMonths = stretches.map(\.month)
      scale = try QuantityCourse.scale(of: quantity, start: unrounded[0])
      origin = nil
    }
    var values = unrounded
    if isWhole {
      for index in values.indices {
        do { values[index] = try values[index].roundedUp() } catch { throw .overflow }
      }
    }
    self.values = values
  }

  /// The stretch in which a month lies; month 0 lies in the first.
  func stretch(ofMonth month: Int) -> Int {
    (firstMonths.lastIndex { $0 <= month }) ?? 0
  }

  private static func scale(
    of quantity: Quantity, start: Amount
  ) throws(QuantityFault) -> ThreePoint? {
    if let range = quantity.growthRange, case .growing(_, let rate) = quantity.course {
      guard range.low > Amount(-1) else { throw .growthRate(range.low) }
      guard range.low <= rate, rate <= range.high else { throw .rangeNotOrdered }
    }
    let low = quantity.low ?? start
    let high = quantity.high ?? start
    if low.isNegative { throw .negative }
    guard low <= start, start <= high else { throw .rangeNotOrdered }
    if low == high { return nil }
    if start == .zero { throw .rangeAroundZero }
    return ThreePoint(
      low: low.double / start.double, likely: 1, high: high.double / start.double,
      shape: quantity.shape)
  }

  private static func stretches(
    _ course: Quantity.Course, grid: MonthGrid
  ) throws -> [(month: Int, value: Amount)] {
    let years = max(grid.years, 1)
    switch course {
    case .growing(let start, let rate):
      if start.isNegative { throw QuantityFault.negative }
      guard rate > Amount(-1) else { throw QuantityFault.growthRate(rate) }
      let growth = try Factor(onePlus: rate)
      var level = Factor.one
      return try (0..<years).map { year in
        if year > 0 { level = try level.times(growth) }
        return (12 * year + 1, try start.times(.one, factor: level))
      }
    case .series(let list):
      guard let last = list.last else { throw QuantityFault.emptySeries }
      if list.contains(where: \.isNegative) { throw QuantityFault.negative }
      return (0..<years).map { (12 * $0 + 1, $0 < list.count ? list[$0] : last) }
    case .steps(let start, let steps):
      if start.isNegative || steps.contains(where: \.value.isNegative) {
        throw QuantityFault.negative
      }
      var stretches: [(month: Int, value: Amount)] = [(1, start)]
      for step in steps.sorted(by: { $0.from < $1.from }) {
        let month = grid.month(of: step.from)
        if month > grid.months { continue }
        // What happened before the plan's start is the value at its start.
        if let last = stretches.last, max(month, 1) <= last.month { stretches.removeLast() }
        stretches.append((max(month, 1), step.value))
      }
      return stretches
    case .share(let name, _):
      throw QuantityFault.unknownBase(name)
    }
  }
}
