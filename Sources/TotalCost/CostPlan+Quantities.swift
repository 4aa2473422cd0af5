public import Measures

extension CostPlan {
  /// What is paid for of a quantity in the first month of contract years 1, 2, …, in whole units where
  /// it comes in such.
  ///
  /// - Returns: `nil` if the plan has no such quantity.
  /// - Throws: ``TotalCostError/quantity(name:fault:)``, also about other quantities.
  public func yearlyValues(of quantity: String) throws(TotalCostError) -> [Amount]? {
    let frame = try PricingFrame(plan: self)
    guard let course = frame.courses[quantity] else { return nil }
    return (0..<years).map { course.values[course.stretch(ofMonth: 12 * $0 + 1)] }
  }
}
