import DecisionModel
import Measures
import Messages

/// The header row of a CAIQ (Consensus Assessments Initiative Questionnaire of the Cloud Security
/// Alliance, version 4) saved as CSV.
struct CAIQHeader {
  let cells: [Cell]
  fileprivate let id: Int
  fileprivate let answer: Int

  /// Reads a row as such a header; `nil` if it is none.
  init?(_ row: [Cell]) {
    let names = row.map { $0.text.nameKey }
    guard let id = names.firstIndex(of: "questionid") ?? names.firstIndex(of: "id"),
      let answer = names.firstIndex(where: { $0.hasSuffix("caiqanswer") })
    else { return nil }
    (cells, self.id, self.answer) = (row, id, answer)
  }
}

/// The answers in one domain, such as `IAM`.
private struct CAIQDomain {
  var yes = 0
  var no = 0
  var notApplicable = 0
  var open = 0
  let position: SourcePosition

  var count: Int { yes + no + notApplicable + open }

  /// Percent of yes among yes and no (`rulings.md` R11); `nil` if there is neither.
  var share: Amount? { percent(yes, of: yes + no) }
  /// The share if every open question were answered with no.
  var least: Amount? { percent(yes, of: yes + no + open) }
  /// The share if every open question were answered with yes.
  var most: Amount? { percent(yes + open, of: yes + no + open) }

  private func percent(_ part: Int, of whole: Int) -> Amount? {
    whole == 0 ? nil : try? Amount(part * 100).divided(by: Amount(whole))
  }
}

extension OfferReader {
  /// Reads a CAIQ: the share of yes in each domain answers the criteria that name the domain.
  mutating func readCAIQ(_ rows: some Sequence<[Cell]>, header: CAIQHeader, path: String) {
    let position = header.cells[header.id].position
    if purpose == .baseline {
      return diagnostics.warning(position, .baselineHoldsOnlyPrices())
    }
    guard let domains = domains(rows, header) else { return }
    if domains.isEmpty { return diagnostics.warning(position, .tableWithoutRows()) }
    for (name, domain) in domains.sorted(by: { $0.key < $1.key }) {
      noteFact(LocalText("CAIQ \(name)"), Cell(words(domain), at: domain.position))
    }
    var sheet = Sheet<AnswerColumn>(position: position)
    sheet.style = .point
    let questions = decision.criteria.nodes.filter { $0.caiqDomain != nil }
    if questions.isEmpty {
      diagnostics.error(position, .caiqWithoutCriteria(domains: domains.keys.sorted()))
    }
    for question in questions {
      guard let name = question.caiqDomain else { continue }
      guard let domain = domains[name.uppercased()] else {
        diagnostics.warning(
          position,
          .caiqDomainMissing(
            domain: name, criterion: question.id, found: domains.keys.sorted()))
        continue
      }
      var row = SheetRow<AnswerColumn>(position: domain.position)
      func set(_ column: AnswerColumn, _ text: String?) {
        row.cells[column] = text.map { Cell($0, at: domain.position) }
      }
      set(.criterion, question.id)
      if let share = domain.share {
        set(.answer, share.text)
        if domain.open > 0 {
          set(.low, domain.least?.text)
          set(.high, domain.most?.text)
        }
      }
      // A vendor's self-assessment (`domain.md` 2).
      set(.evidence, "3")
      set(.comment, words(domain))
      sheet.rows.append(row)
      if domain.open > 0 {
        diagnostics.warning(
          domain.position,
          .caiqUnanswered(domain: name, open: domain.open, count: domain.count))
      }
    }
    read(sheet)
  }

  private func words(_ domain: CAIQDomain) -> String {
    CAIQFact.counts(
      yes: domain.yes, no: domain.no, notApplicable: domain.notApplicable, open: domain.open
    )(decision.language)
  }

  /// The answers of each domain; `nil` after an error.
  private mutating func domains(
    _ rows: some Sequence<[Cell]>, _ header: CAIQHeader
  ) -> [String: CAIQDomain]? {
    var domains: [String: CAIQDomain] = [:]
    var seen: [String: Int] = [:]
    var isWhole = true
    for row in rows {
      let id = header.id < row.count ? row[header.id] : nil
      let answer = header.answer < row.count ? row[header.answer] : nil
      let answerText = answer?.text ?? ""
      guard let id, let dash = id.text.firstIndex(of: "-"), dash > id.text.startIndex,
        id.text[..<dash].allSatisfy({ $0.isLetter || $0 == "&" })
      else {
        // Titles of domains, and notes under the table.
        if let cell = row.first(where: { !$0.text.isEmpty }) {
          if answerText.isEmpty {
            noteLeftOut(cell, because: LeftOutReason.heading)
          } else {
            diagnostics.error(cell.position, .caiqAnswerWithoutQuestion(text: answerText))
            isWhole = false
          }
        }
        continue
      }
      if let line = seen[id.text] {
        diagnostics.error(id.position, .caiqQuestionTwice(id: id.text, line: line))
        isWhole = false
        continue
      }
      seen[id.text] = id.position.line
      let name = String(id.text[..<dash]).uppercased()
      var domain = domains[name] ?? CAIQDomain(position: id.position)
      switch answerText.nameKey {
      case "yes", "ja": domain.yes += 1
      case "no", "nein": domain.no += 1
      default:
        switch SpecialWord.ofAnswer(answerText) {
        case .notApplicable: domain.notApplicable += 1
        case .missing: domain.open += 1
        default:
          diagnostics.error(
            answer?.position ?? id.position, .caiqAnswerUnknown(id: id.text, text: answerText))
          isWhole = false
        }
      }
      domains[name] = domain
    }
    return isWhole ? domains : nil
  }
}
