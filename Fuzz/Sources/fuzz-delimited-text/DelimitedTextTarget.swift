import ByteSources
import FuzzDriver
import Glibc

@testable import DelimitedText

@main
enum DelimitedTextTarget {
  static func main() {
    exit(fuzz { testDelimitedText($0, $1) })
  }
}

/// Any file, in pieces of a size that its first byte gives, is read as the plain reference reads it.
private func testDelimitedText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let control = input.first else { return 0 }
  let bytes = Array(input.dropFirst())
  var limits = ReadingLimits()
  limits.cells = .max
  if control & 0x80 != 0 {
    limits.fieldBytes = 5
    limits.fieldsPerRecord = 3
    limits.records = 4
  }
  let encodings = [nil, nil, nil, nil] + TextEncoding.allCases.map { Optional($0) }
  let encoding = encodings[Int(control >> 4 & 7)]
  var reference = ReferenceReader(bytes, encoding: encoding, limits: limits)
  var records: [Record] = []
  while let record = reference.next() { records.append(record) }
  let scanner = DelimitedScanner(
    ByteSource(bytes), encoding: encoding, delimiter: nil, expectedFieldCount: nil, limits: limits,
    pieceBytes: [1, 2, 3, 7, 16, 63, 64, 1 << 18][Int(control & 7)])
  let table = DelimitedTable(DelimitedReader(scanner), limits: limits)
  // A failed precondition is how libFuzzer learns of a finding.
  precondition(table.dialect == reference.dialect)
  precondition(table.records == records)
  precondition(table.problems == reference.problems)
  precondition(table.omittedProblemCount == reference.omittedProblemCount)
  precondition(table.blankLineCount == reference.blankLineCount)
  let lines = bytes.count + 2
  precondition(table.problems.allSatisfy { 1...lines ~= $0.line && $0.column >= 1 })
  return 0
}
