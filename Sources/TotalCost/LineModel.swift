import Measures

/// A line with its price apart from everything else.
struct LineModel {
  let identity: UncertainPrice
  let isOldSystem: Bool
  let isWorkPackage: Bool
  let shape: CostTerm.Shape
  /// Money per unit of price and factor.
  let coefficient: Double
  /// The likely price, or 1 for tiers.
  let price: Double
  /// Range of the price, or of the share of the tiers.
  let range: ThreePoint?
  let isVendor: Bool
  let isEffort: Bool
}

/// Payments by what they share, in the order of their first appearance.
struct SlotSum {
  private(set) var slots: [Slot] = []
  private var places: [Slot.Key: Int] = [:]

  mutating func add(_ weight: Double, _ key: Slot.Key) {
    if weight == 0 { return }
    if let last = slots.indices.last, slots[last].key == key {
      slots[last].weight += weight
    } else if let place = places[key] {
      slots[place].weight += weight
    } else {
      places[key] = slots.count
      slots.append(Slot(key: key, weight: weight))
    }
  }

  /// Adds what another sum has more than a third one, if a day has moved.
  mutating func add(_ sum: SlotSum, less other: SlotSum, factor: SlotFactor) {
    func add(_ weight: Double, _ slot: Slot) {
      var key = slot.key
      key.factors.append(factor)
      self.add(weight, key)
    }
    for slot in sum.slots { add(slot.weight - other.weight(slot.key), slot) }
    for slot in other.slots where sum.places[slot.key] == nil { add(-slot.weight, slot) }
  }

  private func weight(_ key: Slot.Key) -> Double { places[key].map { slots[$0].weight } ?? 0 }
}

/// What a price comes to in each month; worked out anew only where it can have changed.
private struct MonthWeights {
  private let pricing: LinePricing
  private var last: (rises: Int, weight: Double)?

  init(_ pricing: LinePricing) { self.pricing = pricing }

  mutating func weight(inMonth month: Int) -> Double {
    guard pricing.changesByRisesAlone else { return pricing.weight(inMonth: month) }
    let rises = pricing.rises(inMonth: month)
    if let last, last.rises == rises { return last.weight }
    let weight = pricing.weight(inMonth: month)
    last = (rises, weight)
    return weight
  }
}

/// Takes the lines of an option apart.
///
/// Each line is priced on every day that it may move to; between two neighbouring ones only what
/// differs is kept, as payments that fall due if the day has moved that far.
struct LineModelBuilder {
  private let inputs: CostInputs
  private let frame: PricingFrame
  private let model: CostModel.Frame
  private let offer: [LineCandidate]
  private let old: [LineCandidate]
  /// Those that are a share of others: few, and looked for by each line.
  private let offerShares: [LineCandidate]
  private let oldShares: [LineCandidate]
  private let windows: [Window]

  /// Months by which days have moved, by milestone; going live is `nil`.
  private typealias Moves = [String?: Int]

  /// A day on which a line depends, with the months by which it may move.
  private struct Day {
    let milestone: String?
    let months: ClosedRange<Int>
  }

  /// A line priced on certain days.
  private struct Priced {
    let pricing: LinePricing
    /// How its price rises, if that is uncertain.
    let rise: RiseModel?
    /// Month of payment, how many payments fall due, and whether they follow leaving.
    var due: [(month: Int, times: Double, isCommitment: Bool)]
  }

  init(_ inputs: CostInputs, frame: PricingFrame, model: CostModel.Frame) {
    self.inputs = inputs
    self.frame = frame
    self.model = model
    offer = LineCandidate.counted(inputs.lines, .offer, frame.plan, old: inputs.baseline)
    old =
      inputs.goLive == nil
      ? [] : LineCandidate.counted(inputs.baseline, .baseline, frame.plan, old: [])
    offerShares = offer.filter { $0.line.basis != .units }
    oldShares = old.filter { $0.line.basis != .units }
    windows = []
  }

  private init(_ other: LineModelBuilder, windows: [Window]) {
    (inputs, frame, model) = (other.inputs, other.frame, other.model)
    (offer, old, self.windows) = (other.offer, other.old, windows)
    (offerShares, oldShares) = (other.offerShares, other.oldShares)
  }

  // MARK: Results

