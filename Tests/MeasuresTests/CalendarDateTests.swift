import Measures
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test(
    "are read in both spellings",
    arguments: [
      ("2027-07-01", "2027-07-01"), ("01.07.2027", "2027-07-01"), ("1.7.2027", "2027-07-01"),
      ("29.02.2028", "2028-02-29"), ("2000-02-29", "2000-02-29"), ("1900-01-01", "1900-01-01"),
      ("31.12.2999", "2999-12-31"),
    ])
  func reading(text: String, iso: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.iso == iso)
    #expect(CalendarDate(date.iso) == date)
  }

  @Test(
    "are not read from what is no day or could be another",
    arguments: [
      "", "2027", "2027-7-1", "2027-02-29", "2100-02-29", "2027-04-31", "2027-13-01", "2027-00-10",
      "2027-01-00", "01.07.27", "7/1/2027", "01-07-2027", "2027.07.01", "1899-12-31", "3000-01-01",
      "+027-01-01", "2027-01-01 ", "2027-01-01-01", "1..2027", "٠١.٠٧.٢٠٢٧", "001.07.2027",
    ])
  func refused(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("order by time and count calendar months")
  func order() throws {
    let july = try #require(CalendarDate(year: 2027, month: 7, day: 31))
    let august = try #require(CalendarDate(year: 2027, month: 8, day: 1))
    let january = try #require(CalendarDate(year: 2028, month: 1, day: 31))
    #expect(july < august)
    #expect(august < january)
    #expect(august.monthIndex - july.monthIndex == 1)
    #expect(january.monthIndex - july.monthIndex == 6)
  }

  @Test("count days over months, leap days and the end of the calendar")
  func days() throws {
    for (text, days, later) in [
      ("2027-01-01", 0, "2027-01-01"), ("2027-01-31", 1, "2027-02-01"),
      ("2028-02-28", 1, "2028-02-29"), ("2027-02-28", 1, "2027-03-01"),
      ("2026-11-01", 60, "2026-12-31"), ("2000-01-01", 146_097, "2400-01-01"),
    ] {
      #expect(try #require(CalendarDate(text)).adding(days: days)?.iso == later)
    }
    let last = try #require(CalendarDate("2999-12-31"))
    #expect(last.adding(days: 0) == last)
    #expect(last.adding(days: 1) == nil)
    #expect(last.adding(days: -1) == nil)
    #expect(last.adding(days: .max) == nil)
  }
}
