import DecisionModel
import Measures
import Messages
import TotalCost

/// Reads what all costs are reckoned with: horizon, discounting, quantities and exchange rates.
struct CostFrameReader {
  let reading: Reading
  let currency: String?

  /// A quantity with its name.
  typealias Named = (name: String, quantity: Quantity)

  init(_ reading: Reading, currency: String?) {
    self.reading = reading
    self.currency = currency
  }

  /// The frame; what could not be read has some value, and an error was reported.
  func plan(_ reader: inout MappingReader, quantities: [Named]) -> CostPlan? {
    let years = reader.required("horizon").flatMap(years)
    let start = reader.required("start").flatMap(reading.date)
    let rate = reader.required("discount_rate").flatMap {
      reading.rate($0, in: Self.discountRates)
    }
    let discounting = reader.optional("discounting").flatMap {
      reading.choice($0, of: Discounting.self)
    }
    let exit = reader.optional("exit").flatMap {
      reading.choice($0, of: ["in_lock_in": false, "in_cost": true])
    }
    let benefits = reader.optional("benefits").flatMap {
      reading.choice($0, of: ["apart": false, "in_cost": true])
    }
    let rounding = reader.optional("invoice_rounding").flatMap {
      reading.choice($0, of: ["none": false, "line": true])
    }
    let terms = rateTerms(&reader)
    let fiscalYearStart = reader.optional("fiscal_year_start").flatMap {
      reading.whole($0, in: 1...12)
    }
    guard let years, let start, let rate else { return nil }
    var plan = CostPlan(
      years: years, start: start, discountRate: rate.likely, discountRateRange: rate.range,
      discounting: discounting ?? .midYear,
      quantities: Dictionary(quantities.map { ($0.name, $0.quantity) }) { first, _ in first },
      includesExit: exit ?? false, includesBenefits: benefits ?? false,
      roundsInvoices: rounding ?? false)
    plan.rateTerms = terms
    plan.fiscalYearStart = fiscalYearStart ?? 1
    return plan
  }

  /// Whether the rate is one of the market or after inflation (`methods.md` D3).
  private func rateTerms(_ reader: inout MappingReader) -> RateTerms {
    let isReal =
      reader.optional("rate_terms").flatMap {
        reading.choice($0, of: ["nominal": false, "real": true])
      } ?? false
    let node = reader.optional("inflation")
    let inflation = node.flatMap {
      reading.share($0, in: Amount(units: -Amount.unitsPerWhole / 2) ... .one)
    }
    if !isReal, let node { reading.error(node.position, .inflationWithNominalRate()) }
    return isReal ? .real(inflation: inflation) : .nominal
  }

  /// A discount rate a year.
  func discountRate(_ node: YAMLNode) -> Amount? {
    reading.share(node, in: Self.discountRates)
  }

  private static let discountRates = Amount(units: -Amount.unitsPerWhole / 2)...Amount.one

  /// `5 years`, `1 Jahr`, `5`.
  func years(_ node: YAMLNode) -> Int? {
    guard let text = reading.text(node) else { return nil }
    let parts = text.split(whereSeparator: \.isWhitespace)
    let isUnit =
      parts.count == 1
      || (parts.count == 2 && ["year", "years", "jahr", "jahre"].contains(parts[1].lowercased()))
    guard isUnit, let years = Int(parts[0]), (1...50).contains(years) else {
      reading.error(node.position, .badHorizon(text))
      return nil
    }
    return years
  }

  // MARK: Exchange rates

  /// What one unit of each foreign currency is worth.
  func exchangeRates(_ reader: inout MappingReader) -> [ExchangeRate] {
    guard let elements = reader.optional("exchange_rates").flatMap(reading.list) else { return [] }
    var lines: [String: Int] = [:]
    var rates: [ExchangeRate] = []
    for element in elements {
      guard let rate = exchangeRate(element) else { continue }
      let key = "\(rate.currency) \(rate.from.iso)"
      if let line = lines[key] {
        reading.error(element.position, .duplicateRate(rate.currency, line))
      }
      lines[key] = element.position.line
      rates.append(rate)
    }
    return rates
  }

  private func exchangeRate(_ node: YAMLNode) -> ExchangeRate? {
    guard var group = MappingReader(node, .exchangeRate, reading) else { return nil }
    let asOf = group.required("as_of").flatMap(reading.date)
    let source = group.required("source").flatMap(reading.text)
    let from = group.optional("from").flatMap(reading.date)
    // The key is itself a measure, such as "1 CHF".
    let pairs = group.rest { $0.first?.isNumber == true }
    group.finish()
    guard let pair = pairs.first, pairs.count == 1 else {
      reading.error(node.position, .rateForm())
      return nil
    }
    guard let (units, foreign) = measure(pair.name, at: pair.position) else { return nil }
    if foreign == currency {
      reading.error(pair.position, .rateOfOwnCurrency(foreign))
      return nil
    }
    let found: (likely: Amount, range: RateRange?)?
    if case .mapping = pair.value.content {
      found = reading.threePoints(
        pair.value, .moneyRange, { worth($0, of: units, foreign: foreign) }
      ).map {
        ($0.likely, $0.low == $0.high ? nil : .init(low: $0.low, high: $0.high, shape: $0.shape))
      }
    } else {
      found = worth(pair.value, of: units, foreign: foreign).map { ($0, nil) }
    }
    guard let found, let asOf, let source else { return nil }
    return ExchangeRate(
      currency: foreign, rate: found.likely, range: found.range, asOf: asOf, from: from,
      source: source)
  }

  /// What one unit is worth, from what several are.
  private func worth(_ node: YAMLNode, of units: Amount, foreign: String) -> Amount? {
    guard let text = reading.text(node),
      let (worth, domestic) = measure(text, at: node.position)
    else { return nil }
    if let currency, domestic != currency {
      reading.error(node.position, .rateInOtherCurrency(domestic, currency))
      return nil
    }
    if foreign == domestic {
      reading.error(node.position, .rateOfOwnCurrency(foreign))
      return nil
    }
    guard units > .zero, worth > .zero, let rate = try? worth.divided(by: units), rate > .zero
    else {
      reading.error(node.position, .rateNotPositive())
      return nil
    }
    return rate
  }

  /// A number and a three-letter code: `1.04 EUR`.
  private func measure(_ text: String, at position: SourcePosition) -> (Amount, String)? {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, let code = CurrencyName.code(of: String(parts[1])) else {
      reading.error(position, .rateForm())
      return nil
    }
    guard let number = reading.number(String(parts[0]), at: position) else { return nil }
    return (number.value, code)
  }
}
