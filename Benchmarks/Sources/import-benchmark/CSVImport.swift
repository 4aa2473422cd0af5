import ByteSources
import DelimitedText
import Glibc
import Measures

/// A CSV file read with everything that reading an offer does: encoding and dialect told from the
/// whole file, the structure of every row checked, its place known, the decimal mark decided from
/// all cells of the column `value`, and these summed exactly.
enum CSVImport {
  struct Failure: Error {
    let text: String
  }

  static func run(path: String) throws {
    let clock = ContinuousClock()
    var rows = 0
    var sum = Amount.zero
    let time = try clock.measure { (rows, sum) = try read(path) }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    var usage = rusage()
    getrusage(0, &usage)
    let processor =
      Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6
    print(
      "{\"seconds\": \(seconds), \"processor_seconds\": \(processor), \"rows\": \(rows), "
        + "\"sum\": \"\(sum.text)\", \"peak_kilobytes\": \(usage.ru_maxrss)}")
  }

  private static func read(_ path: String) throws -> (rows: Int, sum: Amount) {
    // The default is what a sheet of Excel holds.
    var limits = ReadingLimits()
    limits.records = .max
    var scanner = DelimitedScanner(try ByteSource(path: path), limits: limits)
    guard scanner.next() else { throw Failure(text: "no header") }
    guard let column = (0..<scanner.fieldCount).first(where: { scanner.text($0) == "value" }) else {
      throw Failure(text: "no column “value” in line \(scanner.line)")
    }
    var rows = 0
    var evidence = NumberStyleEvidence()
    var sums = (point: Amount.zero, comma: Amount.zero)
    while scanner.next() {
      rows += 1
      let reading = scanner.withBytes(column) { bytes in
        Result { () throws(NumberTextProblem) in try NumberText(utf8: bytes) }
      }
      guard case .success(let number) = reading else {
        let place = scanner.position(column)
        throw Failure(text: "\(place.line):\(place.column): no number")
      }
      evidence.add(number)
      if let value = number.point { sums.point = try sums.point.adding(value) }
      if let value = number.comma { sums.comma = try sums.comma.adding(value) }
    }
    guard scanner.problems.isEmpty else { throw Failure(text: "\(scanner.problems)") }
    guard case .decided(let style) = evidence.finding else { throw Failure(text: "no style") }
    return (rows, style == .comma ? sums.comma : sums.point)
  }
}
