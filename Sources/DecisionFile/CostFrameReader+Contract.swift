import DecisionModel
import Measures
import Messages
import TotalCost

// What contracts refer to: indexes, milestones, roles, tax, and shocks of exchange rates.
extension CostFrameReader {
  /// Price indexes with where they come from.
  func indexes(
    _ reader: inout MappingReader
  ) -> (series: [String: IndexSeries], sources: [IndexSource]) {
    var series: [String: IndexSeries] = [:]
    var sources: [IndexSource] = []
    guard let node = reader.optional("indexes"), var names = MappingReader(node, .free, reading)
    else { return (series, sources) }
    for entry in names.all() {
      guard Reading.isIdentifier(entry.name) else {
        reading.error(entry.position, .badIdentifier(entry.name))
        continue
      }
      guard var group = MappingReader(entry.value, .index, reading) else { continue }
      let values = group.required("values").flatMap(indexValues)
      let growth = group.optional("growth").flatMap {
        reading.rate($0, in: Amount(units: -Amount.unitsPerWhole / 2) ... .one)
      }
      let asOf = group.required("as_of").flatMap(reading.date)
      let source = group.required("source").flatMap(reading.text)
      group.finish()
      guard let values, let asOf, let source else { continue }
      series[entry.name] = IndexSeries(
        values: values, growthAfter: growth?.likely ?? .zero, growthRange: growth?.range)
      sources.append(
        IndexSource(name: entry.name, asOf: asOf, source: source, position: entry.position))
    }
    return (series, sources)
  }

  /// `{ 2026: 118.2, 2027-06: 121 }`.
  private func indexValues(_ node: YAMLNode) -> [IndexSeries.Value]? {
    guard var group = MappingReader(node, .free, reading) else { return nil }
    let entries = group.all()
    let values = entries.compactMap { entry -> IndexSeries.Value? in
      let value = reading.amount(entry.value)
      let text = entry.name.split(separator: "-").count == 1 ? entry.name + "-01" : entry.name
      guard let month = CalendarDate(text + "-01")?.monthIndex else {
        reading.error(entry.position, .badMonth(entry.name))
        return nil
      }
      guard let value else { return nil }
      guard value > .zero else {
        reading.error(entry.value.position, .indexNotPositive())
        return nil
      }
      return .init(month: month, value: value)
    }
    if entries.isEmpty { reading.error(node.position, .emptyList()) }
    return values.isEmpty || values.count < entries.count ? nil : values
  }

  /// Days that prices may name in place of a date, with their ranges.
  func milestones(
    _ reader: inout MappingReader
  ) -> [(milestone: Milestone, range: DateRange?)] {
    guard let node = reader.optional("milestones"), var group = MappingReader(node, .free, reading)
    else { return [] }
    return group.all().compactMap { entry in
      guard Reading.isIdentifier(entry.name), entry.name != Milestone.goLive else {
        reading.error(
          entry.position,
          entry.name == Milestone.goLive ? .goLiveIsNoMilestone() : .badIdentifier(entry.name))
        return nil
      }
      return reading.uncertainDate(entry.value).map {
        (Milestone(name: entry.name, date: $0.likely), $0.range)
      }
    }
  }

  /// What a day of one's own people costs.
  func roles(_ reader: inout MappingReader) -> [Role] {
    guard let node = reader.optional("roles"), var names = MappingReader(node, .free, reading)
    else { return [] }
    return names.all().compactMap { entry in
      guard Reading.isIdentifier(entry.name) else {
        reading.error(entry.position, .badIdentifier(entry.name))
        return nil
      }
      guard var group = MappingReader(entry.value, .role, reading) else { return nil }
      let rate = group.required("day_rate").flatMap { reading.money($0, currency: currency) }
      let days = group.optional("days_per_year").flatMap { node in
        reading.whole(node, in: 1...366)
      }
      group.finish()
      return rate.map {
        Role(name: entry.name, dayRate: $0, daysPerYear: Amount(days ?? Self.workingDays))
      }
    }
  }

  /// Days worked in a year by a full post: 250 less leave, illness and training.
  private static let workingDays = 210

  /// Tax that cannot be deducted.
  func unrecoverableTax(_ reader: inout MappingReader) -> UnrecoverableTax? {
    guard let node = reader.optional("vat"), var group = MappingReader(node, .vat, reading)
    else { return nil }
    let rate = group.required("rate").flatMap { reading.share($0) }
    let share = group.required("non_deductible").flatMap { reading.share($0) }
    group.finish()
    guard let rate, let share else { return nil }
    return UnrecoverableTax(rate: rate, share: share)
  }

  /// Changes of exchange rates to be shown.
  func exchangeShocks(_ reader: inout MappingReader, rates: [ExchangeRate]) -> [ExchangeShock] {
    guard let elements = reader.optional("exchange_shocks").flatMap(reading.list) else { return [] }
    return elements.compactMap { element in
      guard var group = MappingReader(element, .exchangeShock, reading) else { return nil }
      let node = group.required("currency")
      let code = node.flatMap(reading.text)
      let change = group.required("change").flatMap {
        reading.share($0, in: Amount(units: -9 * Amount.unitsPerWhole / 10)...Amount(10))
      }
      let from = group.required("from").flatMap(reading.date)
      group.finish()
      guard let node, let code, let change, let from else { return nil }
      guard rates.contains(where: { $0.currency == code }) else {
        reading.error(node.position, .shockWithoutRate(code))
        return nil
      }
      return ExchangeShock(currency: code, change: change, from: from)
    }
  }
}
