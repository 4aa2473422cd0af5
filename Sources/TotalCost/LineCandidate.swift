import Measures

/// A line of which the parts that vary are to be found.
struct LineCandidate {
  let line: CostLine
  let reference: LineReference
  /// Whether its price is that of a line of the old system, so that it is drawn with that: in the
  /// old system itself, and where an option goes on paying it.
  let isOldPrice: Bool
  /// Which of its payments count.
  var payments = Payments.all
  var isOldSystem: Bool { reference.origin == .baseline }

  enum Payments {
    case all
    /// At the line's own price, or at the list price after protection.
    case ownPrice, listPrice
  }

  /// Whether the vendor's bonus on spend counts it.
  var isSpend: Bool {
    line.payee == .vendor && line.category != .exit && [.cost, .discount].contains(line.kind)
      && line.basis != .spend
  }

  /// The candidate in parts of which one price each is uncertain: a fee and the price of what is
  /// used beyond it, a protected price and the list price afterwards.
  var parts: [LineCandidate] {
    guard line.hasUncertainPrice else { return [self] }
    if line.protection?.listPrice != nil {
      var (own, list) = (self, self)
      (own.payments, list.payments) = (.ownPrice, .listPrice)
      return [own, list]
    }
    guard let allowance = line.allowance, allowance.overagePrice != nil else { return [self] }
    var (fee, overage) = (line, line)
    fee.allowance = nil
    fee.per = nil
    fee.minimumQuantity = nil
    fee.paysHighestQuantity = false
    overage.price = .fixed(.zero)
    return [fee, overage].map {
      LineCandidate(line: $0, reference: reference, isOldPrice: isOldPrice)
    }
  }

  /// Lines that count, in the order in which they are added up.
  ///
  /// - Parameter old: Lines of the old system, to tell whose prices are its.
  static func counted(
    _ lines: [CostLine], _ origin: LineReference.Origin, _ plan: CostPlan, old: [CostLine]
  ) -> [LineCandidate] {
    let counted: [(index: Int, line: CostLine)]
    switch origin {
    case .offer:
      let selection = Selection(lines)
      counted = lines.enumerated().filter {
        selection.standing(of: $0.element, at: $0.offset, plan: plan) == .counted
      }.map { ($0.offset, $0.element) }
    case .baseline: counted = PricedLines.counted(ofBaseline: lines, plan: plan)
    }
    let oldPrices = Dictionary(grouping: old) { UncertainPrice(of: $0) }
    let candidates = counted.map { index, line in
      LineCandidate(
        line: line, reference: LineReference(origin: origin, index: index, name: line.name),
        isOldPrice: origin == .baseline
          || oldPrices[UncertainPrice(of: line)]?.contains { $0.price == line.price } == true)
    }
    return candidates.sorted { $0.line.precedes($1.line) }
  }
}
