internal import DelimitedText
internal import Measures
internal import Messages

/// What is left between the printed parts of a sum and the printed sum (`rulings.md` R9).
struct RoundingDifference {
  /// The difference for each column; `nil` where there is no sum.
  private(set) var columns: [Amount?]

  /// The difference of printed figures, column by column.
  ///
  /// - Parameters:
  ///   - totals: The printed sums; `nil` where there is none.
  ///   - parts: The printed parts, rows of as many columns; `nil` counts nothing.
  init(totals: [Amount?], parts: [[Amount?]]) {
    columns = totals.enumerated().map { index, total in
      guard let total else { return nil }
      var left = total
      for row in parts where index < row.count {
        guard let part = row[index] else { continue }
        guard let next = try? left.subtracting(part) else { return nil }
        left = next
      }
      return left
    }
  }

  /// Whether a line is needed.
  var isNeeded: Bool { columns.contains { $0 != nil && $0 != .zero } }

  /// The cells of that line.
  func cells(_ style: TableStyle, places: Int) -> [Cell] {
    columns.map { $0.map { style.number($0.text(places: places)) } ?? .empty }
  }
}

extension Amount {
  /// The amount as money is printed.
  var printedMoney: Amount? { try? rounded(toPlaces: TableStyle.moneyPlaces) }
}

extension Double {
  /// The figure as it is printed with a number of decimals; `nil` if it is out of range.
  func printed(places: Int) -> Amount? {
    NumberFormat.plain(self, decimals: places).flatMap { Amount(plain: $0) }
  }
  /// The figure as money is printed.
  var printedMoney: Amount? { printed(places: TableStyle.moneyPlaces) }
  /// The figure as points are printed.
  var printedPoints: Amount? { printed(places: TableStyle.pointPlaces) }
}
