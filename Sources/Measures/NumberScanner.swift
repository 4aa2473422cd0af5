/// Takes a number's text apart into sign, digits with separators, and what is written around them.
struct NumberScanner {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var parts = NumberParts()
  private var hasSign = false
  private var openParentheses = 0
  private var parenthesesSeen = false
  /// `T` and `M` mean thousand and million only beside a currency.
  private var needsCurrency = false

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  private var current: Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

  private func scalar(after offset: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index + offset) ? scalars[index + offset] : nil
  }

  mutating func scan() throws(NumberTextProblem) -> NumberParts {
    if scalars.allSatisfy(\.isBlank) { throw .empty }
    if !scalars.contains(where: \.isDigit) { throw .notANumber }
    try scanBefore()
    scanDigits()
    try scanAfter()
    if openParentheses != 0 { throw .notANumber }
    if needsCurrency, parts.currency == nil { throw .unknownWord(parts.magnitudeWord) }
    return parts
  }

  /// Sign, opening parenthesis and currency before the digits.
  private mutating func scanBefore() throws(NumberTextProblem) {
    while let scalar = current {
      let startsFraction = scalar.isMark && self.scalar(after: 1)?.isDigit == true
      if scalar.isDigit || startsFraction { return }
      if scalar.isBlank {
        index += 1
      } else if scalar.isSign {
        try takeSign(negative: scalar != "+")
      } else if scalar == "(" {
        if parenthesesSeen { throw .notANumber }
        parenthesesSeen = true
        openParentheses += 1
        try takeSign(negative: true)
      } else {
        try takeCurrency(takeWord())
      }
    }
    throw .notANumber
  }

  /// Digits with separators between them, and the `,–` of a price without cents.
  private mutating func scanDigits() {
    while let scalar = current {
      let next = self.scalar(after: 1)
      if scalar.isDigit || ((scalar.isMark || scalar.isGroup) && next?.isDigit == true) {
        parts.digits.append(scalar)
        index += 1
      } else if scalar.isMark, let next, next.isDash {
        parts.digits.append(scalar)
        parts.endsWithDash = true
        index += 1
        while current?.isDash == true { index += 1 }
        return
      } else {
        return
      }
    }
  }

  /// Closing parenthesis, sign, percent, magnitude and currency after the digits.
  private mutating func scanAfter() throws(NumberTextProblem) {
    while let scalar = current {
      if scalar.isBlank {
        index += 1
      } else if scalar.isDigit || scalar.isMark || scalar.isApostrophe {
        throw .badGroups
      } else if scalar.isSign {
        try takeSign(negative: scalar != "+")
      } else if scalar == ")" {
        index += 1
        openParentheses -= 1
        if openParentheses < 0 { throw .notANumber }
      } else if scalar == "%" {
        index += 1
        try takePercent("%")
      } else {
        try takeAfter(takeWord())
      }
    }
  }

  private mutating func takeSign(negative: Bool) throws(NumberTextProblem) {
    if hasSign { throw .notANumber }
    hasSign = true
    parts.negative = negative
    index += 1
  }

  private mutating func takeWord() -> String {
    guard let first = current else { return "" }
    var word = String(first)
    index += 1
    if first.properties.isAlphabetic {
      while let next = current, next.properties.isAlphabetic {
        word.unicodeScalars.append(next)
        index += 1
      }
      if word == "US", current == "$" {
        index += 1
        return "$"
      }
      if current == "." { index += 1 }
    }
    return word
  }

  private mutating func takeCurrency(_ word: String) throws(NumberTextProblem) {
    guard let code = CurrencyName.code(of: word), parts.currency ?? code == code,
      !parts.isPercent
    else { throw .unknownWord(word) }
    parts.currency = code
  }

  private mutating func takePercent(_ word: String) throws(NumberTextProblem) {
    if parts.isPercent || parts.currency != nil || parts.zeros > 0 { throw .unknownWord(word) }
    parts.isPercent = true
  }

  private mutating func takeMagnitude(
    _ zeros: Int, _ word: String
  ) throws(NumberTextProblem) {
    if parts.zeros > 0 || parts.isPercent { throw .unknownWord(word) }
    parts.zeros = zeros
    parts.magnitudeWord = word
  }

  private mutating func takeAfter(_ word: String) throws(NumberTextProblem) {
    let folded = word.lowercased()
    if folded == "e", current.map({ $0.isDigit || $0.isSign }) == true { throw .exponent }
    if ["prozent", "percent"].contains(folded) { return try takePercent(word) }
    if let zeros = NumberScanner.magnitudes[folded] { return try takeMagnitude(zeros, word) }
    if CurrencyName.code(of: word) != nil { return try takeCurrency(word) }
    if let first = word.first, let zeros = NumberScanner.letters[first] {
      let rest = String(word.dropFirst())
      if rest.isEmpty { needsCurrency = first == "T" || first == "M" }
      if rest.isEmpty || CurrencyName.code(of: rest) != nil {
        try takeMagnitude(zeros, word)
        if !rest.isEmpty { try takeCurrency(rest) }
        return
      }
    }
    throw .unknownWord(word)
  }

  private static let magnitudes = [
    "tsd": 3, "tausend": 3, "thousand": 3, "mio": 6, "million": 6, "millionen": 6, "mrd": 9,
    "milliarden": 9, "bn": 9,
  ]
  private static let letters: [Character: Int] = ["k": 3, "K": 3, "T": 3, "M": 6]
}

