import DecisionFolder
import DecisionModel
import DelimitedText
import Measures
import Messages
import OfferImport
import Reports
import TotalCost

/// What `votum check --explain` prints of a file: how it was understood, and everything taken from
/// it with its line, so that somebody with the file beside it can check each figure.
struct FileExplanation {
  let reading: FileReading
  let language: Language

  private var file: FileUnderstanding { reading.understanding }
  private var format: NumberFormat {
    NumberFormat(language: language, currency: reading.decision.currency)
  }

  /// The lines to print.
  var lines: [String] {
    var lines = [title]
    lines += section(ExplainWords.form, [form])
    lines += section(
      ExplainWords.facts, file.facts.map { "\($0.name(language)): \($0.text)\(place($0.position))" }
    )
    lines += section(ExplainWords.columns, file.columns.map(column))
    lines += section(
      ExplainWords.currencies,
      file.currencies.sorted { $0.key < $1.key }.map { code, count in
        "\(code): \(ExplainWords.amounts(count)(language))"
      })
    lines += section(ExplainWords.totals, file.totals, total)
    lines += section(ExplainWords.leftOut, file.leftOut) { row in
      "\(line(row.position)): \(row.text) (\(row.reason(language)))"
    }
    lines += section(ExplainWords.articles, file.articles) {
      "\(line($0.position)): \($0.name(language)) · \($0.text)"
    }
    lines += section(ExplainWords.uncategorised, file.uncategorised, uncategorised)
    let count = ExplainWords.count(
      answers: reading.answers.count, costs: reading.costs.count, terms: reading.terms.count)
    lines += section(ExplainWords.taken, [count(language)])
    lines += reading.answers.map { row($0.answer.position, answer($0.question, $0.answer)) }
    lines += reading.costs.map { row($0.position, cost($0)) }
    lines += reading.terms.map { row($0.position, "\($0.name): \($0.text)") }
    return lines
  }

  // MARK: Parts

  private var title: String {
    guard let option = reading.option else {
      return ExplainWords.baseline(file.path)(language)
    }
    return ExplainWords.file(file.path, option: "\(option.name) [\(option.id)]")(language)
  }

  private var form: String {
    switch file.form {
    case nil: return word(ExplainWords.notRead)
    case .xml(let name): return name(language)
    case .table(let table):
      var parts = [table.shape.map { word($0.label) } ?? word(ExplainWords.noHeader)]
      if let line = table.headerLine { parts.append(word(ExplainWords.header(line: line))) }
      parts.append(
        word(table.dialect.delimiter.label) + stated(table.stated.delimiter))
      parts.append(
        table.dialect.encoding.label
          + (table.dialect.hadByteOrderMark ? " " + word(ExplainWords.byteOrderMark) : "")
          + stated(table.stated.encoding))
      if let style = table.stated.decimals { parts.append(word(style.label) + stated(style)) }
      if table.dialect.hadSeparatorLine { parts.append(word(ExplainWords.separatorLine)) }
      return parts.joined(separator: ", ")
    }
  }

  /// Says of what the decision states that it does.
  private func stated<Value>(_ value: Value?) -> String {
    value == nil ? "" : " (\(word(ExplainWords.stated)))"
  }

  private func column(_ column: FileUnderstanding.Column) -> String {
    let header = column.header.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let meaning = column.meaning else {
      return "\(column.number) \(header) → \(word(ExplainWords.unread))"
    }
    var parts = [meaning]
    if let currency = column.currency { parts.append(currency) }
    if let isGross = column.isGross {
      parts.append(word(isGross ? ExplainWords.gross : ExplainWords.net))
    }
    if column.isPercent { parts.append(word(ExplainWords.percent)) }
    parts += column.notes.map(word)
    if let style = file.numberStyles[meaning] { parts.append(word(style.label)) }
    return "\(column.number) \(header) → \(parts.joined(separator: ", "))"
  }

  private func total(_ total: FileUnderstanding.Total) -> String {
    let stated = format.figure(total.stated)
    let name = total.name(language)
    guard let reckoned = total.reckoned else {
      return word(ExplainWords.total(name, stated: stated)) + place(total.position) + ": "
        + word(ExplainWords.unchecked)
    }
    let agrees = total.agrees ? ExplainWords.agrees : ExplainWords.differs
    return word(
      ExplainWords.total(name, stated: stated, reckoned: format.figure(reckoned)))
      + place(total.position) + ": " + word(agrees)
  }

