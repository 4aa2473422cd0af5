internal import DecisionModel
internal import Evaluation
internal import Measures
internal import Messages
internal import TotalCost

// Cost by category, by year, and line by line.
extension ReportPage {
  func writeCategories(to out: inout HTMLWriter) {
    var keys: [String] = []
    for offer in offers {
      for category in offer.cost.categories where !keys.contains(category.key) {
        keys.append(category.key)
      }
    }
    let known = CostCategory.allCases.map(\.rawValue)
    keys.sort {
      (known.firstIndex(of: $0) ?? known.count) < (known.firstIndex(of: $1) ?? known.count)
    }
    out.element(.h3, text: word(Label.byCategory))
    writeOfferTable(word(Label.byCategory), corner: numbers.currencySign, to: &out) { out in
      var rows: [[Amount?]] = []
      for key in keys {
        let sums = offers.map { offer in offer.cost.categories.first { $0.key == key }?.total }
        rows.append(sums)
        writeCostRow(
          CostCategory.label(named: key)(language), sums.map { $0.map(numbers.moneyFigure) },
          .category(key), to: &out)
      }
      writeSum(of: rows, offers.map(\.cost.total), to: &out)
    }
  }

  /// The sum, and before it what rounding makes of it, where the printed parts miss it; the parts
  /// as rows with a figure for each option.
  private func writeSum(
    of rows: [[Amount?]], _ totals: [Amount?], to out: inout HTMLWriter
  ) {
    let difference = RoundingDifference(
      totals: totals.map { $0.flatMap { try? $0.rounded(toPlaces: 0) } },
      parts: rows.map { $0.map { $0.flatMap { try? $0.rounded(toPlaces: 0) } } })
    if difference.isNeeded {
      writeCostRow(
        word(Label.roundingDifference),
        difference.columns.map { left in
          left.flatMap { $0 == .zero ? nil : numbers.moneyFigure($0) }
        }, kind: "quiet", to: &out)
    }
    writeCostRow(
      word(Label.sum), totals.map { $0.map(numbers.moneyFigure) }, .total, kind: "total", to: &out)
  }

  /// Who receives the money, with the old system as a payee of its own.
  func writePayees(to out: inout HTMLWriter) {
    let kinds = CostLine.Payee.allCases.filter { kind in
      offers.contains { $0.cost.payees.contains { $0.payee == kind } }
    }
    guard !kinds.isEmpty else { return }
    out.element(.h3, text: word(Label.byPayee))
    writeOfferTable(word(Label.byPayee), corner: numbers.currencySign, to: &out) { out in
      var rows: [[Amount?]] = []
      func write(_ label: String, _ key: String, _ sums: [Amount?], to out: inout HTMLWriter) {
        rows.append(sums)
        writeCostRow(label, sums.map { $0.map(numbers.moneyFigure) }, .payee(key), to: &out)
      }
      for kind in kinds {
        let sums = offers.map { $0.cost.payees.first { $0.payee == kind }?.total }
        write(kind.label(language).withCapital, kind.rawValue, sums, to: &out)
      }
      if offers.contains(where: { $0.cost.oldSystem != .zero }) {
        let sums = offers.map { $0.cost.oldSystem == .zero ? nil : $0.cost.oldSystem }
        write(word(CostCategory.oldSystemLabel), CategoryCost.oldSystemKey, sums, to: &out)
      }
      writeSum(of: rows, offers.map(\.cost.total), to: &out)
    }
  }

  // MARK: By year

  func writeYears(to out: inout HTMLWriter) {
    out.element(.h3, text: word(Label.byYear))
    writeYearPictures(to: &out)
    let years = offers.map(\.cost.byYear.count).max() ?? 0
    guard years > 0 else { return }
    writeOfferTable(word(Label.byYear), corner: numbers.currencySign, to: &out) { out in
      var rows: [[Amount?]] = []
      for year in 0..<years {
        let sums = offers.map { offer in
          year < offer.cost.byYear.count ? offer.cost.byYear[year] : nil
        }
        rows.append(sums)
        writeCostRow(
          yearName(year), sums.map { $0.map(numbers.moneyFigure) }, .year(year), to: &out)
      }
      writeSum(of: rows, offers.map(\.cost.total), to: &out)
    }
    writeFiscalYears(to: &out)
  }

  private func yearName(_ year: Int) -> String {
    year == 0
      ? word(Label.atStart) : word(Label.year) + NumberFormat.blank + numbers.integer(year)
  }

  private func writeYearPictures(to out: inout HTMLWriter) {
    let shown = Array(offers.filter(\.isRanked).prefix(6))
    guard !shown.isEmpty else { return }
    let heaviest = heaviestCategories
    let columns = shown.map { offer in
      offer.cost.byYear.indices.map { year in
        YearColumns.Column(
          label: year == 0 ? word(Label.start) : numbers.integer(year),
          value: numbers.thousandsFigure(offer.cost.byYear[year]),
          parts: folded(offer.cost.categories, heaviest) { category in
            year < category.byYear.count ? category.byYear[year].double : 0
          })
      }
    }
    let all = columns.flatMap { $0 }
    let top = all.map { $0.parts.reduce(0) { $0 + max(0, $1) } }.max() ?? 0
    let bottom = all.map { $0.parts.reduce(0) { $0 + min(0, $1) } }.min() ?? 0
    out.element(.figure) { out in
      out.element(.figcaption, text: say.costByYearTitle)
      out.element(.div, .classes("grid")) { out in
        for (offer, columns) in zip(shown, columns) {
          out.element(.div) { out in
            out.element(.h4) { out in out.outside(offer.name) }
            YearColumns(
              columns: columns, top: max(top, 1), bottom: bottom, title: offer.name,
              description: zip(columns, offer.cost.byYear.indices).map {
                "\(yearName($1)): \($0.value)"
              }.joined(separator: ", ")
            ).write(to: &out)
          }
        }
      }
      writeCategoryKey(heaviest, to: &out)
    }
  }

