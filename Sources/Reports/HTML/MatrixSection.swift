internal import Evaluation
internal import Measures
internal import Messages

// Every criterion against every option, in the tree's order; branches fold.
extension ReportPage {
  var matrixSection: ReportSection? {
    guard evaluation.criteria.contains(where: \.isLeaf), !offers.isEmpty else { return nil }
    return ReportSection(
      id: "matrix", title: Label.matrix, isBroad: offers.count > 5, isLandscape: true,
      startsPage: true
    ) { out in writeMatrix(to: &out) }
  }

  private func writeMatrix(to out: inout HTMLWriter) {
    let classes = "matrix filtered" + (offers.count > 7 ? " many" : "")
    out.element(.div, .classes(classes)) { out in
      out.element(.p, .classes("note"), text: say.matrixCaption)
      writeEvidenceKey(to: &out)
      out.element(.p, HTMLWriter.Attribute.scripted + [.classes("note screen")]) { out in
        out.write(word(PageWords.askAnyFigure))
      }
      writePicker(to: &out)
      writeMatrixTools(to: &out)
      out.scrolling(word(Label.matrix)) { out in
        out.element(.table, .classes("sortable")) { out in
          writeMatrixHead(to: &out)
          writeMatrixBody(to: &out)
        }
      }
    }
  }

  private func writeEvidenceKey(to out: inout HTMLWriter) {
    let steps = EvidenceLevel.allCases.map {
      "\(numbers.integer($0.rawValue)) \($0.label(language))"
    }
    out.element(
      .p, .classes("note"), text: "\(word(Label.evidence)): " + steps.joined(separator: " · "))
  }

  /// Rows that differ, and all branches at once.
  private func writeMatrixTools(to out: inout HTMLWriter) {
    let questions = evaluation.criteria.indices.filter { evaluation.criteria[$0].isLeaf }
    out.element(.div, .classes("tools screen")) { out in
      writeDifferenceFilter(questions, to: &out)
      for (name, label) in [("open", PageWords.unfold), ("close", PageWords.fold)] {
        out.element(
          .button,
          [.button, .init(name: "data-fold", value: name)] + HTMLWriter.Attribute.scripted
        ) { out in out.write(word(label)) }
      }
    }
  }

  /// The switch that leaves only rows in which the options differ; the style sheet does the rest.
  func writeDifferenceFilter(_ rows: [Int], to out: inout HTMLWriter) {
    let alike = rows.filter(isAlike)
    guard !alike.isEmpty, alike.count < rows.count else { return }
    out.element(.label) { out in
      out.void(.input, .constant("type", "checkbox"), .classes("differ"))
      out.write(" " + word(PageWords.onlyDifferences))
    }
  }

  /// Whether all options have the same value in a criterion, and none left it open.
  func isAlike(_ index: Int) -> Bool {
    let scores = offers.compactMap {
      $0.scores.indices.contains(index) ? $0.scores[index] : nil
    }
    guard let first = scores.first?.value else { return false }
    return scores.allSatisfy { score in
      guard let value = score.value else { return false }
      return abs(value - first) < 1e-9 && score.answer?.reading != "missing"
        && score.answer?.reading != "not_applicable"
    }
  }

  /// On a narrow screen: which option to set against the first.
  private func writePicker(to out: inout HTMLWriter) {
    guard offers.count > 2 else { return }
    out.element(.fieldset, .classes("pick")) { out in
      out.element(.legend, text: "\(offers[0].name): \(word(Label.compareWith))")
      for (index, offer) in offers.enumerated().dropFirst() {
        out.element(.label) { out in
          if index == 1 {
            out.void(
              .input, .constant("type", "radio"), .constant("name", "rival"),
              .id("pick\(index)"), .checked)
          } else {
            out.void(
              .input, .constant("type", "radio"), .constant("name", "rival"), .id("pick\(index)"))
          }
          out.write(" ")
          out.outside(offer.name)
        }
      }
    }
  }

  private func writeMatrixHead(to out: inout HTMLWriter) {
    out.element(.thead) { out in
      out.element(.tr) { out in
        out.element(.th, .scope("col"), text: word(Label.criterion))
        out.element(.th, .scope("col"), .classes("n"), text: word(Label.weight))
        for (index, offer) in offers.enumerated() {
          out.element(.th, .scope("col"), .classes("o o\(index)")) { out in
            out.outside(offer.name)
            let standing =
              offer.rank.map { "\(word(Label.rank)) \(numbers.integer($0))" }
              ?? offer.state.label(language)
            out.element(.span, .classes("fine"), text: standing)
          }
        }
      }
    }
  }

