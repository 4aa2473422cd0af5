public import Measures

extension Quantity {
  /// What is paid for in contract years 1, 2, …, in whole units where the quantity comes in such.
  ///
  /// - Parameter years: 1 or more.
  public func values(years: Int) throws(QuantityFault) -> [Amount] {
    try QuantityCourse(self, years: years).values
  }
}
