internal import Evaluation
internal import Measures
internal import Messages

/// Which positions a figure of the costs is the sum of. A row of a table carries it, so that the
/// page's script can show them.
enum CostTrace {
  /// All that counts, discounted.
  case presentValue
  /// All that counts.
  case total
  /// All of a category, by its key.
  case category(String)
  /// All that somebody receives.
  case payee(String)
  /// What is paid in a contract year; 0 is the very start.
  case year(Int)

  /// As the script reads it.
  var attribute: HTMLWriter.Attribute {
    let value =
      switch self {
      case .presentValue: "present:"
      case .total: "total:"
      case .category(let key): "category:\(key)"
      case .payee(let key): "payee:\(key)"
      case .year(let year): "year:\(year)"
      }
    return .init(name: "data-cost", value: value)
  }
}

extension ReportPage {
  /// A row with a figure for each option; the figures can be asked where they come from.
  func writeCostRow(
    _ label: String, _ figures: [String?], _ trace: CostTrace? = nil, kind: String = "",
    to out: inout HTMLWriter
  ) {
    var attributes: [HTMLWriter.Attribute] = [.classes(kind)]
    if let trace { attributes.append(trace.attribute) }
    out.element(.tr, attributes) { out in
      out.element(.th, .scope("row"), text: label)
      for (column, figure) in figures.enumerated() {
        guard trace != nil, let figure else {
          out.figureCell(figure ?? NumberFormat.none)
          continue
        }
        out.element(
          .td, .classes("n ask"), .init(name: "data-column", value: "\(column)"), text: figure)
      }
    }
  }

  /// What a row of the list of positions says of itself to the script.
  func traceAttributes(
    category: String, payee: String, byYear: [Amount], counts: Bool
  ) -> [HTMLWriter.Attribute] {
    guard counts else { return [.classes("out")] }
    let years = byYear.enumerated().filter { $0.element != .zero }
      .map { "\($0.offset)=\(numbers.moneyFigure($0.element))" }.joined(separator: ";")
    return [
      .init(name: "data-category", value: category), .init(name: "data-payee", value: payee),
      .init(name: "data-years", value: years),
    ]
  }
}