  private func uncategorised(_ position: FileUnderstanding.Uncategorised) -> String {
    let words = [
      position.category.map { "category: \($0)" }, position.frequency.map { "frequency: \($0)" },
      position.countsTime ? "count: 1" : nil,
    ].compactMap { $0 }
    return words.isEmpty ? position.key : "\(position.key) → \(words.joined(separator: ", "))"
  }

  private func answer(_ question: Int, _ answer: Answer) -> String {
    let node = reading.decision.criteria.nodes[question]
    var value: String
    switch answer.reading {
    case .missing: value = word(ExplainWords.noAnswer)
    case .notApplicable: value = word(ExplainWords.notApplicable)
    case .level(let level):
      guard case .question(.levels(let scale)) = node.role, scale.levels.indices.contains(level)
      else { return node.id }
      value = scale.levels[level].id
    case .figure(let low, let likely, let high):
      value = format.figure(likely)
      if low != likely || high != likely {
        value += " (\(format.figure(low)) – \(format.figure(high)))"
      }
      if case .question(.numeric(let scale)) = node.role, !scale.unit.isEmpty {
        value += " " + scale.unit
      }
    }
    if let evidence = answer.evidence { value += " [\(evidence)]" }
    return "\(node.id) = \(value)"
  }

  private func cost(_ cost: OfferedCost) -> String {
    let line = cost.line
    var parts = [line.name]
    switch line.price {
    case .onRequest: parts.append(word(ExplainWords.onRequest))
    case .stated(_, let likely, _) where line.basis != .units && line.tiers == nil:
      parts.append(format.percent(likely) + " " + word(line.basis.label))
    case .stated(let low, let likely, let high):
      if line.tiers != nil {
        parts.append("\(word(ExplainWords.tiers)) \(cost.words)")
      } else {
        var text = format.figure(likely) + " " + (line.currency ?? reading.decision.currency)
        if low != likely || high != likely {
          text += " (\(format.figure(low)) – \(format.figure(high)))"
        }
        parts.append(text)
      }
    }
    if line.count != .one { parts.append("× \(format.figure(line.count))") }
    if line.priceBase != .one { parts.append("/ \(format.figure(line.priceBase))") }
    if let per = line.per { parts.append(word(ExplainWords.per(per))) }
    if line.discount != .zero { parts.append("− " + format.percent(line.discount)) }
    if let kind = line.kind.explained { parts.append(word(kind)) }
    parts.append(timing(line.timing))
    if line.escalation.rate != .zero {
      parts.append(
        word(
          ExplainWords.escalation(
            format.percent(line.escalation.rate), cap: line.escalation.cap.map(format.percent))))
    }
    parts += conditions(line)
    parts.append(word(line.category.label))
    switch line.status {
    case .included: break
    case .optional: parts.append(word(ExplainWords.optional))
    case .alternative(let group, let chosen):
      parts.append(word(ExplainWords.alternative(group, chosen: chosen)))
    }
    return parts.joined(separator: " · ")
  }

  /// What else changes what a line costs.
  private func conditions(_ line: CostLine) -> [String] {
    func words(_ column: String, _ value: String) -> String { "\(column): \(value)" }
    func figure(_ column: String, _ value: Amount?) -> String? {
      value.map { words(column, format.figure($0)) }
    }
    let term = line.term
    return [
      line.probability == .one
        ? nil : words("probability", format.percent(line.probability)),
      figure("minimum_quantity", line.minimumQuantity),
      figure("included_quantity", line.allowance?.included),
      figure("overage", line.allowance?.overagePrice),
      line.paysHighestQuantity ? words("true_up", "up") : nil,
      term.map { words("minimum_term", "\($0.minimumMonths) months") },
      term?.renewalMonths.map { words("renewal", "\($0) months") },
      term?.terminationFee.map { words("termination_fee", format.percent($0)) },
      line.protection.map { words("protected_until", $0.through.iso) },
      figure("list_price", line.protection?.listPrice),
      line.escalation.floor.map { words("floor", format.percent($0)) },
      line.escalation.firstIncrease.map { words("first_increase", $0.iso) },
      line.escalation.compounding ? nil : words("compounding", "no"),
      line.unrecoverableTax == .zero
        ? nil : words("tax", format.percent(line.unrecoverableTax)),
      line.rampUpMonths == 0 ? nil : words("ramp_up", "\(line.rampUpMonths)"),
      line.shape == .triangular ? nil : words("shape", line.shape.rawValue),
    ].compactMap(\.self)
  }

