import Measures
import Messages

/// The columns of a FOCUS billing file (FinOps Open Cost and Usage Specification 1.x).
enum BillingColumn: String, CaseIterable {
  case effectiveCost = "EffectiveCost"
  case billedCost = "BilledCost"
  case listCost = "ListCost"
  case currency = "BillingCurrency"
  case category = "ChargeCategory"
  case frequency = "ChargeFrequency"
  case start = "ChargePeriodStart"
  case end = "ChargePeriodEnd"
  case provider = "ProviderName"
  case serviceCategory = "ServiceCategory"
  case service = "ServiceName"

  /// Columns that no file may be without.
  static let required: [BillingColumn] = [
    .effectiveCost, .billedCost, .currency, .category, .start, .provider, .serviceCategory,
  ]

  /// The column's names, also of other versions: the provider is called otherwise in version 1.3,
  /// and in previews of version 1.0 that some export.
  var names: [String] {
    self == .provider
      ? [rawValue, "ServiceProviderName", "HostProviderName", "Provider"] : [rawValue]
  }
}

/// The header row of a FOCUS billing file.
struct BillingHeader {
  /// The field of each column.
  let fields: [BillingColumn: Int]
  let cells: [Cell]

  /// Columns that are needed and not there.
  var missing: [String] {
    BillingColumn.required.filter { fields[$0] == nil }.map(\.rawValue)
  }

  /// Reads a row as such a header; `nil` if it is none.
  init?(_ row: [Cell]) {
    let names = row.map { $0.text.nameKey }
    var fields: [BillingColumn: Int] = [:]
    for column in BillingColumn.allCases {
      fields[column] =
        column.names.lazy
        .compactMap { name in names.firstIndex(of: name.lowercased()) }.first
    }
    // Costs of both kinds, or most of the rest, stand together in no other table.
    guard fields.count > 4, fields[.billedCost] != nil || fields[.effectiveCost] != nil else {
      return nil
    }
    self.fields = fields
    cells = row
  }
}

/// A cost of a billing file.
struct BillingAmount {
  let value: Amount
  /// Whether decimals beyond the twelfth were rounded.
  let isRounded: Bool

  /// No charge comes near 10^15, and sums of as many as a file can hold stay in range.
  private static let largest = 1_000_000_000_000_000 * Amount.unitsPerWhole

  /// Reads `0.00000080000`, `-1.5`, `1.2E-05`, or the same with a decimal comma; at most twelve
  /// decimals are kept, half to even.
  init?(_ text: String, decimals: NumberStyle) {
    var body = Substring(text)
    let isNegative = body.first == "-"
    if isNegative || body.first == "+" { body.removeFirst() }
    let halves = body.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard halves.count <= 2, let mantissa = halves.first else { return nil }
    var exponent = 0
    if halves.count == 2 {
      guard let stated = Int(halves[1]), abs(stated) <= 60 else { return nil }
      exponent = stated
    }
    let parts = mantissa.split(
      separator: decimals == .point ? "." : ",", omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard parts.count <= 2, !digits.isEmpty, digits.utf8.count <= 60,
      digits.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    // The value is digits × 10^power; units are 10^-12.
    let power = exponent - (parts.count == 2 ? parts[1].count : 0) + Amount.decimals
    let kept = power < 0 ? digits.dropLast(min(-power, digits.count)) : digits[...]
    var units: Int128 = 0
    for digit in kept.utf8 {
      let (tenfold, overflow) = units.multipliedReportingOverflow(by: 10)
      let (sum, excess) = tenfold.addingReportingOverflow(Int128(digit - 48))
      if overflow || excess { return nil }
      units = sum
    }
    for _ in 0..<max(0, power) where units != 0 {
      let (tenfold, overflow) = units.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      units = tenfold
    }
    let cut = power < 0 && -power <= digits.count ? digits.suffix(-power) : ""
    if let first = cut.utf8.first {
      let isHalf = first == 53 && cut.utf8.dropFirst().allSatisfy { $0 == 48 }
      if first > 53 || (first == 53 && !isHalf) || (isHalf && units % 2 != 0) { units += 1 }
    }
    guard units <= BillingAmount.largest else { return nil }
    value = Amount(units: isNegative ? -units : units)
    isRounded = power < 0 && digits.utf8.suffix(-power).contains { $0 != 48 }
  }
}
