internal import DelimitedText
internal import Evaluation
internal import Measures
internal import Messages

/// Language and number format of a table (`rulings.md` R9: points 4, values 6, money 2 decimals).
struct TableStyle {
  /// Language of headers and words.
  let language: Language
  /// How the file is written.
  let dialect: CSVDialect

  static let pointPlaces = 4
  static let valuePlaces = 6
  static let moneyPlaces = 2

  func header(_ header: TableHeader) -> Cell { .text(header.text(language)) }
  func word(_ word: TableWord) -> Cell { .text(word.text(language)) }
  func text(_ text: LocalText?) -> Cell { text.map { .text($0(language)) } ?? .empty }

  func whole(_ number: Int?) -> Cell { number.map { .number(String($0)) } ?? .empty }
  func points(_ value: Double?) -> Cell { number(value, TableStyle.pointPlaces) }
  func value(_ value: Double?) -> Cell { number(value, TableStyle.valuePlaces) }
  func money(_ value: Double?) -> Cell { number(value, TableStyle.moneyPlaces) }
  func money(_ amount: Amount?) -> Cell {
    amount.map { number($0.text(places: TableStyle.moneyPlaces)) } ?? .empty
  }

  func number(_ value: Double?, _ places: Int) -> Cell {
    value.flatMap { NumberFormat.plain($0, decimals: places) }.map { number($0) } ?? .empty
  }

  /// A number cell from plain decimal text.
  func number(_ plain: String) -> Cell { .number(localised(plain)) }

  /// Plain decimal text with the dialect's decimal sign.
  func localised(_ plain: String) -> String {
    String(plain.map { $0 == "." ? dialect.decimalSeparator : $0 })
  }

  /// The bytes of a file with these rows.
  func file(_ rows: [[Cell]]) -> [UInt8] {
    var writer = DelimitedWriter(dialect: dialect)
    for row in rows { writer.append(row) }
    return writer.bytes
  }

  /// What heads an offer's columns: its name, with the identifier if another has the same name.
  func heading(_ offer: OfferResult, in evaluation: Evaluation) -> String {
    let isUnique = evaluation.offers.count { $0.name == offer.name } == 1
    return isUnique ? offer.name : "\(offer.name) (\(offer.id))"
  }
}

extension Evaluation {
  /// The options as a reader wants them.
  var orderedOffers: [OfferResult] { order.compactMap { offer($0) } }

  /// The goals: children of the whole.
  var goals: [CriterionSummary] { criteria.filter { $0.depth == 1 } }
}
