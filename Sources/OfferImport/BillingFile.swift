import DecisionModel
import Measures
import Messages

/// What a billing file comes to, by provider, service and month. It grows with these, not with rows.
struct BillingSums {
  /// What is summed up together.
  struct Key: Hashable {
    let provider: String
    let category: String
    let service: String
    let currency: String
    /// Month of the charge, counted as ``CalendarDate/monthIndex``.
    let month: Int
    let kind: Kind
  }

  /// How a charge goes on.
  enum Kind: Hashable {
    /// Usage, credits, adjustments and fees that return.
    case running
    /// A purchase made once.
    case once
    case tax
  }

  /// Sums of the three costs of a group.
  struct Sums {
    var effective = Amount.zero
    var billed = Amount.zero
    /// `nil` if a row states no list price.
    var list: Amount? = .zero
    /// Where its first row stands.
    let position: SourcePosition
    /// Day of the first charge.
    let date: CalendarDate
  }

  private(set) var groups: [Key: Sums] = [:]
  /// First and last day on which anything was charged for.
  private(set) var days: ClosedRange<CalendarDate>?
  /// Rows read.
  var rows = 0
  /// Rows with decimals beyond the twelfth.
  var rounded = 0
  /// Charges for longer than a month, with the place of the first.
  var long: (count: Int, position: SourcePosition)?

  mutating func add(
    _ key: Key, effective: Amount, billed: Amount, list: Amount?, at position: SourcePosition,
    days charged: ClosedRange<CalendarDate>
  ) throws(ArithmeticOverflow) {
    var sums = groups[key] ?? Sums(position: position, date: charged.lowerBound)
    sums.effective = try sums.effective.adding(effective)
    sums.billed = try sums.billed.adding(billed)
    if let all = sums.list, let list {
      sums.list = try all.adding(list)
    } else {
      sums.list = nil
    }
    groups[key] = sums
    guard key.kind == .running else { return }
    // A charge for a year says nothing about how much of the year has been measured.
    let end = CalendarDate.lastDay(ofMonth: key.month) ?? charged.upperBound
    let (first, last) = (charged.lowerBound, min(charged.upperBound, end))
    days = days.map { min($0.lowerBound, first)...max($0.upperBound, last) } ?? first...last
  }
}

extension OfferReader {
  /// Errors of one file after which the rest would only repeat them.
  private static let mostBillingErrors = 50

  /// Reads a FOCUS billing file row by row.
  mutating func readBilling(
    _ source: inout TableRows, head: ArraySlice<[Cell]>, header: BillingHeader, path: String
  ) {
    let decimals = source.stated.decimals ?? .point
    let position = header.cells.first?.position ?? SourcePosition(file: path, line: 1, column: 1)
    documents.remember([], of: path)
    note(path) {
      $0.form = .table(
        .init(
          dialect: source.dialect, stated: source.stated, shape: .prices,
          headerLine: position.line))
    }
    guard header.missing.isEmpty else {
      return diagnostics.error(position, .billingColumnsMissing(header.missing))
    }
    var sums = BillingSums()
    var failed = 0
    func isOpen() -> Bool { failed < OfferReader.mostBillingErrors }
    for row in head where isOpen() {
      if !add(row, header, decimals, to: &sums) { failed += 1 }
    }
    let wanted = header.fields.values.sorted()
    while isOpen(), let row = source.next(only: wanted) {
      if !add(row, header, decimals, to: &sums) { failed += 1 }
    }
    for problem in source.problems { report(problem, path: path) }
    if failed == 0 { read(sums, path: path, at: position) }
  }

