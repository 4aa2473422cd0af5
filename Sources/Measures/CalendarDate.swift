/// A day of the Gregorian calendar, without time or zone: the only dates that a decision knows.
public struct CalendarDate: Sendable, Hashable {
  /// Year, 1900 to 2999.
  public let year: Int
  /// Month, 1 to 12.
  public let month: Int
  /// Day of the month, from 1.
  public let day: Int

  /// The first day that can be held, 1 January 1900.
  public static let earliest = CalendarDate(validYear: 1900, month: 1, day: 1)

  private init(validYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// A day that exists, or `nil`.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(inMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2027-03-31` or `31.03.2027`; two-digit years are refused since they can be misread.
  public init?(_ text: String) {
    let iso = text.split(separator: "-", omittingEmptySubsequences: false)
    let german = text.split(separator: ".", omittingEmptySubsequences: false)
    let parts: [Substring]
    if iso.count == 3, iso[0].count == 4, iso[1].count == 2, iso[2].count == 2 {
      parts = iso
    } else if german.count == 3, german[2].count == 4, (1...2).contains(german[0].count),
      (1...2).contains(german[1].count)
    {
      parts = german.reversed()
    } else {
      return nil
    }
    guard parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Months since year 0; differences count calendar months.
  public var monthIndex: Int { year * 12 + month - 1 }

  /// `2027-03-31`
  public var iso: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: Comparable {
  /// Orders by time.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDate: Codable {
  /// Writes `2027-03-31`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }

  /// Reads `2027-03-31`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a date: \(text)")
    }
    self = date
  }
}

extension CalendarDate {
  /// The same day some months later, or earlier if below zero; a day that the month lacks becomes its
  /// last. `nil` outside the calendar.
  public func adding(months: Int) -> CalendarDate? {
    let (index, overflow) = monthIndex.addingReportingOverflow(months)
    guard !overflow, index >= 0 else { return nil }
    let (year, month) = (index / 12, index % 12 + 1)
    return CalendarDate(
      year: year, month: month, day: min(day, CalendarDate.days(inMonth: month, year: year)))
  }

  /// The day so many days later, at least none; `nil` outside the calendar.
  public func adding(days: Int) -> CalendarDate? {
    guard days >= 0 else { return nil }
    var (date, left) = (self, days)
    while true {
      let room = CalendarDate.days(inMonth: date.month, year: date.year) - date.day
      if left <= room {
        return CalendarDate(year: date.year, month: date.month, day: date.day + left)
      }
      left -= room + 1
      guard let next = date.adding(months: 1),
        let first = CalendarDate(year: next.year, month: next.month, day: 1)
      else { return nil }
      date = first
    }
  }
}
