internal import Evaluation
internal import Measures
internal import Messages

// The answer on one sheet of paper.
extension ReportPage {
  /// Options that the first page has room for; all stand in the ranking's own section.
  private static let rankedOnFirstPage = 5
  private static let asidesOnFirstPage = 2
  private static let questionsOnFirstPage = 3

  func writeFirstPage(to out: inout HTMLWriter) {
    out.element(.section, .classes("sheet"), .id("top"), .labelled(by: "headline")) { out in
      writeMasthead(to: &out)
      out.element(.p, .classes("eyebrow"), text: word(Label.recommendation))
      out.element(.h1, .id("headline"), text: narrative.headline)
      out.element(.p, .classes("lead")) { out in
        out.element(
          .span, .classes("verdict v-\(evaluation.verdict.word.rawValue)"),
          text: narrative.verdictWord)
        out.write(" " + narrative.verdict)
      }
      writeFigures(to: &out)
      out.element(.div, .classes("columns")) { out in
        out.element(.div) { out in
          if evaluation.verdict.word == .none { writeCures(to: &out) }
          writeReasons(to: &out)
          writeDrawback(to: &out)
          writeChanges(to: &out)
        }
        out.element(.div) { out in
          writeRanking(to: &out)
          writeNotes(to: &out)
          writeQuestions(to: &out)
        }
      }
      out.element(.div, .classes("next")) { out in
        out.element(.p) { out in
          out.element(.strong, text: word(Label.nextStep))
          out.write(" " + narrative.nextStep)
        }
      }
      writeColophon(to: &out)
    }
  }

  private func writeMasthead(to out: inout HTMLWriter) {
    let decision = evaluation.decision
    out.element(.header, .classes("masthead")) { out in
      out.element(.p, .classes("title")) { out in out.outside(decision.title) }
      var facts = [word(Label.asOf) + " " + numbers.date(decision.asOf)]
      if let date = decision.decideBy {
        facts.append(word(Label.decideBy) + " " + numbers.date(date))
      }
      if decision.isConfidential { facts.append(word(Label.confidential)) }
      out.element(.p, .classes("meta"), text: facts.joined(separator: " · "))
    }
  }

  // MARK: Figures

  private func writeFigures(to out: inout HTMLWriter) {
    let tied = evaluation.verdict.tiedWith.compactMap { evaluation.offer($0) }
    if evaluation.verdict.word == .tie, evaluation.verdict.tieBrokenFor == nil, tied.count > 1 {
      return writeTiedFigures(Array(tied.prefix(3)), to: &out)
    }
    let chosen = evaluation.verdict.tieBrokenFor.flatMap { evaluation.offer($0) }
    guard let offer = chosen ?? evaluation.leader, evaluation.verdict.word != .none else { return }
    var cells: [(label: String, figure: String, below: String?)] = []
    if let value = offer.cost.presentValue {
      let label =
        language == .german
        ? "Kosten in \(numbers.integer(evaluation.decision.years)) Jahren, auf heute gerechnet"
        : "Cost over \(say.years(evaluation.decision.years)), in today’s money"
      cells.append((label, numbers.sentenceMoney(value), range(offer.cost)))
    }
    if let share = offer.firstShare, offers.filter(\.isRanked).count > 1 {
      cells.append(
        (
          word(Label.aheadIn), numbers.outOfHundred(share),
          say.casesWhenVaried(joint: offer.jointFirstShare)
        ))
    }
    if let lockIn = offer.lockIn {
      var below = word(Label.lockInScale)
      if let exit = lockIn.exitCost.last, !exit.amount.isNegative, exit.amount != .zero {
        let money = numbers.sentenceMoney(exit.amount)
        let year = numbers.integer(exit.year)
        below =
          language == .german
          ? "von 100; Ausstieg nach Jahr \(year) kostet \(money)"
          : "of 100; leaving after year \(year) costs \(money)"
      }
      cells.append((word(Label.lockIn), numbers.number(lockIn.score, decimals: 0), below))
    }
    writeCells(cells, to: &out)
  }

  private func range(_ cost: CostResult) -> String? {
    guard let range = cost.range, range.p10 != range.p90 else { return nil }
    return word(Label.probably) + " " + numbers.sentenceMoneyRange(range.p10, range.p90)
  }

