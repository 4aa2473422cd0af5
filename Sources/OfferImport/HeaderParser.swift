import Measures

/// Goes through the words of a header and tells the name from what is written beside it.
struct HeaderParser {
  /// Words of the name outside brackets, without currency and tax.
  private(set) var words: [String] = []
  /// These without anything else that was understood.
  private(set) var stem: [String] = []
  private(set) var currency: String?
  private(set) var isGross: Bool?
  private(set) var isPercent = false
  private(set) var magnitude: Magnitude?
  private(set) var priceBase: Int?
  private(set) var unit: String?
  private(set) var rhythm: String?
  private(set) var unread: [String] = []
  private(set) var hasUnreadFigure = false

  private let tokens: [Token]
  private var index = 0
  private var depth = 0
  private var isAfterTaxWord = false

  /// A word, a number with its grouping, or a single sign.
  private struct Token {
    let text: String
    var word: String
    var isNumber: Bool { word.first?.isNumber ?? false }
    var isWord: Bool { word.first?.isLetter ?? false }

    init(_ text: String) {
      self.text = text
      word = text.lowercased()
    }

    /// The whole number that it is, with groups of three digits or without; `nil` for any other.
    var whole: Int? {
      let groups = word.split(omittingEmptySubsequences: false) { ".,'’".contains($0) }
      guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCII) }),
        groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }), word.count < 12
      else { return nil }
      return Int(groups.joined())
    }
  }

  init(_ text: String) { tokens = HeaderParser.tokens(of: text) }

  /// Words, numbers and single signs; blanks, `_`, `-`, `.` and the like only part them.
  private static func tokens(of text: String) -> [Token] {
    let characters = Array(text.prefix(200))
    var tokens: [Token] = []
    var word = ""
    func end() {
      if !word.isEmpty { tokens.append(Token(word)) }
      word = ""
    }
    for (place, character) in characters.enumerated() {
      let isDigit = word.last?.isNumber ?? false
      let isNumber = isDigit && word.first?.isNumber == true
      if character.isLetter || character.isNumber {
        if isNumber, character.isLetter { end() }
        word.append(character)
      } else if isNumber, ".,'’".contains(character), place + 1 < characters.count,
        characters[place + 1].isNumber
      {
        word.append(character)
      } else {
        end()
        if "()[]%€$£/".contains(character) { tokens.append(Token(String(character))) }
      }
    }
    end()
    return tokens
  }

  mutating func parse() {
    while index < tokens.count {
      switch tokens[index].word {
      case "(", "[": (depth, index) = (depth + 1, index + 1)
      case ")", "]": (depth, index) = (max(0, depth - 1), index + 1)
      default:
        if takeTax() || takePer() || takeMagnitude() || takeCurrency() || takePercent() { continue }
        if !takeRhythm() { takeWord() }
      }
    }
  }

  private func token(_ offset: Int) -> Token? {
    tokens.indices.contains(index + offset) ? tokens[index + offset] : nil
  }

  /// A part of the name, which is the stem too unless it was understood.
  private mutating func append(_ word: String, isUnderstood: Bool) {
    guard depth == 0 else { return }
    words.append(word)
    if !isUnderstood { stem.append(word) }
  }

  // MARK: Tax, currency, percent

  private mutating func takeTax() -> Bool {
    guard let token = token(0) else { return false }
    switch token.word {
    case "netto", "net": isGross = isGross ?? false
    case "brutto", "gross": isGross = isGross ?? true
    case "zzgl", "exkl", "excl", "ohne", "without", "ex", "exc", "excluding", "plus", "zuzüglich",
      "exklusive":
      (isGross, isAfterTaxWord) = (isGross ?? false, true)
    case "inkl", "incl", "including", "inc", "inklusive":
      (isGross, isAfterTaxWord) = (isGross ?? true, true)
    case let word where HeaderParser.taxes.contains(word):
      if !isAfterTaxWord { append(word, isUnderstood: false) }
    case _ where token.isNumber && self.token(1)?.word == "%" && isAfterTaxWord: index += 1
    default:
      for (prefix, gross) in [("netto", false), ("brutto", true)]
      where token.word.hasPrefix(prefix) && token.word.count > prefix.count + 3 {
        isGross = isGross ?? gross
        append(String(token.word.dropFirst(prefix.count)), isUnderstood: false)
        index += 1
        return true
      }
      return false
    }
    index += 1
    return true
  }

  private mutating func takeCurrency() -> Bool {
    guard let code = token(0).flatMap({ CurrencyName.code(of: $0.text) }) else { return false }
    currency = currency ?? code
    index += 1
    return true
  }

  private mutating func takePercent() -> Bool {
    guard let word = token(0)?.word, HeaderParser.percents.contains(word) else { return false }
    isPercent = true
    index += 1
    return true
  }

  // MARK: Thousands and cents

  private mutating func takeMagnitude() -> Bool {
    guard let found = magnitude(at: index) else { return false }
    magnitude = magnitude ?? found.magnitude
    currency = currency ?? found.currency
    index += found.count
    return true
  }

  /// `T€`, `TEUR`, `Tsd. EUR`, `in 1.000 EUR`, `ct`: what it is, its currency and how many words
  /// say so.
  private func magnitude(
    at place: Int
  ) -> (magnitude: Magnitude, currency: String?, count: Int)? {
    guard tokens.indices.contains(place) else { return nil }
    let word = tokens[place].word
    let next = tokens.indices.contains(place + 1) ? tokens[place + 1] : nil
    let code = next.flatMap { CurrencyName.code(of: $0.text) }
    if let first = word.first, let size = HeaderParser.letters[first] {
      let rest = String(word.dropFirst())
      if rest.isEmpty, let code { return (size, code, 2) }
      if let code = HeaderParser.currencies[rest] { return (size, code, 1) }
    }
    if let size = HeaderParser.magnitudes[word] { return (size, code, code == nil ? 1 : 2) }
    switch (tokens[place].whole, code) {
    case (1_000, let code?): return (.thousands, code, 2)
    case (1_000_000, let code?): return (.millions, code, 2)
    default: return nil
    }
  }

  // MARK: Units and times

  /// `je 100 Stück`, `pro Monat`, `/User`.
  private mutating func takePer() -> Bool {
    guard let token = token(0) else { return false }
    let isSlash = token.word == "/"
    guard isSlash || HeaderParser.pers.contains(token.word) else { return false }
    let number = self.token(1)?.isNumber == true ? self.token(1) : nil
    let noun = self.token(number == nil ? 1 : 2).flatMap { $0.isWord ? $0 : nil }
    let time = noun.flatMap { HeaderParser.times[$0.word] }
    let isSomethingBefore = !words.isEmpty || depth > 0 || currency != nil
    if isSlash {
      let isUnit =
        number?.whole != nil || time != nil
        || noun.map { HeaderParser.units.contains($0.word) || (currency != nil && !words.isEmpty) }
          ?? false
      guard isUnit else {
        index += 1
        return true
      }
    } else if number == nil && noun == nil || !isSomethingBefore && time == nil {
      return false
    }
    let parts = [isSlash ? nil : token, number, noun].compactMap(\.self)
    // In "EUR/Stk." the unit names no thing of its own, in "EUR/Monat" it is the rhythm.
    let isName = !isSlash || time != nil || currency == nil || words.isEmpty
    for part in parts where isName { append(part.word, isUnderstood: true) }
    index += parts.count + (isSlash ? 1 : 0)
    switch (number?.whole, number, time) {
    case (1, _, let time?), (nil, nil, let time?): rhythm = rhythm ?? time
    case (let count?, _, nil):
      if count > 1 { priceBase = priceBase ?? count }
      unit = unit ?? noun?.text
    case (nil, nil, nil): unit = unit ?? noun?.text
    default: leaveUnread(parts.map(\.text).joined(separator: " "), isFigure: true)
    }
    takeTimeBesideUnit()
    return true
  }

  /// `und Monat` behind `pro Nutzer`.
  private mutating func takeTimeBesideUnit() {
    guard unit != nil, let joint = token(0)?.word, ["und", "and", "x"].contains(joint),
      let word = token(1)?.word, let time = HeaderParser.times[word]
    else { return }
    rhythm = rhythm ?? time
    append(joint + word, isUnderstood: true)
    index += 2
  }

  /// `monatlich`, `p. a.`, `Monatspreis`, `one-time`.
  private mutating func takeRhythm() -> Bool {
    guard let token = token(0) else { return false }
    let pair = token.word + (self.token(1)?.word ?? "")
    if let word = HeaderParser.pairs[pair], self.token(1) != nil {
      take(2, rhythm: word)
      return true
    }
    if let word = HeaderParser.adverb(token.word)
      ?? (depth > 0 && token.word.count > 2 ? HeaderParser.times[token.word] : nil)
    {
      take(1, rhythm: word)
      return true
    }
    for (prefix, word) in HeaderParser.prefixes where token.word.hasPrefix(prefix) {
      let rest = String(token.word.dropFirst(prefix.count))
      guard depth == 0, RhythmColumns.nouns.contains(rest) else { continue }
      rhythm = rhythm ?? word
      words.append(token.word)
      stem.append(rest)
      index += 1
      return true
    }
    return false
  }

  private mutating func take(_ count: Int, rhythm word: String) {
    rhythm = rhythm ?? word
    for offset in 0..<count {
      if let token = token(offset) { append(token.word, isUnderstood: true) }
    }
    index += count
  }

  // MARK: Everything else

  private mutating func takeWord() {
    guard let token = token(0) else { return }
    index += 1
    if token.word == "in" || token.word == "/" {
      guard token.word == "in", let next = self.token(0) else { return }
      let isValue =
        CurrencyName.code(of: next.text) != nil || HeaderParser.percents.contains(next.word)
        || magnitude(at: index) != nil || "()[]".contains(next.word)
      // "Preis in EUR" names no thing of its own, "in advance" does.
      if isValue { return }
      append("in" + next.word, isUnderstood: false)
      index += 1
      if depth > 0 { leaveUnread(next.text, isFigure: next.isNumber) }
      return
    }
    if depth == 0 {
      return append(
        token.isNumber ? token.word.filter(\.isNumber) : token.word, isUnderstood: false)
    }
    if token.isNumber {
      let noun = self.token(0)
      if let count = token.whole, count > 1, let word = noun?.word,
        HeaderParser.pieces.contains(word)
      {
        priceBase = priceBase ?? count
        unit = unit ?? noun?.text
        index += 1
        return
      }
      // A year says nothing about figures.
      let isYear = token.word.count == 4 && (1990...2100).contains(token.whole ?? 0)
      return leaveUnread(token.text, isFigure: !isYear)
    }
    if !HeaderParser.neutral.contains(token.word) {
      leaveUnread(token.text, isFigure: HeaderParser.durations.contains(token.word))
    }
  }

  private mutating func leaveUnread(_ text: String, isFigure: Bool) {
    unread.append(text)
    hasUnreadFigure = hasUnreadFigure || isFigure
  }

  // MARK: Words

  private static let taxes: Set = ["mwst", "ust", "vat", "umsatzsteuer", "mehrwertsteuer"]
  private static let percents: Set = ["%", "prozent", "percent"]
  private static let pers: Set = ["je", "pro", "per"]
  private static let letters: [Character: Magnitude] = [
    "t": .thousands, "k": .thousands, "m": .millions,
  ]
  private static let currencies = [
    "eur": "EUR", "euro": "EUR", "chf": "CHF", "usd": "USD", "gbp": "GBP",
  ]
  private static let magnitudes: [String: Magnitude] = [
    "tsd": .thousands, "tausend": .thousands, "thousand": .thousands, "thousands": .thousands,
    "mio": .millions, "million": .millions, "millions": .millions, "millionen": .millions,
    "cent": .hundredths, "cents": .hundredths, "ct": .hundredths, "eurocent": .hundredths,
  ]
  /// Nouns of times with a word for paying once in each.
  private static let times = [
    "monat": "monatlich", "monats": "monatlich", "month": "monthly", "mo": "monthly",
    "mon": "monthly", "mth": "monthly", "m": "monthly", "quartal": "quartalsweise",
    "quarter": "quarterly", "qtr": "quarterly", "jahr": "jährlich", "jahres": "jährlich",
    "year": "yearly", "yr": "yearly", "a": "p.a.", "annum": "p.a.",
  ]
  private static let pairs = [
    "pa": "p.a.", "pm": "monatlich", "pmonat": "monatlich", "pjahr": "jährlich", "pmo": "monthly",
    "immonat": "monatlich", "imjahr": "jährlich", "onetime": "one-time", "oneoff": "one-off",
  ]
  private static let prefixes = [
    ("monats", "monatlich"), ("jahres", "jährlich"), ("quartals", "quartalsweise"),
    ("einmal", "einmalig"),
  ]
  private static let durations: Set = [
    "monate", "monaten", "months", "jahre", "jahren", "years", "wochen", "weeks", "quartale",
    "quarters",
  ]
  /// What is counted by the piece.
  static let pieces: Set = [
    "stk", "stck", "stück", "st", "pcs", "pc", "piece", "pieces", "einheit", "einheiten", "unit",
    "units", "ea", "each", "me", "pos", "position", "artikel", "item",
  ]
  private static let units = pieces.union([
    "user", "users", "nutzer", "benutzer", "anwender", "person", "mitarbeiter", "ma", "lizenz",
    "license", "licence", "seat", "arbeitsplatz", "tag", "day", "pt", "stunde", "hour", "h", "std",
    "gb", "tb", "site", "standort", "device", "gerät",
  ])
  private static let neutral: Set = [
    "alle", "all", "angaben", "currency", "währung", "preis", "preise", "price", "prices",
    "gesetzl", "gesetzliche", "gesetzlicher", "und", "and",
  ]

  /// Whether a text has the beginnings of a word that tells a rhythm; most have not.
  static func mayTellRhythm(_ text: String) -> Bool {
    let lower = text.lowercased()
    return marks.contains { lower.contains($0) }
  }

  private static let marks = [
    "monat", "month", "mtl", "jahr", "jähr", "year", "annu", "quart", "p.a", "p. a", "p.m", "p. m",
  ]

  /// A word for paying in a rhythm, in any of its endings, as ``Vocabulary/frequencies`` knows it.
  private static func adverb(_ word: String) -> String? {
    let base = word.count > 6 ? HeaderParser.withoutEnding(word) : word
    switch base {
    case "monatlich", "mtl": return "monatlich"
    case "jährlich", "jährl": return "jährlich"
    case "vierteljährlich", "quartalsweise", "quartalsweis": return "quartalsweise"
    case "einmalig", "einmal": return "einmalig"
    case "monthly", "yearly", "annually", "quarterly", "once": return word
    case "annual": return "annual"
    default: return nil
    }
  }

  private static func withoutEnding(_ word: String) -> String {
    for ending in ["es", "er", "en", "em", "e"] where word.hasSuffix("lich" + ending) {
      return String(word.dropLast(ending.count))
    }
    for ending in ["es", "er", "en", "em", "e"] where word.hasSuffix("einmalig" + ending) {
      return String(word.dropLast(ending.count))
    }
    return word
  }
}
