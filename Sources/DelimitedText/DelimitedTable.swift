internal import ByteSources

/// All records of a delimited text file in memory.
public struct DelimitedTable: Sendable {
  /// How the file is written.
  public let dialect: Dialect
  /// The records in the order of the file.
  public let records: [Record]
  /// What was wrong, at most a hundred problems of each kind.
  public let problems: [DelimitedTextProblem]
  /// How many problems were left out of ``problems`` because their kind came too often.
  public let omittedProblemCount: Int
  /// How many blank lines were skipped.
  public let blankLineCount: Int

  /// Reads a whole file; the parameters are those of ``DelimitedReader``.
  ///
  /// - Complexity: O(*n*) in the bytes of the file.
  public init(
    _ bytes: [UInt8], encoding: TextEncoding? = nil, delimiter: Delimiter? = nil,
    expectedFieldCount: Int? = nil, limits: ReadingLimits = ReadingLimits()
  ) {
    self.init(
      DelimitedReader(
        ByteSource(bytes), encoding: encoding, delimiter: delimiter,
        expectedFieldCount: expectedFieldCount, limits: limits), limits: limits)
  }

  /// All records that a reader still has.
  init(_ reader: DelimitedReader, limits: ReadingLimits) {
    var reader = reader
    var records: [Record] = []
    var room = limits.cells
    var overflow: DelimitedTextProblem?
    while let record = reader.next() {
      room -= record.fields.count
      guard room >= 0 else {
        overflow = DelimitedTextProblem(
          kind: .tooManyCells(limit: limits.cells), line: record.line, column: 1)
        break
      }
      records.append(record)
    }
    self.records = records
    dialect = reader.dialect
    problems = reader.problems + (overflow.map { [$0] } ?? [])
    omittedProblemCount = reader.omittedProblemCount
    blankLineCount = reader.blankLineCount
  }
}
