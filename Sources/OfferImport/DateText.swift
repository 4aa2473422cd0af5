import DecisionModel
import Measures
import Messages

/// A date as offers write it, in every way in which it can be read.
///
/// Understood are ISO dates (also with a time, which is dropped), `31.03.2027`, `31.3.27`,
/// `31/03/2027` and `03/31/2027`, `31. März 2027`, `March 31, 2027`, months and quarters alone
/// (`07/2027`, `Juli 2027`, `Q3 2027`), and the serial numbers of spreadsheets (`46387`).
struct DateText {
  /// What a text can mean.
  enum Form: Equatable {
    /// One date and no other.
    case day(CalendarDate)
    /// Two numbers with slashes before the year: day first, or month first.
    case slashes(dayFirst: CalendarDate?, monthFirst: CalendarDate?)
    /// A whole month or quarter.
    case span(first: CalendarDate, last: CalendarDate)
    /// A spreadsheet's count of days.
    case serial(CalendarDate)
  }

  let form: Form
  /// Whether the year has only two digits.
  let hasShortYear: Bool

  init?(_ text: String) {
    let text = DateText.withoutTime(text.trimmed)
    if let date = CalendarDate(text) {
      (form, hasShortYear) = (.day(date), false)
    } else if let found = DateText.numbers(text) ?? DateText.month(text) {
      (form, hasShortYear) = found
    } else {
      return nil
    }
  }

  /// `2027-03-31T00:00:00Z` and `31.03.2027 00:00` without what follows the day.
  private static func withoutTime(_ text: String) -> String {
    guard let end = text.firstIndex(where: { $0 == "T" || $0 == " " }), text.count < 40 else {
      return text
    }
    let time = text[text.index(after: end)...]
    let isTime =
      time.count > 4 && time.first?.isNumber == true && time.contains(":")
      && time.allSatisfy { $0.isNumber || ":.,+-Z ".contains($0) || $0 == "U" || $0 == "h" }
    return isTime ? String(text[..<end]) : text
  }

