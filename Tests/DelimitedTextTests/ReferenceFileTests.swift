import DelimitedText
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Real files of others (csv-spectrum, W3C csvw, messytables), which lie beside the checkout where
/// they are available at all.
@Suite(
  .enabled(
    if: ReferenceFiles.areAvailable,
    "the reference documents are not there: ../shared/reference/documents"))
struct ReferenceFileTests {
  /// The rows are those of the JSON file beside each.
  @Test(
    arguments: [
      ("comma_in_quotes", [["John", "Doe", "120 any st.", "Anytown, WW", "08123"]]),
      ("empty", [["1", "", ""], ["2", "3", "4"]]),
      ("empty_crlf", [["1", "", ""], ["2", "3", "4"]]),
      ("escaped_quotes", [["1", "ha \"ha\" ha"], ["3", "4"]]),
      ("json", [["1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"]]),
      ("newlines", [["1", "2", "3"], ["Once upon \na time", "5", "6"], ["7", "8", "9"]]),
      ("newlines_crlf", [["1", "2", "3"], ["Once upon \r\na time", "5", "6"], ["7", "8", "9"]]),
      ("quotes_and_newlines", [["1", "ha \n\"ha\" \nha"], ["3", "4"]]),
      ("simple", [["1", "2", "3"]]),
      ("simple_crlf", [["1", "2", "3"]]),
      ("utf8", [["1", "2", "3"], ["4", "5", "ʤ"]]),
    ] as [(String, [[String]])])
  func `csv-spectrum`(name: String, rows: [[String]]) throws {
    let table = try ReferenceFiles.table("csv-spectrum/\(name).csv")
    #expect(Array(table.rows.dropFirst()) == rows)
    #expect(table.problems.isEmpty)
    #expect(table.dialect.delimiter == .comma)
  }

  @Test func `one table in four encodings`() throws {
    let encodings: [(String, TextEncoding, Bool)] = [
      ("utf8", .utf8, false), ("utf8-bom", .utf8, true), ("utf16", .utf16LittleEndian, false),
      ("utf16-bom", .utf16LittleEndian, true),
    ]
    let first = try ReferenceFiles.table("csvw/test-utf8.csv").rows
    #expect(first.map(\.count) == [3, 3, 3, 3])
    for (name, encoding, hadMark) in encodings {
      let table = try ReferenceFiles.table("csvw/test-\(name).csv")
      #expect(table.rows == first)
      #expect(table.dialect.encoding == encoding)
      #expect(table.dialect.hadByteOrderMark == hadMark)
      #expect(table.problems.isEmpty)
    }
  }

  @Test(
    arguments: [
      ("csvw/tree-ops-ext.csv", Delimiter.comma, 4, 9), ("csvw/EG.csv", .comma, 30, 9),
      ("messytables/example.tsv", .tab, 141, 17),
      ("messytables/utf-16le_encoded.csv", .comma, 328, 19),
      ("messytables/mixedGLB.csv", .comma, 137, 19), ("r-mcda/performanceTable.csv", .comma, 15, 6),
      ("messytables/null.csv", .comma, 10, 4), ("focus/focus_sample_first120.csv", .comma, 121, 44),
    ] as [(String, Delimiter, Int, Int)])
  func `tables have their shape`(
    path: String, delimiter: Delimiter, rowCount: Int, fieldCount: Int
  ) throws {
    let table = try ReferenceFiles.table(path)
    #expect(table.dialect.delimiter == delimiter)
    #expect(table.records.count == rowCount)
    #expect(table.records.filter { $0.fields.count == fieldCount }.count >= rowCount - 1)
  }

  @Test func `blanks before a quote make a ragged row, which is reported`() throws {
    let table = try ReferenceFiles.table("messytables/complex.csv")
    #expect(table.problems.contains { $0.kind == .raggedRow(expected: 4, found: 6) })
  }

  @Test func `lines above a pasted table are counted as a spreadsheet does`() throws {
    let table = try ReferenceFiles.table("messytables/excel_pasting.csv")
    #expect(table.rows.first?.first?.hasPrefix("CO2 emissions") == true)
    #expect(table.rows.joined().contains("2,666"))
    #expect(table.records.map(\.rowNumber).prefix(2) == [1, 2])
  }
}

enum ReferenceFiles {
  /// `../shared/reference/documents`, seen from the top folder of the package.
  static let folder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    return parts.joined(separator: "/") + "/shared/reference/documents"
  }()

  static var areAvailable: Bool { access(folder, R_OK) == 0 }

  static func table(_ path: String) throws -> DelimitedTable {
    let file = try #require(fopen(folder + "/" + path, "rb"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes.append(contentsOf: buffer[..<count])
    }
    return DelimitedTable(bytes)
  }
}