  /// All lines that are not a share of others, with these in them.
  func lines() throws(TotalCostError) -> [LineModel] {
    let rebates = try rebates()
    let builder = LineModelBuilder(
      self, windows: rebates.flatMap { $0.payments.map(\.window) }.uniqued())
    var result: [LineModel] = []
    for candidate in offer + old where candidate.line.basis == .units {
      do {
        for part in candidate.parts {
          if let line = try builder.line(part) { result.append(line) }
        }
      } catch {
        throw .line(candidate.reference, fault: error)
      }
    }
    return result
  }

  /// Lines that are a share of spend.
  func rebates() throws(TotalCostError) -> [RebateModel] {
    var result: [RebateModel] = []
    for candidate in offer + old where candidate.line.basis == .spend {
      do {
        if let rebate = try rebate(candidate) { result.append(rebate) }
      } catch {
        throw .line(candidate.reference, fault: error)
      }
    }
    return result
  }

  // MARK: Days that move

  private func days(of candidates: [LineCandidate]) -> [Day] {
    var names: [String?] = []
    func add(_ name: String?) { if !names.contains(name) { names.append(name) } }
    for candidate in candidates {
      if candidate.isOldSystem { add(nil) }
      for name in [candidate.line.milestones.start, candidate.line.milestones.end] {
        if let name { add(name == CostLine.Milestones.goLive ? nil : name) }
      }
    }
    return names.compactMap { name in
      let range =
        name.map { model.milestones[$0] } ?? inputs.goLiveRange?.months
      return range.map { Day(milestone: name, months: Int($0.low)...Int($0.high)) }
    }
  }

  /// Payments on the likely days, and what changes as days move.
  private func slots(
    _ days: ArraySlice<Day>, _ moves: Moves, _ fixed: (Moves) throws(LineFault) -> SlotSum
  ) throws(LineFault) -> SlotSum {
    guard let day = days.first else { return try fixed(moves) }
    var result = SlotSum()
    var before = SlotSum()
    for months in day.months {
      var moves = moves
      moves.updateValue(months, forKey: day.milestone)
      let sum = try slots(days.dropFirst(), moves, fixed)
      if months == day.months.lowerBound {
        result = sum
      } else {
        result.add(
          sum, less: before, factor: .moved(milestone: day.milestone, months: months))
      }
      before = sum
    }
    return result
  }

  /// A line on days that have moved; `nil` without a price.
  private func priced(_ candidate: LineCandidate, _ moves: Moves) throws(LineFault) -> Priced? {
    var line = candidate.line
    for (milestone, months) in moves where months != 0 {
      line = line.moving(
        milestone: milestone ?? CostLine.Milestones.goLive, byMonths: months)
    }
    var limit = frame.grid.months
    if candidate.isOldSystem, let goLive = inputs.goLive {
      let months = frame.grid.month(of: goLive) - 1 + (moves[nil] ?? 0)
      let isExit = line.category == .exit
      if isExit ? !(0...limit).contains(months) : months < 1 { return nil }
      limit = min(limit, months)
    }
    let pricing = try LinePricing(line, frame: frame, limit: limit)
    return pricing.price == nil ? nil : due(candidate, pricing)
  }

  private func due(_ candidate: LineCandidate, _ pricing: LinePricing) -> Priced {
    var due = pricing.dueMonths.map { (month: $0.month, times: $0.times, isCommitment: false) }
    if candidate.payments != .all {
      due.removeAll {
        pricing.paysListPrice(inMonth: $0.month) != (candidate.payments == .listPrice)
      }
    }
    if frame.plan.includesExit, !candidate.isOldSystem,
      let left = pricing.paymentsLeft(afterMonth: frame.grid.months)
    {
      let fee = candidate.line.term?.terminationFee?.double ?? 1
      let isListed = pricing.paysListPrice(inMonth: frame.grid.months)
      if candidate.payments == .all || isListed == (candidate.payments == .listPrice) {
        due.append((frame.grid.months, Double(left) * fee, true))
      }
    }
    let rise =
      pricing.hasUncertainLevel
      ? RiseModel(pricing, isOldSystem: candidate.isOldPrice) : nil
    return Priced(pricing: pricing, rise: rise, due: due)
  }

