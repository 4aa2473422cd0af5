/// Which lines of a list count, before anything is priced.
struct Selection {
  private var winners: [String: Int] = [:]
  /// Groups in which several lines are marked as chosen, in the order of the list.
  private(set) var contested: [String] = []

  /// Of each group of alternatives the first chosen one counts, without a choice the first.
  init(_ lines: [CostLine]) {
    var chosen: Set<String> = []
    for (index, line) in lines.enumerated() {
      guard case .alternative(let group, let isChosen) = line.status else { continue }
      if !isChosen {
        if winners[group] == nil { winners[group] = index }
      } else if chosen.insert(group).inserted {
        winners[group] = index
      } else if !contested.contains(group) {
        contested.append(group)
      }
    }
  }

  /// Where a line stands, so far as it does not depend on its price and dates.
  func standing(of line: CostLine, at index: Int, plan: CostPlan) -> LineCost.Standing {
    switch line.status {
    case .optional: return .optional
    case .alternative(let group, _) where winners[group] != index: return .notChosen
    default: break
    }
    if line.kind == .opportunity { return .opportunityApart }
    if line.kind == .benefit, !plan.includesBenefits { return .benefitApart }
    if line.category == .exit, !plan.includesExit { return .exitApart }
    return .counted
  }
}
