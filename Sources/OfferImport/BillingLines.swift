import DecisionModel
import Measures
import Messages
import TotalCost

extension OfferReader {
  /// Turns measured costs into lines that go on.
  ///
  /// What a month costs is the mean of all full months measured: the sum of `EffectiveCost` over
  /// them, divided by their number; a group without charges in one of them counts nothing there.
  /// Each provider's service categories become a line each, and a service that the decision names
  /// under `positions` a line of its own.
  mutating func read(_ sums: BillingSums, path: String, at position: SourcePosition) {
    let months = BillingMonths(sums)
    report(sums, months, at: position)
    noteSums(sums, months, at: position)
    guard isConvertible(sums) else { return }
    var sheet = Sheet<PriceColumn>(position: position)
    sheet.columns = Set(PriceColumn.allCases).subtracting([.lineTotal])
    sheet.style = .point
    sheet.isNetByFormat = true
    if !months.full.isEmpty {
      for (line, total) in lines(of: sums, in: months.full, path: path) {
        guard let mean = try? total.effective.divided(by: Amount(months.full.count)) else {
          continue
        }
        if let row = row(of: line, mean: mean, at: total.position, path: path) {
          sheet.rows.append(row)
        }
      }
    }
    for (key, total) in sums.groups.sorted(by: { BillingLine.isBefore($0.key, $1.key) })
    where key.kind == .once && total.effective != .zero {
      sheet.rows.append(onceRow(key, total))
    }
    documents.remember(
      Set(sums.groups.keys.flatMap { [$0.service, $0.category, $0.provider] }).sorted(), of: path)
    read(sheet)
  }

  /// The measured sums of each line, in the order of their names.
  private func lines(
    of sums: BillingSums, in months: [Int], path: String
  ) -> [(BillingLine, BillingSums.Sums)] {
    let counted = Set(months)
    var lines: [BillingLine: BillingSums.Sums] = [:]
    for (key, group) in sums.groups.sorted(by: { BillingLine.isBefore($0.key, $1.key) })
    where key.kind == .running && counted.contains(key.month) {
      let isNamed = mapping(path: path, identifiers: [key.service], name: nil) != nil
      let line = BillingLine(
        provider: key.provider, category: key.category,
        service: isNamed && !key.service.isEmpty ? key.service : nil, currency: key.currency)
      guard var total = lines[line] else {
        lines[line] = group
        continue
      }
      // Sums of parts that fit are far from the end of the range.
      total.effective = (try? total.effective.adding(group.effective)) ?? total.effective
      lines[line] = total
    }
    return lines.sorted { $0.key < $1.key }
  }

  private mutating func row(
    of line: BillingLine, mean: Amount, at position: SourcePosition, path: String
  ) -> SheetRow<PriceColumn>? {
    guard mean != .zero else {
      noteLeftOut(Cell(line.name, at: position), because: LeftOutReason.nothingCharged)
      return nil
    }
    var row = SheetRow<PriceColumn>(position: position)
    func set(_ column: PriceColumn, _ text: String) {
      row.cells[column] = Cell(text, at: position)
    }
    set(.item, line.name)
    set(.amount, Amount(units: abs(mean.units)).text)
    set(.currency, line.currency)
    set(.frequency, "monthly")
    set(.payee, CostLine.Payee.thirdParty.rawValue)
    set(.category, line.costCategory.rawValue)
    if mean.isNegative { set(.kind, CostLine.Kind.discount.rawValue) }
    _ = apply(
      to: &row, path: path,
      identifiers: [line.service, line.category, line.provider].compactMap(\.self), name: nil)
    return row
  }

  /// A purchase that was made once: past if it lies before the plan's start.
  private func onceRow(
    _ key: BillingSums.Key, _ total: BillingSums.Sums
  ) -> SheetRow<PriceColumn> {
    var row = SheetRow<PriceColumn>(position: total.position)
    let line = BillingLine(
      provider: key.provider, category: key.category,
      service: key.service.isEmpty ? nil : key.service, currency: key.currency)
    for (column, text) in [
      (PriceColumn.item, line.name + " (Purchase)"),
      (.amount, Amount(units: abs(total.effective.units)).text), (.currency, key.currency),
      (.payee, CostLine.Payee.thirdParty.rawValue), (.category, line.costCategory.rawValue),
      (.start, total.date.iso), (.alreadyPaid, "yes"),
    ] {
      row.cells[column] = Cell(text, at: total.position)
    }
    if total.effective.isNegative {
      row.cells[.kind] = Cell(CostLine.Kind.discount.rawValue, at: total.position)
    }
    return row
  }

  /// Whether every currency has a rate; each that has none is one error.
  private mutating func isConvertible(_ sums: BillingSums) -> Bool {
    let known = Set(decision.exchangeRates.map(\.currency) + [decision.currency])
    var positions: [String: SourcePosition] = [:]
    for (key, group) in sums.groups where !known.contains(key.currency) {
      positions[key.currency] = min(positions[key.currency] ?? group.position, group.position)
    }
    for (code, position) in positions.sorted(by: { $0.key < $1.key }) {
      diagnostics.error(position, .priceCurrencyWithoutRate(code: code, home: decision.currency))
    }
    return positions.isEmpty
  }