  private func timing(_ timing: CostLine.Timing) -> String {
    switch timing {
    case .once(let date):
      return [word(ExplainWords.once), date?.iso].compactMap { $0 }.joined(separator: " ")
    case .recurring(let period, let first, let last, let inAdvance):
      var text = word(period.label)
      if inAdvance { text += " " + word(ExplainWords.inAdvance) }
      if let first { text += " " + word(ExplainWords.from(first.iso)) }
      if let last { text += " " + word(ExplainWords.through(last.iso)) }
      return text
    }
  }

  // MARK: Layout

  private func word(_ text: LocalText) -> String { text(language) }

  /// The line, and the row if a spreadsheet counts otherwise.
  private func line(_ position: SourcePosition) -> String {
    let line = word(ExplainWords.line(position.line))
    return reading.row(of: position).map { line + word(ExplainWords.row($0)) } ?? line
  }

  private func place(_ position: SourcePosition) -> String {
    " (\(line(position)))"
  }

  private func row(_ position: SourcePosition, _ text: String) -> String {
    "    \(line(position)): \(text)"
  }

  private func section(_ name: LocalText, _ entries: [String]) -> [String] {
    if entries.isEmpty { return [] }
    if entries.count == 1 { return ["  \(name(language)): \(entries[0])"] }
    return ["  \(name(language)):"] + entries.map { "    " + $0 }
  }

  private func section<Entry>(
    _ name: LocalText, _ list: FileUnderstanding.Listed<Entry>, _ text: (Entry) -> String
  ) -> [String] {
    var entries = list.first.map(text)
    let more = list.count - list.first.count
    if more > 0 { entries.append(word(ExplainWords.more(more))) }
    return section(name, entries)
  }
}

extension TableShape {
  fileprivate var label: LocalText {
    switch self {
    case .answers: ExplainWords.answers
    case .prices: ExplainWords.prices
    case .terms: ExplainWords.terms
    }
  }
}

extension Delimiter {
  fileprivate var label: LocalText {
    switch self {
    case .semicolon: LocalText(de: "Semikolon", en: "semicolon")
    case .comma: LocalText(de: "Komma", en: "comma")
    case .tab: LocalText(de: "Tabulator", en: "tab")
    default:
      LocalText(String(decoding: [rawValue], as: UTF8.self))
    }
  }
}

extension TextEncoding {
  fileprivate var label: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .windows1252: "Windows-1252"
    case .latin9: "ISO 8859-15"
    case .codePage850: "CP850"
    case .macRoman: "Macintosh"
    }
  }
}

extension NumberStyle {
  fileprivate var label: LocalText {
    self == .comma ? ExplainWords.decimalComma : ExplainWords.decimalPoint
  }
}

extension CostLine.Basis {
  /// What a share is a share of.
  fileprivate var label: LocalText {
    switch self {
    case .units, .spend: ExplainWords.ofSpend
    case .cost(let category): ExplainWords.share(of: category.label)
    }
  }
}

extension CostLine.Period {
  fileprivate var label: LocalText {
    switch self {
    case .month: ExplainWords.monthly
    case .quarter: ExplainWords.quarterly
    case .halfYear: ExplainWords.halfYearly
    case .year: ExplainWords.yearly
    }
  }
}

extension CostLine.Kind {
  /// What a line is; `nil` for a plain cost.
  fileprivate var explained: LocalText? {
    switch self {
    case .cost: nil
    case .discount: ExplainWords.discountLine
    case .benefit: ExplainWords.benefitLine
    case .retainedValue: ExplainWords.retainedValue
    case .opportunity: ExplainWords.opportunity
    }
  }
}
