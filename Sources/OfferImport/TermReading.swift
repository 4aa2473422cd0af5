import DecisionModel
import Measures
import Messages

extension OfferReader {
  /// Reads terms of the contract.
  mutating func read(_ sheet: Sheet<TermColumn>) {
    if purpose == .baseline {
      return diagnostics.warning(sheet.position, .baselineHoldsOnlyPrices())
    }
    for row in sheet.rows {
      guard let name = row.cells[.term] else {
        diagnostics.error(row.position, .termWithoutName())
        continue
      }
      let value = row.cells[.value]
      if let value, OfferReader.validityTerms.contains(name.text.nameKey) {
        readValidity(value)
      }
      terms.append(
        ContractTerm(
          name: name.text, text: value?.text ?? "", position: row.position,
          comment: row.cells[.comment]?.text ?? ""))
    }
  }

  /// Takes the last day on which the offer can be accepted.
  mutating func readValidity(_ cell: Cell) {
    guard let date = date(cell, column: "valid until") else { return }
    if let validUntil, validUntil.date != date {
      diagnostics.error(
        cell.position,
        .offerValidityTwice(
          text: cell.text, otherDate: validUntil.date.iso, other: validUntil.position))
    } else if validUntil == nil {
      validUntil = (date, cell.position)
    }
  }

  private static let validityTerms: Set = [
    "validuntil", "validity", "gültigbis", "bindefrist", "bindefristbis", "angebotgültigbis",
    "gültigkeit", "offervaliduntil",
  ]
}
