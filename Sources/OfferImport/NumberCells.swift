import Measures
import Messages

/// A number of a cell.
struct CellNumber {
  let value: Amount
  let currency: String?
  let isPercent: Bool
}

extension OfferReader {
  /// Reads the numbers of one column.
  ///
  /// - Parameters:
  ///   - cells: the cells; `nil` where there is none or where it holds a word instead of a number.
  ///   - style: the style that the format lays down; `nil` if the cells themselves decide.
  ///   - column: the column's name for messages.
  ///   - known: numbers that have been read already, by cell; none if it is empty.
  /// - Returns: A reading for each cell. Where the style cannot be told, all have failed.
  mutating func numbers(
    _ cells: [Cell?], style: NumberStyle?, column: String, known: [Amount?] = []
  ) -> [Reading<CellNumber>] {
    var texts: [(index: Int, cell: Cell, number: NumberText)] = []
    var result = cells.map { $0 == nil ? Reading<CellNumber>.absent : .failed }
    for (index, cell) in cells.enumerated() {
      guard let cell else { continue }
      if !known.isEmpty, let value = known[index] {
        result[index] = .value(CellNumber(value: value, currency: nil, isPercent: false))
        continue
      }
      do {
        texts.append((index, cell, try NumberText(cell.text)))
      } catch {
        report(error, at: cell, column: column)
      }
    }
    let style = style ?? self.style(of: texts.map { ($0.cell, $0.number) }, column: column)
    guard let style else { return result }
    // Whole numbers read alike in both styles and tell nothing.
    if let cell = texts.first(where: { $0.number.value(.point) != $0.number.value(.comma) })?.cell {
      note(cell.position.file) { $0.numberStyles[column] = style }
    }
    for (index, cell, number) in texts {
      if cell.contradictsHeader(number) {
        diagnostics.error(
          cell.position, .cellContradictsMagnitude(column: column, text: cell.text))
      } else if let value = number.value(style).map({ cell.whole($0, number) }) {
        guard let value else {
          report(.tooLarge, at: cell, column: column)
          continue
        }
        result[index] = .value(
          CellNumber(value: value, currency: number.currency, isPercent: number.isPercent))
      } else {
        report(.badGroups, at: cell, column: column)
      }
    }
    return result
  }

  private mutating func style(
    of numbers: [(cell: Cell, number: NumberText)], column: String
  ) -> NumberStyle? {
    switch NumberStyle.decide(numbers.map(\.number)) {
    case .decided(let style): return style
    case .ambiguous(let index, let point, let comma):
      let cell = numbers[index].cell
      diagnostics.error(
        cell.position,
        .columnStyleAmbiguous(
          column: column, text: cell.text, point: point.text, comma: comma.text))
    case .contradictory(let pointCell, let commaCell):
      let (first, second) = (min(pointCell, commaCell), max(pointCell, commaCell))
      diagnostics.error(
        numbers[second].cell.position,
        .columnStyleContradictory(
          column: column, text: numbers[second].cell.text, otherText: numbers[first].cell.text,
          otherLine: numbers[first].cell.position.line))
    }
    return nil
  }

  /// Whether a word that is no part of a number goes before what the number is for; the second of
  /// two currencies doesn't.
  private static func statesUnit(_ text: String, from word: String) -> Bool {
    guard unitWords.contains(word.lowercased()), let place = text.firstRange(of: word) else {
      return false
    }
    let rest = text[place.upperBound...].split { !$0.isLetter && !"€$£".contains($0) }
    return !rest.contains { CurrencyName.code(of: String($0)) != nil }
  }

  /// What stands between an amount and what it is for.
  private static let unitWords: Set = [
    "/", "je", "pro", "per", "p.", "p", "mtl.", "mtl", "monatlich",
  ]

  private mutating func report(_ problem: NumberTextProblem, at cell: Cell, column: String) {
    let message: Message =
      switch problem {
      case .empty, .notANumber: .cellNotANumber(column: column, text: cell.text)
      case .unknownWord(let word) where OfferReader.statesUnit(cell.text, from: word):
        .cellNumberPerUnit(column: column, text: cell.text)
      case .unknownWord(let word):
        .cellNumberWithWord(column: column, text: cell.text, word: word)
      case .exponent: .cellNumberWithExponent(column: column, text: cell.text)
      case .badGroups, .ambiguous: .cellNumberBadGroups(column: column, text: cell.text)
      case .tooManyDecimals: .cellNumberTooManyDecimals(column: column, text: cell.text)
      case .tooLarge: .cellNumberTooLarge(column: column, text: cell.text)
      }
    diagnostics.error(cell.position, message)
  }
}