  /// A body for each branch, so that its questions can be folded away.
  private func writeMatrixBody(to out: inout HTMLWriter) {
    let knockouts = offers.map { offer in
      Dictionary(
        offer.knockouts.compactMap { knockout -> (String, KnockoutResult.State)? in
          guard case .criterion(let path) = knockout.subject else { return nil }
          return (path, knockout.state)
        }, uniquingKeysWith: { first, _ in first })
    }
    var groups: [[Int]] = []
    for (index, node) in evaluation.criteria.enumerated() where node.depth > 0 {
      if !node.isLeaf || node.depth == 1 || groups.isEmpty {
        groups.append([index])
      } else {
        groups[groups.count - 1].append(index)
      }
    }
    for group in groups {
      out.element(.tbody) { out in
        for index in group {
          writeMatrixRow(index, folds: group.count > 1, knockouts, to: &out)
        }
      }
      out.newline()
    }
  }

  private func writeMatrixRow(
    _ index: Int, folds: Bool, _ knockouts: [[String: KnockoutResult.State]],
    to out: inout HTMLWriter
  ) {
    let node = evaluation.criteria[index]
    let isQuestion = node.isLeaf && node.depth > 1
    let kind = isQuestion ? (node.depth > 2 ? "q deep" : "q") : node.depth == 1 ? "goal" : "branch"
    let alike = node.isLeaf && isAlike(index) ? " alike" : ""
    out.element(
      .tr, .classes("\(kind) g-\(node.goal)\(alike)"), .init(name: "data-node", value: "\(index)")
    ) { out in
      out.element(.th, .scope(isQuestion ? "row" : "rowgroup")) { out in
        if !isQuestion && folds {
          out.element(.label) { out in
            out.void(
              .input, .constant("type", "checkbox"), .classes("fold"), .checked,
              .label(node.name(language)))
            out.write(node.name(language))
          }
        } else {
          out.write(node.name(language))
        }
        if node.priority != nil || node.knockout != nil { writeDemand(node, to: &out) }
      }
      out.figureCell(numbers.weight(node.globalWeight))
      let first = offers[0].scores.indices.contains(index) ? offers[0].scores[index].value : nil
      for (column, offer) in offers.enumerated() {
        guard offer.scores.indices.contains(index) else {
          out.element(
            .td, .classes("o o\(column)"), .init(name: "data-column", value: "\(column)"),
            text: NumberFormat.none)
          continue
        }
        writeMatrixCell(
          offer.scores[index], column: column, first: first, isQuestion: node.isLeaf,
          isPriced: node.goal != "cost" || offer.points != nil,
          knockout: knockouts[column][node.path], to: &out)
      }
    }
  }

  private func writeDemand(_ node: CriterionSummary, to out: inout HTMLWriter) {
    var words: [String] = []
    if let priority = node.priority { words.append(priority.label(language)) }
    if let knockout = node.knockout {
      words.append("\(word(Label.condition)): \(knockout(language))")
    }
    out.element(.span, .classes("why"), text: words.joined(separator: " · "))
  }

  private func writeMatrixCell(
    _ score: Score, column: Int, first: Double?, isQuestion: Bool, isPriced: Bool,
    knockout: KnockoutResult.State?, to out: inout HTMLWriter
  ) {
    let value = score.value ?? 0
    let isOpen =
      isQuestion
      && (score.answer?.reading == "missing" || score.answer?.reading == "not_applicable")
    var classes = "o o\(column)"
    if isOpen {
      classes += " open"
    } else if column > 0, isQuestion, let first {
      classes += abs(value - first) < 1e-9 ? " same" : value > first ? " better" : ""
    }
    out.element(
      .td, .classes(classes), .init(name: "data-column", value: "\(column)")
    ) { out in
      guard isPriced else { return out.write(NumberFormat.none) }
      if let answer = score.answer { writeAnswer(answer, isOpen: isOpen, to: &out) }
      out.element(.span, .classes("r")) { out in
        out.element(.span, .classes("track")) { out in
          // An open answer is hatched from end to end: it could be anything.
          if !isOpen {
            let width = Int((min(max(value, 0), 1) * 100).rounded())
            out.element(.span, .classes("b w\(width)")) { _ in }
          }
        }
        out.element(
          .span, .classes("p"), text: score.points.map(numbers.smallPoints) ?? NumberFormat.none)
        if let evidence = score.answer?.evidence, !isOpen {
          out.element(
            .span, .classes("fine"),
            text: "\(word(Label.evidence))\(NumberFormat.blank)\(numbers.integer(evidence))")
        }
      }
      if let knockout, knockout != .pass {
        out.element(
          .span, .classes("ko \(knockout.rawValue)"),
          text: "\(word(Label.must)): \(knockout.label(language))")
      }
    }
  }

  private func writeAnswer(_ answer: AnswerResult, isOpen: Bool, to out: inout HTMLWriter) {
    out.element(.span, .classes("a")) { out in
      if isOpen {
        out.write(
          word(answer.reading == "not_applicable" ? Label.notApplicable : Label.unanswered))
      } else if answer.words.isEmpty {
        out.write(say.words(of: answer) ?? NumberFormat.none)
      } else {
        out.outside(answer.words)
      }
    }
  }
}