  /// Forms of digits and one kind of sign.
  private static func numbers(_ text: String) -> (Form, Bool)? {
    guard let sign = text.first(where: { !$0.isASCII || !$0.isNumber }) else { return serial(text) }
    guard "./-".contains(sign) else { return nil }
    let parts = text.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(isDigit) }) else {
      return nil
    }
    let values = parts.compactMap { Int($0) }
    let lengths = parts.map(\.count)
    if values.count == 2, sign != "." || lengths[1] == 4 {
      if lengths == [4, 2] { return span(year: values[0], month: values[1]) }
      if lengths[0] <= 2, lengths[1] == 4 { return span(year: values[1], month: values[0]) }
      return nil
    }
    guard values.count == 3 else { return nil }
    if lengths[0] == 4, lengths[1] <= 2, lengths[2] <= 2 {
      return day(values[0], values[1], values[2], short: false)
    }
    guard lengths[0] <= 2, lengths[1] <= 2, lengths[2] == 4 || lengths[2] == 2 else { return nil }
    let isShort = lengths[2] == 2
    let year = isShort ? full(values[2]) : values[2]
    if sign == "." { return day(year, values[1], values[0], short: isShort) }
    let dayFirst = CalendarDate(year: year, month: values[1], day: values[0])
    let monthFirst = CalendarDate(year: year, month: values[0], day: values[1])
    if dayFirst == nil, monthFirst == nil { return nil }
    return (.slashes(dayFirst: dayFirst, monthFirst: monthFirst), isShort)
  }

  /// Forms with the name of a month or the number of a quarter.
  private static func month(_ text: String) -> (Form, Bool)? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard (2...3).contains(words.count), let last = words.last, last.count == 4,
      last.allSatisfy(isDigit), let year = Int(last)
    else { return nil }
    if words.count == 2 {
      if let month = months[words[0]] { return span(year: year, month: month) }
      let quarters = ["q1": 1, "q2": 4, "q3": 7, "q4": 10]
      return quarters[words[0]].flatMap { span(year: year, month: $0, months: 3) }
    }
    func day(_ word: String) -> Int? {
      let digits = word.prefix(while: isDigit)
      let rest = word.dropFirst(digits.count)
      return ["", "st", "nd", "rd", "th"].contains(String(rest)) ? Int(digits) : nil
    }
    if let month = months[words[1]], let day = day(words[0]) {
      return self.day(year, month, day, short: false)
    }
    if let month = months[words[0]], let day = day(words[1]) {
      return self.day(year, month, day, short: false)
    }
    // "1. Quartal 2028"
    if ["quartal", "quarter"].contains(words[1]), let number = Int(words[0]),
      (1...4).contains(number)
    {
      return span(year: year, month: number * 3 - 2, months: 3)
    }
    return nil
  }

  private static func day(
    _ year: Int, _ month: Int, _ day: Int, short: Bool
  ) -> (Form, Bool)? {
    CalendarDate(year: year, month: month, day: day).map { (.day($0), short) }
  }

  private static func span(year: Int, month: Int, months: Int = 1) -> (Form, Bool)? {
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
    let last = (28...31).reversed().lazy
      .compactMap { CalendarDate(year: year, month: month + months - 1, day: $0) }.first
    return last.map { (.span(first: first, last: $0), false) }
  }

  /// Years of two digits: 00 to 79 are of this century, as spreadsheets and people take them for
  /// contracts.
  private static func full(_ year: Int) -> Int { year < 80 ? 2000 + year : 1900 + year }

  /// Days since 30 December 1899: the count of spreadsheets, which takes 1900 for a leap year, so
  /// that every day from March 1900 on is counted one too many. 20000 is a day of 1954, 80000 one
  /// of 2119.
  private static func serial(_ text: String) -> (Form, Bool)? {
    guard text.count == 5, text.allSatisfy(isDigit), let days = Int(text),
      (20_000...80_000).contains(days)
    else { return nil }
    // Days since 1 March 0000, in which leap days come last (Hinnant, "chrono-compatible
    // low-level date algorithms").
    let shifted = days + 693_899
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
    return CalendarDate(year: year, month: month < 10 ? month + 3 : month - 9, day: day)
      .map { (.serial($0), false) }
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static let months: [String: Int] = {
    let names = [
      ["januar", "jänner", "january", "jan"], ["februar", "feber", "february", "feb"],
      ["märz", "march", "mär", "mrz", "mar"], ["april", "apr"], ["mai", "may"],
      ["juni", "june", "jun"], ["juli", "july", "jul"], ["august", "aug"],
      ["september", "sept", "sep"], ["oktober", "october", "okt", "oct"],
      ["november", "nov"], ["dezember", "december", "dez", "dec"],
    ]
    var months: [String: Int] = [:]
    for (index, words) in names.enumerated() {
      for word in words { months[word] = index + 1 }
    }
    return months
  }()
}

/// Which end of a month or quarter a column means.
enum DateEnd {
  case first, last
}

extension OfferReader {
  /// Reads the dates of a column; `nil` for a cell that is empty or wrong, the latter with an error.
  ///
  /// What one cell leaves open another of the column may prove: `13/04/2027` shows that the day
  /// comes first in `03/04/2027` too.
  mutating func dates(
    _ cells: [Cell?], column: String, end: DateEnd
  ) -> [CalendarDate?] {
    var texts: [(index: Int, cell: Cell, date: DateText)] = []
    for (index, cell) in cells.enumerated() {
      guard let cell else { continue }
      if let date = DateText(cell.text) {
        texts.append((index, cell, date))
      } else {
        diagnostics.error(cell.position, .cellNotADate(column: column, text: cell.text))
      }
    }
    warnOfShortYears(texts.filter(\.date.hasShortYear).map(\.cell), column: column)
    guard !mixesSerials(texts.map { ($0.cell, $0.date) }, column: column),
      let dayFirst = order(texts.map { ($0.cell, $0.date) }, column: column)
    else { return [CalendarDate?](repeating: nil, count: cells.count) }
    var result = [CalendarDate?](repeating: nil, count: cells.count)
    for (index, _, text) in texts {
      result[index] =
        switch text.form {
        case .day(let date), .serial(let date): date
        case .slashes(let day, let month): dayFirst ? day : month
        case .span(let first, let last): end == .first ? first : last
        }
    }
    return result
  }