  private func writeFiscalYears(to out: inout HTMLWriter) {
    let years = Set(offers.flatMap { $0.cost.byFiscalYear.map(\.year) }).sorted()
    guard !years.isEmpty else { return }
    out.element(.details) { out in
      let isCalendar = evaluation.decision.fiscalYearStart == 1
      let label = isCalendar ? Label.byCalendarYear : Label.byFiscalYear
      out.element(.summary, text: word(label))
      writeOfferTable(word(label), corner: numbers.currencySign, to: &out) { out in
        for year in years {
          let sums = offers.map { offer in
            offer.cost.byFiscalYear.first { $0.year == year }.map { numbers.moneyFigure($0.amount) }
          }
          writeCostRow(isCalendar ? "\(year)" : "\(year)/\(year + 1)", sums, to: &out)
        }
      }
    }
  }

  // MARK: Lines

  /// Optional positions, benefits, prices on request: what the total does not hold.
  func writeOutsideTotal(to out: inout HTMLWriter) {
    let lines = offers.flatMap { offer in
      offer.cost.lines.filter { $0.treatmentLabel != nil }.map { (offer, $0) }
    }
    guard !lines.isEmpty else { return }
    out.element(.h3, text: word(Label.outsideTotal))
    out.scrolling(word(Label.outsideTotal)) { out in
      out.element(.table) { out in
        out.head([
          (word(Label.option), false), (word(Label.position), false), (word(Label.price), false),
          (word(Label.treatment), false), ("\(word(Label.sum)), \(numbers.currencySign)", true),
        ])
        out.element(.tbody) { out in
          for (offer, line) in lines {
            out.element(.tr) { out in
              out.element(.th, .scope("row")) { out in out.outside(offer.name) }
              out.element(.td) { out in out.outside(line.name) }
              out.element(.td) { out in out.outside(line.words) }
              out.element(.td, text: line.treatmentLabel.map(word) ?? "")
              out.figureCell(
                line.treatment == "on_request"
                  ? NumberFormat.none : numbers.moneyFigure(line.total))
            }
          }
        }
      }
    }
  }

  /// Every line of every option, folded away.
  func writeCostLines(to out: inout HTMLWriter) {
    out.element(.h3, text: word(Label.costLines))
    for (column, offer) in offers.enumerated() where !offer.cost.lines.isEmpty {
      out.element(.details) { out in
        out.element(.summary) { out in out.outside(offer.name) }
        out.scrolling(offer.name) { out in
          out.element(.table, .init(name: "data-lines", value: "\(column)")) { out in
            out.head([
              (word(Label.position), false), (word(Label.category), false),
              (word(Label.price), false), ("\(word(Label.sum)), \(numbers.currencySign)", true),
              (word(Label.presentValue), true), (word(Label.source), false),
            ])
            out.element(.tbody) { out in
              for line in offer.cost.lines { writeCostLine(line, to: &out) }
              writeOldSystem(offer.cost, to: &out)
            }
          }
        }
      }
    }
  }

  private func writeCostLine(_ line: CostLineResult, to out: inout HTMLWriter) {
    let isOutside = line.treatmentLabel != nil
    let attributes = traceAttributes(
      category: line.category.rawValue, payee: line.payee.rawValue, byYear: line.byYear,
      counts: !isOutside)
    out.element(.tr, attributes) { out in
      out.element(.th, .scope("row")) { out in
        out.outside(line.name)
        if let treatment = line.treatmentLabel {
          out.element(.span, .classes("why"), text: word(treatment))
        }
      }
      out.element(.td) { out in
        out.write(line.category.label(language))
        if line.payee != .vendor {
          out.element(.span, .classes("why"), text: line.payee.label(language))
        }
      }
      out.element(.td) { out in out.outside(line.words) }
      out.figureCell(numbers.moneyFigure(line.total))
      out.figureCell(numbers.moneyFigure(line.presentValue))
      out.element(.td, .classes("fine")) { out in writeSource(line.source, to: &out) }
    }
  }

  /// The old system until going live, which is no position of the offer but part of its total.
  private func writeOldSystem(_ cost: CostResult, to out: inout HTMLWriter) {
    guard let old = cost.categories.first(where: { $0.category == nil }) else { return }
    let attributes = traceAttributes(
      category: old.key, payee: old.key, byYear: old.byYear, counts: true)
    out.element(.tr, attributes) { out in
      out.element(.th, .scope("row"), text: word(CostCategory.oldSystemLabel))
      out.element(.td, text: word(CostCategory.oldSystemLabel))
      out.element(.td, text: word(Label.untilGoLive))
      out.figureCell(numbers.moneyFigure(old.total))
      out.figureCell(numbers.moneyFigure(old.presentValue))
      out.element(.td, .classes("fine"), text: "decision.yaml")
    }
  }

  /// File and line.
  func writeSource(_ source: SourcePosition, to out: inout HTMLWriter) {
    out.outside(source.line > 0 ? "\(source.file):\(source.line)" : source.file)
  }
}
