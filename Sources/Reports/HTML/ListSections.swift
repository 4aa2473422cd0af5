internal import Evaluation
internal import Measures
internal import Messages

// Exclusions, open questions, contract terms, findings.
extension ReportPage {
  var exclusionSection: ReportSection? {
    let asides = narrative.excluded + narrative.notRanked
    let waived = offers.flatMap { offer in
      offer.knockouts.filter { $0.state == .waived }.map { (offer, $0) }
    }
    guard !asides.isEmpty || !waived.isEmpty else { return nil }
    let title =
      narrative.excluded.isEmpty && !narrative.notRanked.isEmpty
      ? Label.notRanked : Label.exclusions
    return ReportSection(id: "excluded", title: title) { out in
      out.element(.ul, .classes("asides")) { out in
        for aside in asides {
          out.element(.li) { out in
            out.element(.p) { out in
              out.element(.strong) { out in out.outside(aside.name) }
            }
            for reason in aside.reasons { out.element(.p, text: reason) }
            if let standing = aside.standing { out.element(.p, text: standing) }
            if let cure = aside.cure { out.element(.p, text: cure) }
          }
        }
        for (offer, knockout) in waived {
          out.element(.li) { out in
            out.element(.p) { out in
              out.element(.strong) { out in out.outside(offer.name) }
            }
            let reason = knockout.waiverReason ?? ""
            out.element(.p) { out in
              out.write("\(knockout.name(language)): \(knockout.state.label(language))")
              if !reason.isEmpty {
                out.write(" (")
                out.outside(reason)
                out.write(")")
              }
            }
          }
        }
      }
    }
  }

  var questionSection: ReportSection? {
    guard !evaluation.questions.isEmpty || evaluation.information != nil else { return nil }
    return ReportSection(id: "questions", title: Label.questions) { out in
      writeQuestions(to: &out)
      writeInformation(to: &out)
    }
  }

  private func writeQuestions(to out: inout HTMLWriter) {
    guard !evaluation.questions.isEmpty else { return }
    out.scrolling(word(Label.questions)) { out in
      out.element(.table) { out in
        out.head([
          (word(Label.question), false), (word(Label.option), false),
          (word(Label.effect), false), (word(Label.span), true),
        ])
        out.element(.tbody) { out in
          for question in evaluation.questions {
            out.element(.tr) { out in
              out.element(.th, .scope("row")) { out in
                if let path = question.criterion {
                  out.write(criterionName(path))
                } else {
                  out.outside(question.costLine ?? "")
                }
              }
              out.element(.td) { out in out.outside(name(question.offer)) }
              out.element(.td, text: question.effect.label(language))
              out.figureCell(
                question.effect == .missingPrice
                  ? NumberFormat.none : numbers.points(question.span))
            }
          }
        }
      }
    }
  }

  var termSection: ReportSection? {
    let having = offers.filter { !$0.terms.isEmpty }
    guard !having.isEmpty else { return nil }
    return ReportSection(id: "terms", title: Label.terms) { out in
      out.scrolling(word(Label.terms)) { out in
        out.element(.table) { out in
          out.head([
            (word(Label.option), false), (word(Label.clause), false), (word(Label.wording), false),
            (word(Label.source), false),
          ])
          for offer in having {
            out.element(.tbody) { out in
              for (index, term) in offer.terms.enumerated() {
                out.element(.tr) { out in
                  if index == 0 {
                    out.element(
                      .th, .scope("rowgroup"), .figure("rowspan", offer.terms.count)
                    ) { out in out.outside(offer.name) }
                  }
                  out.element(.td) { out in out.outside(term.name) }
                  out.element(.td) { out in out.outside(term.text) }
                  out.element(.td, .classes("fine")) { out in writeSource(term.source, to: &out) }
                }
              }
            }
          }
        }
      }
    }
  }

  var findingSection: ReportSection? {
    guard !evaluation.findings.isEmpty else { return nil }
    return ReportSection(id: "findings", title: Label.findings) { out in
      out.element(.ul) { out in
        for finding in evaluation.findings {
          out.element(.li) { out in
            let text = finding.text(language)
            if finding.isImportant { out.element(.strong, text: text) } else { out.write(text) }
          }
        }
      }
    }
  }
}