  /// Tells what limits the measured months.
  private mutating func report(
    _ sums: BillingSums, _ months: BillingMonths, at position: SourcePosition
  ) {
    func text(_ months: [Int]) -> String {
      months.map(BillingMonths.name).joined(separator: ", ")
    }
    if months.full.isEmpty, !months.partial.isEmpty {
      diagnostics.error(position, .billingNoFullMonth(months: text(months.partial)))
    } else if months.full.isEmpty {
      diagnostics.error(position, .billingEmpty())
    } else if !months.partial.isEmpty {
      diagnostics.warning(
        position, .billingMonthsPartial(months: text(months.partial), full: text(months.full)))
    }
    if !months.missing.isEmpty {
      diagnostics.warning(
        position, .billingMonthsMissing(months: text(months.missing)))
    }
    if (1..<3).contains(months.full.count) {
      diagnostics.warning(position, .billingFewMonths(months: text(months.full)))
    }
    if sums.rounded > 0 {
      diagnostics.warning(position, .billingDecimalsRounded(rows: sums.rounded))
    }
    if let long = sums.long {
      diagnostics.warning(long.position, .billingPeriodLong(rows: long.count))
    }
    for (kind, message) in [
      (BillingSums.Kind.once, Message.billingPurchasesOnce), (.tax, Message.billingTaxLeftOut),
    ] {
      let groups = sums.groups.filter { $0.key.kind == kind }
      for code in Set(groups.map(\.key.currency)).sorted() {
        let part = groups.filter { $0.key.currency == code }
        let sum = BillingLine.sum(part.values.map(\.effective))
        guard sum != .zero, let first = part.values.map(\.position).min() else { continue }
        diagnostics.warning(first, message("\(sum.text) \(code)"))
      }
    }
  }

  /// Notes months, and sums by provider.
  private mutating func noteSums(
    _ sums: BillingSums, _ months: BillingMonths, at position: SourcePosition
  ) {
    func fact(_ name: LocalText, _ text: String) {
      noteFact(name, Cell(text, at: position))
    }
    fact(BillingFact.rows, String(sums.rows))
    fact(BillingFact.months, months.full.map(BillingMonths.name).joined(separator: ", "))
    let owners = Set(sums.groups.keys.map { [$0.provider, $0.currency] })
    for owner in owners.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let part = sums.groups.filter { [$0.key.provider, $0.key.currency] == owner }.values
      let effective = BillingLine.sum(part.map(\.effective))
      fact(BillingFact.effective(owner[0]), "\(effective.text) \(owner[1])")
      let billed = BillingLine.sum(part.map(\.billed))
      if effective == .zero, billed != .zero {
        diagnostics.warning(
          position,
          .billingNothingEffective(provider: owner[0], billed: "\(billed.text) \(owner[1])"))
      }
      fact(BillingFact.billed(owner[0]), "\(billed.text) \(owner[1])")
      let lists = part.compactMap(\.list)
      if lists.count == part.count,
        let discount = try? BillingLine.sum(lists).subtracting(effective)
      {
        fact(BillingFact.discount(owner[0]), "\(discount.text) \(owner[1])")
      }
    }
  }
}

/// What becomes one line of costs.
private struct BillingLine: Hashable, Comparable {
  let provider: String
  let category: String
  /// The service, where it has a line of its own.
  let service: String?
  let currency: String

  var name: String { "\(provider): \(service ?? category)" }

  /// Software that is rented counts as subscription, all else as hosting; the decision may say
  /// otherwise under `positions`.
  var costCategory: CostCategory {
    ["businessapplications", "developertools"].contains(category.nameKey) ? .subscription : .hosting
  }

  private var parts: [String] { [provider, category, service ?? "", currency] }

  static func < (left: BillingLine, right: BillingLine) -> Bool {
    left.parts.lexicographicallyPrecedes(right.parts)
  }

  static func isBefore(_ left: BillingSums.Key, _ right: BillingSums.Key) -> Bool {
    let keys = [left, right].map { [$0.provider, $0.category, $0.service, $0.currency] }
    return keys[0] == keys[1]
      ? left.month < right.month : keys[0].lexicographicallyPrecedes(keys[1])
  }

  static func sum(_ amounts: some Sequence<Amount>) -> Amount {
    amounts.reduce(.zero) { sum, next in (try? sum.adding(next)) ?? sum }
  }
}

/// The months that a billing file covers.
struct BillingMonths {
  /// Months that are measured from the first to the last day, or lie between measured months.
  private(set) var full: [Int] = []
  /// The first or last month, if days of it are missing.
  private(set) var partial: [Int] = []
  /// Months between others without any charge.
  private(set) var missing: [Int] = []

  init(_ sums: BillingSums) {
    guard let days = sums.days else { return }
    let charged = Set(sums.groups.keys.filter { $0.kind == .running }.map(\.month))
    let (first, last) = (days.lowerBound.monthIndex, days.upperBound.monthIndex)
    for month in first...last {
      let lacksStart = month == first && days.lowerBound.day > 1
      let lacksEnd =
        month == last && CalendarDate.lastDay(ofMonth: month).map { days.upperBound < $0 } ?? false
      if !charged.contains(month) {
        missing.append(month)
      } else if lacksStart || lacksEnd {
        partial.append(month)
      } else {
        full.append(month)
      }
    }
  }

  /// `2026-09`
  static func name(_ month: Int) -> String {
    String((CalendarDate.lastDay(ofMonth: month)?.iso ?? "").prefix(7))
  }
}
