/// Excel's first line `sep=;`, which states the delimiter. In quotes it is an ordinary field.
struct SeparatorLine {
  let delimiter: Delimiter
  /// Where the next line begins.
  let end: Int

  /// How many bytes such a line has at most, its end included.
  static let maximumBytes = 7

  init?(in text: ArraySlice<UInt8>) {
    let opening = text.prefix(4).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard opening == Array("sep=".utf8), text.count > 4 else { return nil }
    let place = text.startIndex + 4
    guard let delimiter = Delimiter(rawValue: text[place]) else { return nil }
    let rest = text[(place + 1)...]
    guard rest.first?.isLineEnd ?? true else { return nil }
    let isPair = rest.starts(with: [.carriageReturn, .lineFeed])
    self.delimiter = delimiter
    end = min(text.endIndex, place + (isPair ? 3 : 2))
  }
}

/// The delimiter of a file and the number of fields that most of its first records have.
///
/// Each candidate splits the first records. It earns the share of records that have its most
/// frequent number of fields (two at least), times the share of fields that hold no other
/// candidate: a title line with a comma, figures with a decimal comma, or lists inside a cell
/// mislead neither.
struct TableShape {
  var delimiter: Delimiter
  var fieldCount: Int

  /// How much of a file is looked at.
  static let sampleBytes = 1 << 17
  private static let sampleRecords = 100

  static func detect(in bytes: ArraySlice<UInt8>, delimiter: Delimiter?) -> TableShape {
    let sample = bytes.prefix(sampleBytes)
    let isWhole = sample.count == bytes.count
    let candidates = delimiter.map { [$0] } ?? Delimiter.candidates
    let trials = candidates.map { Trial($0, in: sample, isWhole: isWhole) }
    if delimiter != nil, let trial = trials.first {
      return TableShape(delimiter: trial.delimiter, fieldCount: trial.commonFieldCount)
    }
    let best = trials.filter { $0.score > 0 }.max { left, right in
      // `max` takes the last of equals: candidates come likeliest first, so compare reversed.
      left.score != right.score
        ? left.score < right.score : left.commonFieldCount < right.commonFieldCount
    }
    guard let best else { return TableShape(delimiter: .comma, fieldCount: 1) }
    let equal = trials.first {
      $0.score == best.score && $0.commonFieldCount == best.commonFieldCount
    }
    return TableShape(
      delimiter: (equal ?? best).delimiter, fieldCount: best.commonFieldCount)
  }

  /// What one candidate makes of the first records.
  private struct Trial {
    let delimiter: Delimiter
    private(set) var commonFieldCount = 1
    private(set) var score = 0.0

    init(_ delimiter: Delimiter, in sample: ArraySlice<UInt8>, isWhole: Bool) {
      self.delimiter = delimiter
      var limits = ReadingLimits()
      limits.records = sampleRecords
      var reader = DelimitedReader(
        DelimitedScanner(sample: sample, delimiter: delimiter, limits: limits))
      var counts: [Int: Int] = [:]
      var records = 0
      var fields = 0
      var cleanFields = 0
      var splitsFiguresOnly = delimiter == .comma
      while let record = reader.next() {
        // The last record of a cut sample may be cut itself.
        if !isWhole, reader.isAtEnd, records > 0 { break }
        records += 1
        counts[record.fields.count, default: 0] += 1
        fields += record.fields.count
        for field in record.fields where field.wasQuoted || Self.isClean(field.text.utf8) {
          cleanFields += 1
        }
        splitsFiguresOnly = splitsFiguresOnly && Self.splitsFiguresOnly(record.fields)
      }
      // Of two counts that are equally frequent the larger is that of the table, the smaller that
      // of the lines above it.
      guard let common = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return }
      commonFieldCount = common.key
      let isDecimalComma = splitsFiguresOnly && counts[1] != nil
      guard common.key > 1, !isDecimalComma else { return }
      score =
        Double(common.value) / Double(records) * (Double(cleanFields) / Double(fields))
    }

    /// Whether a field holds nothing that looks like another delimiter. A comma before a blank is
    /// punctuation and one between two digits a decimal sign.
    private static func isClean(_ text: String.UTF8View) -> Bool {
      var previous: UInt8 = 0
      var commaFollows: UInt8?
      for byte in text {
        if let before = commaFollows {
          if byte != .space, !(before.isDigit && byte.isDigit) { return false }
          commaFollows = nil
        }
        switch byte {
        case Delimiter.tab.rawValue, Delimiter.semicolon.rawValue, Delimiter.pipe.rawValue:
          return false
        case Delimiter.comma.rawValue: commaFollows = previous
        default: break
        }
        previous = byte
      }
      return true
    }

    /// Whether every comma of a record stands between two digits.
    private static func splitsFiguresOnly(_ fields: [Field]) -> Bool {
      zip(fields, fields.dropFirst()).allSatisfy { left, right in
        left.text.utf8.last?.isDigit ?? false && right.text.utf8.first?.isDigit ?? false
      }
    }
  }
}