  /// What is uncertain about a payment beside quantities: the price's level and the exchange rate.
  private func levels(_ candidate: LineCandidate, _ priced: Priced, _ month: Int) -> [SlotFactor] {
    var factors: [SlotFactor] = []
    if let rise = priced.rise {
      let rises = priced.pricing.rises(inMonth: month)
      if rises > 0 { factors.append(.level(rise, rises: rises)) }
    }
    if let currency = candidate.line.currency,
      let range = priced.pricing.rate(inMonth: month)?.scale
    {
      factors.append(.exchangeRate(currency, range))
    }
    return factors
  }

  // MARK: Lines with units of their own

  private func line(_ candidate: LineCandidate) throws(LineFault) -> LineModel? {
    let line = candidate.line
    let carriers = (candidate.isOldSystem ? oldShares : offerShares).filter {
      $0.line.basis == .cost(of: line.category) && [.cost, .discount].contains(line.kind)
    }
    let dates = days(of: [candidate] + carriers)
    // Its price and units are those of any day.
    let usual = try LinePricing(line, frame: frame, limit: frame.grid.months)
    guard let unit = usual.price else { return nil }
    let isTiered = unit.hasTiers
    let needsRule =
      isTiered
      || line.per != nil && ((line.minimumQuantity ?? .zero) > .zero || line.paysHighestQuantity)
    let count = line.countsPackages ? 1 : line.count.double
    let minimum = line.minimumQuantity?.double ?? 0
    // Beside tiers the price is not charged, else it is multiplied in later.
    let tiers = unit.approximation().withUnitPrice()
    var charges: [ChargeRule] = []
    let sum = try slots(dates[...], [:]) { (moves) throws(LineFault) -> SlotSum in
      try payments(
        candidate, carriers, moves, known: candidate.isOldSystem || !moves.isEmpty ? nil : usual
      ) { pricing in
        guard needsRule, line.per != nil else { return nil }
        let rule = ChargeRule(
          count: count, minimum: minimum, tiers: tiers,
          ratchetFrom: line.paysHighestQuantity
            ? pricing.stretch(ofMonth: pricing.schedule.lineStart) : nil)
        if let known = charges.firstIndex(of: rule) { return known }
        charges.append(rule)
        return charges.count - 1
      }
    }
    if sum.slots.isEmpty { return nil }
    var coefficient = 1.0
    if line.per == nil {
      coefficient = tiers.charge(units: max(count, minimum))
    } else if !needsRule {
      coefficient = count
    }
    return LineModel(
      identity: UncertainPrice(of: line), isOldSystem: candidate.isOldPrice,
      isWorkPackage: !candidate.isOldSystem && line.isWorkPackage,
      shape: CostTerm.Shape(quantity: line.per, charges: charges, slots: sum.slots),
      coefficient: coefficient,
      price: isTiered || usual.weighsPrices ? 1 : unit.price.double,
      range: candidate.payments == .listPrice
        ? LinePricing.whole(chance: usual.range?.chance ?? 1) : usual.range,
      isVendor: !candidate.isOldSystem && line.payee == .vendor
        && [.cost, .discount].contains(line.kind),
      isEffort: !candidate.isOldSystem && line.isBuildEffort)
  }

  /// What a line and those that are a share of it cost on certain days.
  private func payments(
    _ candidate: LineCandidate, _ carriers: [LineCandidate], _ moves: Moves, known: LinePricing?,
    _ charge: (LinePricing) -> Int?
  ) throws(LineFault) -> SlotSum {
    var sum = SlotSum()
    let own: Priced
    if let known {
      own = due(candidate, known)
    } else if let moved = try priced(candidate, moves) {
      own = moved
    } else {
      return sum
    }
    let rule = charge(own.pricing)
    var carried: [(candidate: LineCandidate, priced: Priced)] = []
    for carrier in carriers {
      if let priced = try priced(carrier, moves) { carried.append((carrier, priced)) }
    }
    let tax = try candidate.line.taxFactor().double
    /// - Parameter spend: The part that counts as spend.
    func add(_ weight: Double, month: Int, isAtEnd: Bool, spend: Double, _ key: Slot.Key) {
      var key = key
      key.period = model.period(ofMonth: month, isAtEnd: isAtEnd)
      sum.add(weight, key)
      guard spend != 0 else { return }
      key.period = nil
      for window in windows
      where window.isOldSystem == candidate.isOldSystem && window.after < month
        && month <= window.through
      {
        key.window = window
        sum.add(spend, key)
      }
    }
    var weights = MonthWeights(own.pricing)
    for payment in own.due {
      let weight = weights.weight(inMonth: payment.month) * payment.times
      let key = Slot.Key(
        stretch: own.pricing.stretch(ofMonth: payment.month), charge: rule,
        factors: levels(candidate, own, payment.month))
      add(
        weight, month: payment.month, isAtEnd: payment.isCommitment || own.pricing.paysAtEnd,
        spend: candidate.isSpend && !payment.isCommitment ? weight / tax : 0, key)
      if payment.isCommitment { continue }
      for (carrier, priced) in carried {
        for share in priced.due {
          let times = carrier.line.times(sharing: candidate.line, payment.month, at: share.month)
          if times == 0 { continue }
          var key = key
          key.factors += factors(carrier, priced, share.month)
          let carried =
            weight / tax * share.times * times * self.weight(priced.pricing, share.month)
          add(
            carried, month: share.month, isAtEnd: share.isCommitment || priced.pricing.paysAtEnd,
            spend: carrier.isSpend && !share.isCommitment
              ? carried / (try carrier.line.taxFactor().double) : 0, key)
        }
      }
    }
    return sum
  }

