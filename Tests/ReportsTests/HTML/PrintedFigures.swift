import Foundation
import Messages

@testable import Evaluation

/// Finds figures in texts that are no rounding of a figure in an evaluation (`rulings.md` R14).
///
/// Dates, ordinals after "Rang", "Jahr" and the like, and the hundred of "78 von 100" are excepted.
/// It knows nothing of how a report is made, so that it can check any text in either language.
struct PrintedFigures {
  private let figures: [Double]
  private let language: Language

  init(of evaluation: Evaluation, language: Language) throws {
    self.language = language
    let data = try JSONEncoder().encode(evaluation)
    var found: Set<Double> = [0, 1, 100]
    PrintedFigures.collect(try JSONSerialization.jsonObject(with: data), into: &found)
    // Percent, thousands and the figure itself; signs do not matter for a rounding.
    figures = Set(found.flatMap { [abs($0), abs($0) * 100, abs($0) / 1000] }).sorted()
  }

  private static func collect(_ value: Any, into found: inout Set<Double>) {
    switch value {
    case let list as [Any]: for item in list { collect(item, into: &found) }
    case let object as [String: Any]: for item in object.values { collect(item, into: &found) }
    case let text as String:
      if let number = Double(text) { found.insert(number) }
      for language in Language.allCases {
        for token in tokens(in: text, language) { found.insert(token.value) }
      }
    case let number as NSNumber: found.insert(number.doubleValue)
    default: break
    }
  }

  /// Figures in a text that stand nowhere in the evaluation.
  func strangers(in text: String) -> [String] {
    PrintedFigures.tokens(in: withoutDates(text), language)
      .filter { !isRounding($0) }
      .map(\.text)
  }

  private struct Token {
    var text: String
    var value: Double
    var decimals: Int
    /// Zeros at the end of a whole number: it may have been rounded to three significant digits.
    var zeros: Int
  }

  private func isRounding(_ token: Token) -> Bool {
    let digits = token.text.filter(\.isNumber).count
    let coarsest = token.decimals > 0 ? 0 : min(token.zeros, max(0, digits - 3))
    let step = pow(10, Double(token.decimals > 0 ? -token.decimals : coarsest))
    let (low, high) = (token.value - step * 0.5000001, token.value + step * 0.5000001)
    var (left, right) = (0, figures.count)
    while left < right {
      let middle = (left + right) / 2
      if figures[middle] < low { left = middle + 1 } else { right = middle }
    }
    return left < figures.count && figures[left] <= high
  }

  private func withoutDates(_ text: String) -> String {
    let months =
      "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
      + "|January|February|March|May|June|July|October|December"
    let date = "[0-9]{1,2}\\.?[ \u{A0}](\(months))[ \u{A0}][0-9]{4}"
    let ordinal =
      "([Rr]ang|Jahr|[Rr]ank|[Yy]ear|Beleg|Evidence|ranked)[ \u{A0}][0-9]+( (bis|to) [0-9]+)?"
    let unseen = "\\[U\\+[0-9A-F]+\\]|SHA-256"
    return [date, ordinal, unseen].reduce(text) {
      $0.replacingOccurrences(of: $1, with: " ", options: .regularExpression)
    }
  }

  private static func tokens(in text: String, _ language: Language) -> [Token] {
    let (group, point): (Character, Character) = language == .german ? (".", ",") : (",", ".")
    var result: [Token] = []
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      guard characters[index].isASCII, characters[index].isNumber else {
        index += 1
        continue
      }
      let start = index
      var (plain, decimals) = ("", 0)
      while index < characters.count {
        let character = characters[index]
        let next = index + 1 < characters.count ? characters[index + 1] : " "
        if character.isASCII, character.isNumber {
          plain.append(character)
          if decimals > 0 { decimals += 1 }
        } else if character == group, decimals == 0, next.isNumber, next.isASCII {
          // Only groups of three digits group.
          let three = characters[(index + 1)...].prefix { $0.isNumber }.count
          guard three == 3 else { break }
        } else if character == point, decimals == 0, next.isNumber, next.isASCII {
          plain.append(".")
          decimals = 1
        } else {
          break
        }
        index += 1
      }
      let isGlued = start > 0 && characters[start - 1].isLetter
      let places = max(0, decimals - 1)
      if let value = Double(plain), !isGlued {
        let zeros = places > 0 ? 0 : plain.reversed().prefix { $0 == "0" }.count
        result.append(
          Token(
            text: String(characters[start..<index]), value: value, decimals: places, zeros: zeros))
      }
    }
    return result
  }
}