/// What a number's text consists of.
struct NumberParts {
  var negative = false
  var digits: [Unicode.Scalar] = []
  /// Whether the digits end with a decimal mark that a dash followed: `1.250,–`.
  var endsWithDash = false
  var currency: String?
  var isPercent = false
  /// Zeros that a magnitude adds: 3 for `k`.
  var zeros = 0
  var magnitudeWord = ""

  /// The value in a style.
  func value(_ style: NumberStyle) -> Result<Amount, NumberTextProblem> {
    let mark: Unicode.Scalar = style == .point ? "." : ","
    let halves = digits.split(separator: mark, omittingEmptySubsequences: false)
    guard halves.count <= 2, !endsWithDash || halves.count == 2 else { return .failure(.badGroups) }
    let fraction = halves.count == 2 ? halves[1] : []
    guard fraction.allSatisfy(\.isDigit), let whole = wholeDigits(halves[0]) else {
      return .failure(.badGroups)
    }
    if endsWithDash, whole.isEmpty || !fraction.isEmpty { return .failure(.badGroups) }
    let plain = (whole + ["."] + fraction).map { UInt8(truncatingIfNeeded: $0.value) }
    switch Amount.parse(digits: plain, point: UInt8(ascii: ".")) {
    case .success(let amount): return signed(amount)
    case .failure(.malformed): return .failure(.badGroups)
    case .failure(.tooManyDecimals): return .failure(.tooManyDecimals)
    case .failure(.tooLarge): return .failure(.tooLarge)
    }
  }

  private func signed(_ amount: Amount) -> Result<Amount, NumberTextProblem> {
    var units = amount.units
    for _ in 0..<zeros {
      let (next, overflow) = units.multipliedReportingOverflow(by: 10)
      if overflow { return .failure(.tooLarge) }
      units = next
    }
    return .success(Amount(units: negative ? -units : units))
  }

  /// The digits before the decimals without grouping, or `nil` if the groups are not right.
  private func wholeDigits(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    let marks = Set(text.filter { !$0.isDigit }.map(\.groupKind))
    guard marks.count <= 1 else { return nil }
    let groups = text.split(omittingEmptySubsequences: false) { !$0.isDigit }
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups[0].first != "0",
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    return Array(groups.joined())
  }
}

extension Unicode.Scalar {
  /// Blanks of any width, also those that do not break a line.
  var isBlank: Bool { properties.isWhitespace || self == "\u{FEFF}" }
  fileprivate var isDigit: Bool { self >= "0" && self <= "9" }
  fileprivate var isMark: Bool { self == "." || self == "," }
  fileprivate var isApostrophe: Bool { self == "'" || self == "\u{2019}" }
  /// Blanks that group digits: blank, no-break, figure, thin and narrow no-break blank.
  private var isGroupBlank: Bool {
    [" ", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}"].contains(self)
  }
  fileprivate var isGroup: Bool { isApostrophe || isGroupBlank }
  /// The kind of grouping mark; all blanks are one kind, all apostrophes another.
  fileprivate var groupKind: Unicode.Scalar {
    if isGroupBlank { return " " }
    return isApostrophe ? "'" : self
  }
  /// Hyphen, minus sign and dashes, which prices and spreadsheets use alike.
  fileprivate var isDash: Bool {
    self == "-" || self == "\u{2212}" || self == "\u{2013}" || self == "\u{2014}"
  }
  fileprivate var isSign: Bool { self == "+" || (isDash && self != "\u{2014}") }
}