  private func writeTiedFigures(_ tied: [OfferResult], to out: inout HTMLWriter) {
    writeCells(
      tied.map { offer in
        let share = offer.firstShare.map {
          language == .german
            ? "vorn in \(numbers.outOfHundred($0)) Fällen"
            : "ahead in \(numbers.outOfHundred($0)) cases"
        }
        return (
          offer.name, offer.cost.presentValue.map(numbers.sentenceMoney) ?? NumberFormat.none, share
        )
      }, to: &out)
  }

  private func writeCells(
    _ cells: [(label: String, figure: String, below: String?)], to out: inout HTMLWriter
  ) {
    guard !cells.isEmpty else { return }
    let classes = ["", "figures one", "figures two", "figures"][min(cells.count, 3)]
    out.element(.dl, .classes(classes)) { out in
      for cell in cells {
        out.element(.div) { out in
          out.element(.dt, text: cell.label)
          out.element(.dd, .classes("big"), text: cell.figure)
          if let below = cell.below { out.element(.dd, .classes("sub"), text: below) }
        }
      }
    }
  }

  // MARK: Left column

  private func writeReasons(to out: inout HTMLWriter) {
    let reasons = narrative.reasons
    guard !reasons.isEmpty else { return }
    out.element(.section, .labelled(by: "reasons")) { out in
      let title = reasons.count == 3 ? Label.threeReasons : Label.reasons
      out.element(.h2, .id("reasons"), text: undecided.map(say.speaksFor) ?? word(title))
      out.element(.ol) { out in
        for reason in reasons {
          out.element(.li) { out in
            out.write(reason.text)
            if let points = reason.points {
              out.write(" ")
              out.element(
                .span, .classes("gain"),
                text: say.signedPoints(points))
            }
          }
        }
      }
    }
  }

  private func writeDrawback(to out: inout HTMLWriter) {
    guard let drawback = narrative.drawback else { return }
    out.element(.div, .classes("against")) { out in
      out.element(.p) { out in
        out.element(.strong, text: undecided.map(say.speaksAgainst) ?? word(Label.drawback))
        out.write(" " + drawback.text)
        if let points = drawback.points {
          out.write(" ")
          out.element(
            .span, .classes("gain"),
            text: say.signedPoints(points))
        }
      }
    }
  }

  private func writeChanges(to out: inout HTMLWriter) {
    writeList(
      narrative.changes, title: undecided == nil ? Label.changes : Label.wouldDecide, id: "changes",
      ordered: false, to: &out)
  }

  /// Name of the leader where it is not recommended, since others are level.
  private var undecided: String? {
    let verdict = evaluation.verdict
    return verdict.word == .tie && verdict.tieBrokenFor == nil ? evaluation.leader?.name : nil
  }

  /// Where none is acceptable: what each option would have to mend.
  private func writeCures(to out: inout HTMLWriter) {
    let cures = narrative.excluded.compactMap { aside in aside.cure.map { (aside.name, $0) } }
    guard !cures.isEmpty else { return }
    out.element(.section, .labelled(by: "cures")) { out in
      out.element(.h2, .id("cures"), text: word(Label.cures))
      out.element(.ul) { out in
        for (name, cure) in cures.prefix(ReportPage.rankedOnFirstPage) {
          out.element(.li) { out in
            out.element(.strong) { out in out.outside(name) }
            out.write(". " + cure)
          }
        }
      }
    }
  }

  // MARK: Right column

  private func writeRanking(to out: inout HTMLWriter) {
    let ranked = offers.filter(\.isRanked)
    let asides = narrative.excluded + narrative.notRanked
    guard !ranked.isEmpty || !asides.isEmpty else { return }
    let asideCount = ranked.isEmpty ? ReportPage.rankedOnFirstPage : ReportPage.asidesOnFirstPage
    let hasRest = ranked.count > ReportPage.rankedOnFirstPage || asides.count > asideCount
    out.element(.section) { out in
      out.element(.h2, .id("places"), text: word(Label.ranking))
      out.element(.table, .classes("ranks")) { out in
        out.element(.thead) { out in
          out.element(.tr) { out in
            out.element(.th, .scope("col"), text: word(Label.option))
            // The bar explains itself by the key below; its column has no name.
            out.element(.td, .classes("bar"), text: "")
            out.element(.th, .scope("col"), .classes("n"), text: word(Label.points))
            out.element(.th, .scope("col"), .classes("n"), text: word(Label.cost))
          }
        }
        out.element(.tbody) { out in
          let shown = Array(ranked.prefix(ReportPage.rankedOnFirstPage))
          let points = numbers.column(ranked.map { $0.points ?? 0 })
          for (offer, points) in zip(shown, points) { writeRow(offer, points, to: &out) }
          for aside in asides.prefix(asideCount) { writeRow(aside, to: &out) }
        }
      }
      if !ranked.isEmpty { writeGoalKey(to: &out) }
      if hasRest {
        out.element(.p, .classes("note")) { out in
          out.element(.a, .link(to: "ranking"), text: word(Label.more))
        }
      }
    }
  }