  private mutating func warnOfShortYears(_ cells: [Cell], column: String) {
    guard let cell = cells.first, let date = DateText(cell.text) else { return }
    let read =
      switch date.form {
      case .day(let day): day.iso
      case .slashes(let day, let month): (day ?? month)?.iso ?? ""
      case .serial, .span: ""
      }
    diagnostics.warning(
      cell.position, .dateShortYear(column: column, text: cell.text, year: String(read.prefix(4))))
  }

  /// Whether a column has serial numbers beside dates, which is an error; serial numbers alone are
  /// a warning.
  private mutating func mixesSerials(
    _ texts: [(cell: Cell, date: DateText)], column: String
  ) -> Bool {
    let isSerial = texts.map { if case .serial = $0.date.form { true } else { false } }
    guard let first = isSerial.firstIndex(of: true),
      case .serial(let date) = texts[first].date.form
    else { return false }
    let cell = texts[first].cell
    if let other = isSerial.firstIndex(of: false) {
      diagnostics.error(
        cell.position,
        .dateSerialMixed(
          column: column, text: cell.text, date: date.iso, other: texts[other].cell.text))
      return true
    }
    diagnostics.warning(
      cell.position, .dateSerialRead(column: column, text: cell.text, date: date.iso))
    return false
  }

  /// Whether the day comes first in dates with slashes; `nil` with an error if that is open.
  private mutating func order(
    _ texts: [(cell: Cell, date: DateText)], column: String
  ) -> Bool? {
    var (onlyDay, onlyMonth): (Cell?, Cell?)
    var open: (cell: Cell, day: CalendarDate, month: CalendarDate)?
    for (cell, text) in texts {
      guard case .slashes(let day, let month) = text.form else { continue }
      if let day, let month {
        if day != month, open == nil { open = (cell, day, month) }
      } else if month == nil {
        onlyDay = onlyDay ?? cell
      } else {
        onlyMonth = onlyMonth ?? cell
      }
    }
    if let onlyDay, let onlyMonth {
      let (first, second) =
        onlyDay.position < onlyMonth.position
        ? (onlyDay, onlyMonth) : (onlyMonth, onlyDay)
      diagnostics.error(
        second.position,
        .dateOrderContradictory(column: column, text: second.text, other: first.text))
      return nil
    }
    if onlyDay != nil { return true }
    if onlyMonth != nil { return false }
    guard let open else { return true }
    diagnostics.error(
      open.cell.position,
      .dateOrderAmbiguous(
        column: column, text: open.cell.text, dayFirst: open.day.iso, monthFirst: open.month.iso))
    return nil
  }

  /// A date that stands alone, or `nil` with an error.
  mutating func date(_ cell: Cell, column: String, end: DateEnd = .last) -> CalendarDate? {
    dates([cell], column: column, end: end)[0]
  }

  /// Writes the dates of a sheet of prices the one way that all that follows reads.
  mutating func settleDates(in sheet: inout Sheet<PriceColumn>) {
    let ends: [(PriceColumn, DateEnd)] = [
      (.start, .first), (.end, .last), (.firstIncrease, .first), (.protectedUntil, .last),
    ]
    for (column, end) in ends where sheet.rows.contains(where: { $0.cells.holds(column) }) {
      // Milestones keep their names.
      let cells = sheet.rows.map { row in
        row.cells[column].flatMap { isMilestone($0.text) ? nil : $0 }
      }
      let dates = dates(cells, column: column.rawValue, end: end)
      for (index, cell) in cells.enumerated() {
        guard let cell else { continue }
        // What could not be read has been reported; the row is not evaluated.
        sheet.rows[index].cells[column] = dates[index].map { Cell($0.iso, at: cell.position) }
      }
    }
  }
}
