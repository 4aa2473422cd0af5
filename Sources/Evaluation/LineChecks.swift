import Measures
import Messages
import TotalCost

/// What looks wrong about single lines of an option: terms that leave it without the cost that it
/// seems to state.
struct LineChecks {
  /// Warnings with the index of the line that they are about.
  private(set) var warnings: [(line: Int, message: Message)] = []
  private let lines: [CostLine]

  /// - Parameters:
  ///   - lines: The option's lines.
  ///   - cost: What they come to.
  init(_ lines: [CostLine], cost: TotalCost) {
    self.lines = lines
    for (index, line) in lines.enumerated() {
      checkAllowance(line, index, paid: cost.lines[index])
      checkRhythm(line, index)
      checkShare(line, index)
    }
  }

  private mutating func warn(_ index: Int, _ message: Message) {
    warnings.append((index, message))
  }

  /// Included units that swallow the line, or a price of more without them.
  private mutating func checkAllowance(_ line: CostLine, _ index: Int, paid: LineCost) {
    guard let allowance = line.allowance else { return }
    if allowance.overagePrice == nil, paid.nominal == .zero, !paid.payments.isEmpty,
      line.hasPrice
    {
      warn(index, .checkAllIncluded(line: line.name))
    }
    if allowance.overagePrice != nil, allowance.included == .zero {
      warn(index, .checkOverageOfEverything(line: line.name))
    }
  }

  /// What is usually paid again and again, but counts once.
  private mutating func checkRhythm(_ line: CostLine, _ index: Int) {
    guard case .once = line.timing, line.kind == .cost, line.hasPrice,
      [.subscription, .support, .maintenance, .hosting].contains(line.category)
    else { return }
    warn(index, .checkPaidOnce(line: line.name))
  }

  /// A share of a category that has no line with units of its own.
  private mutating func checkShare(_ line: CostLine, _ index: Int) {
    guard case .cost(let category) = line.basis, [.cost, .discount].contains(line.kind) else {
      return
    }
    let hasBase = lines.contains {
      $0.category == category && $0.basis == .units && [.cost, .discount].contains($0.kind)
    }
    if !hasBase { warn(index, .checkShareOfNothing(line: line.name, of: category.checkName)) }
  }
}

extension CostLine {
  /// Whether it states an amount above nothing.
  fileprivate var hasPrice: Bool {
    if let priceRange { priceRange.likely > .zero } else { false }
  }
}
