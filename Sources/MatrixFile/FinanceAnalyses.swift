import MCDA
import Measures
import Messages
import ReproducibleMath

/// Present values, instalments and rates of return.
extension Analysis {
  mutating func finance() throws(AnalysisFailure) -> [JSONValue.Member] {
    if inputs.has("rows") { return try annuityFactors() }
    if inputs.has("flows") && !inputs.has("rate") { return try ratesOfReturn() }
    if inputs.has("flows") { return try presentValues() }
    if inputs.has("payment") { return try presentValuesOfAnnuity() }
    return try instalments()
  }

  /// A rate above −1: a number, or text, which may be a quotient such as "0.08/12".
  private func rate(_ key: String, in fields: FieldReader) throws(AnalysisFailure) -> Double {
    if let node = fields.node(key), case .string(let text) = node.value, text.contains("/") {
      let parts = text.split(separator: "/").map { Amount(plain: String($0)) }
      if parts.count == 2, let above = parts[0], let below = parts[1], below != .zero {
        return above.double / below.double
      }
      throw stop(.matrixNotADecimal(key, text: text), at: fields.position(key))
    }
    let rate = fields.amount(key)
    try proceed()
    guard rate > Amount(-1) else {
      throw stop(
        .matrixOutOfRange(
          key, of: nil, value: rate.text, must: LocalText(de: "größer als -1", en: "above -1")),
        at: fields.position(key))
    }
    return rate.double
  }

  /// Σ (1 + r)^−t for t = 1 … n.
  private func annuity(_ rate: Double, _ periods: Int) -> Double {
    if rate == 0 { return Double(periods) }
    return -ReproducibleMath.expm1(-Double(periods) * ReproducibleMath.log1p(rate)) / rate
  }

  private func annuityFactors() throws(AnalysisFailure) -> [JSONValue.Member] {
    var rows: [JSONValue] = []
    for row in inputs.objects("rows") {
      let rate = try rate("rate", in: row)
      let years = row.integer("years", in: 1...1000)
      try proceed()
      let factor = annuity(rate, years)
      rows.append(
        .object([
          .init("rate", .text(row.text("rate") ?? MethodMessages.text(rate))),
          .init("years", .integer(years)),
          .init("present_value_factor", .text(Cents.text(factor, places: 12))),
          .init("annuity_factor", .text(Cents.text(1 / factor, places: 12))),
        ]))
    }
    return [.init("rows", .array(rows))]
  }

  private func presentValues() throws(AnalysisFailure) -> [JSONValue.Member] {
    let rate = try rate("rate", in: inputs)
    let flows = inputs.numbers("flows")
    try proceed()
    var (end, middle) = (0.0, 0.0)
    for (year, flow) in flows.enumerated() {
      end += flow * ReproducibleMath.pow(1 + rate, -Double(year))
      middle += flow * ReproducibleMath.pow(1 + rate, year == 0 ? 0 : 0.5 - Double(year))
    }
    return [
      .init("npv", .text(MethodMessages.text(end))),
      .init("npv_cents", .text(Cents.text(end))),
      .init("excel_NPV_same_arguments", .text(Cents.text(end / (1 + rate)))),
      .init("mid_year", .text(Cents.text(middle))),
    ]
  }

  private func presentValuesOfAnnuity() throws(AnalysisFailure) -> [JSONValue.Member] {
    let rate = try rate("rate", in: inputs)
    let periods = inputs.integer("periods", in: 1...1000)
    let payment = inputs.amount("payment").double
    try proceed()
    let end = payment * annuity(rate, periods)
    // Money paid out has a minus, as in spreadsheets.
    return [
      .init("pv_end_cents", .text(Cents.text(-end))),
      .init("pv_begin_cents", .text(Cents.text(-end * (1 + rate)))),
      .init("pv_mid_year_cents", .text(Cents.text(-end * (1 + rate).squareRoot()))),
    ]
  }

