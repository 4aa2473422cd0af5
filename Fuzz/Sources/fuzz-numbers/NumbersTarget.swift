import FuzzDriver
import Glibc

@testable import Measures

@main
enum NumbersTarget {
  static func main() {
    exit(fuzz { testNumbers($0, $1) })
  }
}

/// Any text is read by the quick way for plain numbers as by the scanner for all, and a value that
/// was read is read again from its own text.
private func testNumbers(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let text = String(decoding: bytes, as: UTF8.self)
  let expected = Result { () throws(NumberTextProblem) in try NumberText(scanning: text) }
  // A failed precondition is how libFuzzer learns of a finding.
  precondition(Result { () throws(NumberTextProblem) in try NumberText(text) } == expected)
  precondition(
    Result { () throws(NumberTextProblem) in try NumberText(utf8: bytes.span) } == expected)
  if case .success(let number) = expected {
    for value in [number.point, number.comma].compactMap(\.self) {
      precondition(Amount(plain: value.text) == value)
    }
  }
  return 0
}