  /// Adds a row; `false` with an error.
  private mutating func add(
    _ row: [Cell], _ header: BillingHeader, _ decimals: NumberStyle, to sums: inout BillingSums
  ) -> Bool {
    guard let first = row.first else { return true }
    sums.rows += 1
    func cell(_ column: BillingColumn) -> Cell? {
      guard let index = header.fields[column], index < row.count else { return nil }
      let cell = row[index]
      return cell.text.isEmpty || cell.text == "NULL" || cell.text == "null" ? nil : cell
    }
    func text(_ column: BillingColumn) -> String { cell(column)?.text ?? "" }
    var isRounded = false
    func amount(_ column: BillingColumn) -> Reading<Amount> {
      guard let cell = cell(column) else { return .absent }
      guard let amount = BillingAmount(cell.text, decimals: decimals) else {
        diagnostics.error(
          cell.position, .billingNotANumber(column: column.rawValue, text: cell.text))
        return .failed
      }
      isRounded = isRounded || amount.isRounded
      return .value(amount.value)
    }
    let effective = amount(.effectiveCost)
    let billed = amount(.billedCost)
    let list = amount(.listCost)
    if effective.hasFailed || billed.hasFailed || list.hasFailed { return false }
    // Taxes are left out, and some exports know no other cost of them than the billed one.
    let isTax = cell(.category)?.text.nameKey == "tax"
    let needed = BillingColumn.required.filter { !isTax || $0 != .effectiveCost }
    if let missing = needed.first(where: { cell($0) == nil }) {
      diagnostics.error(first.position, .billingCellMissing(column: missing.rawValue))
      return false
    }
    guard let billed = billed.found, let effective = effective.found ?? (isTax ? billed : nil),
      let kind = kind(cell(.category), frequency: text(.frequency)),
      let days = days(cell(.start), cell(.end))
    else { return false }
    guard CurrencyName.code(of: text(.currency)) == text(.currency) else {
      diagnostics.error(
        cell(.currency)?.position ?? first.position, .priceCurrencyUnknown(text: text(.currency)))
      return false
    }
    let key = BillingSums.Key(
      provider: text(.provider), category: text(.serviceCategory), service: text(.service),
      currency: text(.currency), month: days.lowerBound.monthIndex, kind: kind)
    if isRounded { sums.rounded += 1 }
    if kind == .running, days.upperBound.monthIndex > days.lowerBound.monthIndex {
      sums.long = ((sums.long?.count ?? 0) + 1, sums.long?.position ?? first.position)
    }
    do {
      try sums.add(
        key, effective: effective, billed: billed, list: list.found, at: first.position,
        days: days)
      return true
    } catch {
      diagnostics.error(
        first.position,
        .cellNumberTooLarge(
          column: BillingColumn.effectiveCost.rawValue, text: text(.effectiveCost)))
      return false
    }
  }

  private mutating func kind(_ cell: Cell?, frequency: String) -> BillingSums.Kind? {
    guard let cell else { return nil }
    switch cell.text.nameKey {
    case "usage", "credit", "adjustment": return .running
    case "purchase": return frequency.nameKey == "recurring" ? .running : .once
    case "tax": return .tax
    default:
      diagnostics.error(cell.position, .billingCategoryUnknown(text: cell.text))
      return nil
    }
  }

  /// The days that a charge is for; the end of a period is the moment after it.
  private mutating func days(_ start: Cell?, _ end: Cell?) -> ClosedRange<CalendarDate>? {
    guard let start else { return nil }
    guard let first = BillingTime(start.text)?.day else {
      diagnostics.error(
        start.position,
        .cellNotADate(column: BillingColumn.start.rawValue, text: start.text))
      return nil
    }
    guard let end else { return first...first }
    guard let time = BillingTime(end.text), time.day >= first, let last = time.lastDayBefore
    else {
      diagnostics.error(
        end.position, .cellNotADate(column: BillingColumn.end.rawValue, text: end.text))
      return nil
    }
    // A charge for a moment is one for its day.
    return first...max(first, last)
  }
}

/// A moment of a billing file: `2024-09-30T23:00:00Z` or `2024-10-01 00:00:00`.
private struct BillingTime {
  let day: CalendarDate
  private let isMidnight: Bool

  init?(_ text: String) {
    guard let day = CalendarDate(String(text.prefix(10))) else { return nil }
    let rest = text.dropFirst(10)
    guard rest.isEmpty || rest.first == "T" || rest.first == " " else { return nil }
    self.day = day
    let time = rest.dropFirst().prefix { $0 != "Z" && $0 != "+" }
    isMidnight = time.allSatisfy { "0:.".contains($0) }
  }

  /// The last day of which some time lies before.
  var lastDayBefore: CalendarDate? {
    guard isMidnight else { return day }
    if day.day > 1 { return CalendarDate(year: day.year, month: day.month, day: day.day - 1) }
    let before = day.monthIndex - 1
    return CalendarDate.lastDay(ofMonth: before)
  }
}

extension CalendarDate {
  /// The last day of a month that is counted as ``monthIndex``.
  static func lastDay(ofMonth index: Int) -> CalendarDate? {
    (28...31).reversed().lazy
      .compactMap { CalendarDate(year: index / 12, month: index % 12 + 1, day: $0) }.first
  }
}