  private func writeRow(_ offer: OfferResult, _ points: String, to out: inout HTMLWriter) {
    out.element(.tr, .classes(offer.id == evaluation.verdict.leader ? "first" : "")) { out in
      out.element(.th, .scope("row")) { out in
        if let rank = offer.rank {
          out.element(.span, .classes("rank"), text: numbers.integer(rank))
        }
        out.outside(offer.name)
        if let band = offer.rankBand {
          out.element(.span, .classes("why"), text: say.rankBand(band.best, band.worst))
        }
      }
      out.element(.td, .classes("bar")) { out in writeComposition(offer, to: &out) }
      out.figureCell(points)
      out.figureCell(offer.cost.presentValue.map(numbers.thousands) ?? NumberFormat.none)
    }
  }

  private func writeRow(_ aside: Narrative.Aside, to out: inout HTMLWriter) {
    guard let offer = evaluation.offer(aside.offer) else { return }
    out.element(.tr, .classes("out")) { out in
      out.element(.th, .scope("row"), .columns(2)) { out in
        out.element(.span, .classes("rank"), text: NumberFormat.none)
        out.outside(offer.name)
        let sentences = aside.reasons.prefix(2) + [aside.standing].compactMap { $0 }
        out.element(.span, .classes("why"), text: sentences.joined(separator: " "))
      }
      out.figureCell(offer.points.map(numbers.points) ?? NumberFormat.none)
      out.figureCell(offer.cost.presentValue.map(numbers.thousands) ?? NumberFormat.none)
    }
  }

  private func writeNotes(to out: inout HTMLWriter) {
    writeList(
      Array(narrative.notes.prefix(3)), title: Label.worthKnowing, id: "notes", ordered: false,
      to: &out)
  }

  private func writeQuestions(to out: inout HTMLWriter) {
    let questions = narrative.questions
    if questions.isEmpty, evaluation.offers.allSatisfy({ $0.unansweredCount == 0 }) {
      out.element(.p, .classes("note"), text: say.nothingOpen)
    }
    writeList(
      Array(questions.prefix(ReportPage.questionsOnFirstPage)), title: Label.openInOrder,
      id: "open", ordered: true, to: &out)
  }

  private func writeList(
    _ items: [String], title: LocalText, id: String, ordered: Bool, to out: inout HTMLWriter
  ) {
    guard !items.isEmpty else { return }
    out.element(.section, .labelled(by: id)) { out in
      out.element(.h2, .id(id), text: word(title))
      out.element(ordered ? .ol : .ul) { out in
        for item in items { out.element(.li, text: item) }
      }
    }
  }

  /// What stands at the foot of every printed page.
  var footer: String {
    let decision = evaluation.decision
    let title = HTMLText.shown(decision.title)
    var parts = [
      title.count > 60 ? title.prefix(59) + "…" : title,
      numbers.date(decision.asOf), "Votum \(evaluation.programVersion)", shortHash,
    ]
    if decision.isConfidential { parts.append(word(Label.confidential)) }
    return parts.joined(separator: " · ")
  }

  private var shortHash: String { "\(inputHash.prefix(4))…\(inputHash.suffix(4))" }

  private func writeColophon(to out: inout HTMLWriter) {
    let parameters = evaluation.parameters
    let files = numbers.integer(parameters.inputCount)
    let draws = numbers.integer(parameters.draws)
    let start = "Votum \(evaluation.programVersion) · "
    let text =
      language == .german
      ? "\(files) \(parameters.inputCount == 1 ? "Eingangsdatei" : "Eingangsdateien"), Prüfsumme "
      : "\(files) input \(parameters.inputCount == 1 ? "file" : "files"), checksum "
    let end =
      language == .german
      ? " · \(draws) Ziehungen, Startwert \(parameters.seed)"
      : " · \(draws) draws, seed \(parameters.seed)"
    out.element(.footer, .classes("colophon")) { out in
      out.element(.p) { out in
        out.write(start + text)
        out.element(.code, text: shortHash)
        out.write(end)
      }
    }
  }
}
