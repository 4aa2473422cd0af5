public import ByteSources

/// Reads the records of a delimited text file one by one, each with the texts and places of all its
/// fields; ``DelimitedScanner``, which it is made of, says what a file may hold.
public struct DelimitedReader: Sendable, IteratorProtocol {
  private var scanner: DelimitedScanner

  /// How the file is written.
  public var dialect: Dialect { scanner.dialect }
  /// The number of fields that records are expected to have: that of most of the first records.
  public var expectedFieldCount: Int { scanner.expectedFieldCount }
  /// How many blank lines were skipped so far.
  public var blankLineCount: Int { scanner.blankLineCount }
  /// What was wrong so far, in the order of the file, at most a hundred of each kind.
  public var problems: [DelimitedTextProblem] { scanner.problems }
  /// How many problems were left out of ``problems`` because their kind came too often.
  public var omittedProblemCount: Int { scanner.omittedProblemCount }

  /// A reader over a file; the parameters are those of ``DelimitedScanner``.
  public init(
    _ source: ByteSource, encoding: TextEncoding? = nil, delimiter: Delimiter? = nil,
    expectedFieldCount: Int? = nil, limits: ReadingLimits = ReadingLimits()
  ) {
    self.init(
      DelimitedScanner(
        source, encoding: encoding, delimiter: delimiter, expectedFieldCount: expectedFieldCount,
        limits: limits))
  }

  init(_ scanner: DelimitedScanner) {
    self.scanner = scanner
  }

  /// The next record; nil at the end of the file.
  public mutating func next() -> Record? { scanner.next() ? scanner.record() : nil }

  /// Whether everything before the end, or a limit, has been read.
  var isAtEnd: Bool { scanner.isAtEnd }
}
