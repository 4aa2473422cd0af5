import Measures
import Messages
import TotalCost

/// Reads what may be one value, or low, likely and high with the shape of the range.
extension Reading {
  /// `5 %`, or `{ low: 3 %, likely: 5 %, high: 8 %, shape: pert }`.
  func rate(
    _ node: YAMLNode, in limits: ClosedRange<Amount>
  ) -> (likely: Amount, range: RateRange?)? {
    guard case .mapping = node.content else {
      return share(node, in: limits).map { ($0, nil) }
    }
    guard let range = threePoints(node, .shareRange, { share($0, in: limits) }) else { return nil }
    return (
      range.likely,
      range.low == range.high
        ? nil : RateRange(low: range.low, high: range.high, shape: range.shape)
    )
  }

  /// A date, or `{ low: 2027-10-01, likely: 2028-01-01, high: 2028-07-01 }`.
  func uncertainDate(_ node: YAMLNode) -> (likely: CalendarDate, range: DateRange?)? {
    guard case .mapping = node.content else { return date(node).map { ($0, nil) } }
    guard let found = threePoints(node, .dateRange, date) else { return nil }
    let range = DateRange(
      low: found.low, likely: found.likely, high: found.high, shape: found.shape)
    guard range.isOrdered else {
      error(node.position, .dateRangeTooWide(years: DateRange.longest / 12))
      return nil
    }
    return (found.likely, found.low == found.high ? nil : range)
  }

  /// Low, likely and high of a kind of group, in order.
  func threePoints<Value: Comparable>(
    _ node: YAMLNode, _ kind: MappingReader.Kind, _ read: (YAMLNode) -> Value?
  ) -> (low: Value, likely: Value, high: Value, shape: RangeShape)? {
    guard var group = MappingReader(node, kind, self) else { return nil }
    let low = group.required("low").flatMap(read)
    let likely = group.required("likely").flatMap(read)
    let high = group.required("high").flatMap(read)
    let shape = group.optional("shape").flatMap { choice($0, of: RangeShape.self) }
    group.finish()
    guard let low, let likely, let high else { return nil }
    guard low <= likely, likely <= high else {
      error(node.position, .rangeNotOrdered("low", "likely", "high"))
      return nil
    }
    return (low, likely, high, shape ?? .triangular)
  }
}