  /// What a line that is a share of others adds for each money unit of theirs.
  private func weight(_ pricing: LinePricing, _ month: Int) -> Double {
    let price = pricing.range == nil ? pricing.price?.price.double ?? 0 : 1
    return pricing.weight(inMonth: month) * price
  }

  private func factors(_ candidate: LineCandidate, _ priced: Priced, _ month: Int) -> [SlotFactor] {
    var factors = levels(candidate, priced, month)
    if let range = priced.pricing.range {
      factors.append(
        .share(
          SharePrice(
            identity: UncertainPrice(of: candidate.line), isOldSystem: candidate.isOldPrice,
            range: range)))
    }
    return factors
  }

  // MARK: Rebates

  private func rebate(_ candidate: LineCandidate) throws(LineFault) -> RebateModel? {
    guard case .recurring(let period, _, _, _) = candidate.line.timing else { return nil }
    let usual = try LinePricing(candidate.line, frame: frame, limit: frame.grid.months)
    guard let unit = usual.price else { return nil }
    let sum = try slots(days(of: [candidate])[...], [:]) { (moves) throws(LineFault) -> SlotSum in
      var sum = SlotSum()
      guard let priced = try priced(candidate, moves) else { return sum }
      for payment in priced.due {
        let before = payment.month - period.months
        sum.add(
          priced.pricing.weight(inMonth: payment.month) * payment.times,
          Slot.Key(
            window: Window(
              isOldSystem: candidate.isOldSystem, after: before > 0 ? before : -1,
              through: payment.month),
            period: model.period(ofMonth: payment.month, isAtEnd: priced.pricing.paysAtEnd),
            stretch: 0,
            factors: factors(candidate, priced, payment.month)))
      }
      return sum
    }
    var payments: [RebateModel.Payment] = []
    for slot in sum.slots {
      guard let window = slot.key.window else { continue }
      if let place = payments.firstIndex(where: { $0.window == window }) {
        payments[place].slots.append(slot)
      } else {
        payments.append(RebateModel.Payment(window: window, slots: [slot]))
      }
    }
    // An uncertain share without tiers is a factor of its own.
    let isFactor = usual.range != nil && !unit.hasTiers
    return payments.isEmpty
      ? nil
      : RebateModel(
        tiers: isFactor ? unit.approximation().withUnitPrice() : unit.approximation(),
        payments: payments)
  }
}

extension CostLine {
  /// How often another line's payment counts in the share that is paid in a month: what was paid once
  /// counts from then on, what goes on in its own period, as a year's worth.
  fileprivate func times(sharing other: CostLine, _ payment: Int, at month: Int) -> Double {
    guard sharesPeriod(of: other), case .recurring(let period, _, _, let inAdvance) = timing else {
      return month >= payment ? 1 : 0
    }
    return CostLine.months(paidIn: month, period: period, inAdvance: inAdvance).contains(payment)
      ? Double(12 / period.months) : 0
  }

  /// Whether it is work done once to build or introduce the thing by oneself.
  var isBuildEffort: Bool {
    guard case .once = timing, kind == .cost else { return false }
    return category == .development || category == .internalEffort
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it first stands.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
