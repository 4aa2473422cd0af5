/// The readings of a number that consists of ASCII digits, points and commas, with a sign before
/// them or none: nearly all numbers of tables, read without making a text of them.
struct PlainDigits {
  private(set) var point: Amount?
  private(set) var comma: Amount?

  /// Reads the bytes of a number.
  ///
  /// - Returns: `nil` if they aren't of that form, hold more than 18 digits or fit neither style;
  ///   ``NumberScanner`` reads all of these, or says what is wrong.
  init?(_ bytes: Span<UInt8>) {
    var start = 0
    var isNegative = false
    if bytes.count > 0, bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
      isNegative = bytes[0] == UInt8(ascii: "-")
      start = 1
    }
    // 18 digits with a mark before each third, and one more before the decimals.
    guard bytes.count > start, bytes.count - start <= 25 else { return nil }
    point = Self.value(bytes, from: start, mark: UInt8(ascii: "."), group: UInt8(ascii: ","))
    comma = Self.value(bytes, from: start, mark: UInt8(ascii: ","), group: UInt8(ascii: "."))
    if point == nil, comma == nil { return nil }
    if isNegative {
      point = point.map { Amount(units: -$0.units) }
      comma = comma.map { Amount(units: -$0.units) }
    }
  }

  private static func value(
    _ bytes: Span<UInt8>, from start: Int, mark: UInt8, group: UInt8
  ) -> Amount? {
    var digits: UInt64 = 0
    var count = 0
    var groups = 0
    var groupDigits = 0
    var index = start
    while index < bytes.count, bytes[index] != mark {
      let byte = bytes[index]
      if byte == group {
        // The first group has one to three digits and no nought in front, all others have three.
        guard groups == 0 ? 1...3 ~= groupDigits : groupDigits == 3,
          bytes[start] != UInt8(ascii: "0")
        else { return nil }
        groups &+= 1
        groupDigits = 0
      } else {
        guard 0x30...0x39 ~= byte else { return nil }
        digits = digits &* 10 &+ UInt64(byte &- 0x30)
        groupDigits &+= 1
        count &+= 1
      }
      index &+= 1
    }
    guard groups == 0 || groupDigits == 3 else { return nil }
    var decimals = 0
    if index < bytes.count {
      index &+= 1
      guard index < bytes.count else { return nil }
      while index < bytes.count {
        let byte = bytes[index]
        guard 0x30...0x39 ~= byte else { return nil }
        digits = digits &* 10 &+ UInt64(byte &- 0x30)
        decimals &+= 1
        index &+= 1
      }
    }
    count &+= decimals
    guard 1...18 ~= count, decimals <= Amount.decimals else { return nil }
    return Amount(units: Int128(digits) * Int128(powersOfTen[Amount.decimals - decimals]))
  }

  private static let powersOfTen: [UInt64] = (0...12).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }
}