  private func instalments() throws(AnalysisFailure) -> [JSONValue.Member] {
    let rate = try rate("rate_per_period", in: inputs)
    let periods = inputs.integer("periods", in: 1...12_000)
    let value = inputs.amount("present_value").double
    let due = inputs.choice("due", default: Due.end)
    try proceed()
    let payment = -value / annuity(rate, periods) / (due == .begin ? 1 + rate : 1)
    let cents = Cents.text(payment)
    let total = Amount(plain: cents).flatMap { try? $0.negated().times(Amount(periods)) }
    return [
      .init("payment", .text(Cents.text(payment, places: 11))),
      .init("payment_cents", .text(cents)),
      .init("zero_rate_payment_cents", .text(Cents.text(-value / Double(periods)))),
      .init(
        "total_paid_\(periods)_rounded_instalments",
        total.map { .text($0.text(places: 2)) } ?? .null),
    ]
  }

  private enum Due: String, CaseIterable {
    case end, begin
  }

  private mutating func ratesOfReturn() throws(AnalysisFailure) -> [JSONValue.Member] {
    var rows: [JSONValue] = []
    for element in inputs.elements("flows") {
      let flows = inputs.numbers(in: element, of: "flows")
      try proceed()
      guard flows.count <= 400 else {
        throw stop(
          .matrixWrongLength("flows", expected: 400, found: flows.count),
          at: inputs.position("flows"))
      }
      let rates = RateOfReturn.all(flows)
      if rates.count > 1 { warnings.append(.matrixSeveralRates(count: rates.count)) }
      let rate = rates.min { $0.magnitude < $1.magnitude }
      var value = 0.0
      if let rate {
        for flow in flows.reversed() { value = value / (1 + rate) + flow }
      }
      rows.append(
        .object([
          .init("flows", .numbers(flows)),
          .init("irr", .optional(rate)),
          .init("all_real_roots_above_-1", .numbers(rates)),
          .init("npv_at_irr", rate == nil ? .null : .number(value)),
        ]))
    }
    return [.init("rows", .array(rows))]
  }
}

/// All internal rates of return of a series of flows.
enum RateOfReturn {
  /// The rates above −1 at which the present value is 0, ascending; empty if there is none, or if
  /// all flows are 0.
  ///
  /// With x = 1/(1 + r) the present value is a polynomial in x > 0. Between neighbouring zeros of
  /// its derivative it is monotone, so that bisection there finds every zero; a zero that the
  /// polynomial only touches is found as a zero of the derivative.
  static func all(_ flows: [Double]) -> [Double] {
    let largest = flows.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0 else { return [] }
    var coefficients = flows.map { $0 / largest }
    while coefficients.last == 0 { coefficients.removeLast() }
    while coefficients.first == 0 { coefficients.removeFirst() }
    return positiveZeros(coefficients).map { 1 / $0 - 1 }.filter(\.isFinite).sorted()
  }

  private static func positiveZeros(_ coefficients: [Double]) -> [Double] {
    guard coefficients.count > 1, let last = coefficients.last, last != 0 else { return [] }
    let derivative = coefficients.enumerated().dropFirst().map { Double($0.offset) * $0.element }
    // Cauchy's bound: no zero lies above it.
    let bound = 1 + coefficients.reduce(0) { max($0, ($1 / last).magnitude) }
    guard bound.isFinite else { return [] }
    let turns = positiveZeros(derivative).filter { $0 < bound }
    var zeros: [Double] = []
    let ends = [0] + turns + [bound]
    for (low, high) in zip(ends, ends.dropFirst()) {
      let (atLow, atHigh) = (value(coefficients, low), value(coefficients, high))
      if isZero(coefficients, high), high < bound {
        zeros.append(high)
      } else if atLow * atHigh < 0, !(low > 0 && isZero(coefficients, low)) {
        zeros.append(bisect(coefficients, low, high, rising: atLow < 0))
      }
    }
    return zeros
  }

  private static func value(_ coefficients: [Double], _ x: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }

  /// Whether a value is 0 but for the rounding of its terms.
  private static func isZero(_ coefficients: [Double], _ x: Double) -> Bool {
    let size = coefficients.reversed().reduce(0) { $0 * x + $1.magnitude }
    return value(coefficients, x).magnitude <= 1e-14 * size
  }

  private static func bisect(
    _ coefficients: [Double], _ low: Double, _ high: Double, rising: Bool
  ) -> Double {
    var (low, high) = (low, high)
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return middle }
      if (value(coefficients, middle) < 0) == rising { low = middle } else { high = middle }
    }
  }
}
