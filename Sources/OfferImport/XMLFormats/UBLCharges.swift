import DecisionModel
import Measures
import Messages
import XMLReading

// What UBL quotations ask for delivery.
extension OfferReader {
  /// The discounts and surcharges of a delivery, wherever in it they stand. Nobody can see whether
  /// the document's other amounts hold them, so each is told of.
  ///
  /// - Parameters:
  ///   - deliveries: elements that describe a delivery or its terms.
  ///   - item: the line that is delivered; `nil` for all of the quotation.
  mutating func deliveryCharges(
    of deliveries: [DocumentPart<UBLName>], item: String?, in quotation: inout Quotation
  ) -> [QuotedAllowance] {
    var charges: [QuotedAllowance] = []
    for delivery in deliveries {
      var isBroken = false
      var own: [QuotedAllowance] = []
      for part in delivery.inner([
        .allowanceCharge, .freightAllowanceCharge, .extraAllowanceCharge,
      ]) {
        var charge = allowance(part, isBroken: &isBroken)
        guard let amount = charge.amount, amount.value != .zero else { continue }
        let reason = charge.reason ?? QuotationTerm.delivery(decision.language)
        charge.reason = item.map { "\($0) – \(reason)" } ?? reason
        contradict(
          amount.cell.position, .quotedDeliveryCharge(amount: amount.cell.text), in: &quotation)
        own.append(charge)
      }
      let sum = try? self.sum(of: own)
      let terms = delivery.name == .deliveryTerms ? [delivery] : delivery.inner([.deliveryTerms])
      for part in terms {
        // What only sums up the surcharges is no further one.
        guard let amount = figure(part.part(.amount), isBroken: &isBroken), amount.value != .zero,
          amount.value != sum
        else { continue }
        contradict(
          amount.cell.position, .quotedDeliveryAmount(amount: amount.cell.text), in: &quotation)
      }
      charges += own
    }
    return charges
  }

  /// Takes what a line's delivery costs: with the line where its amount holds that or it is one of
  /// several, else beside all lines.
  mutating func takeDelivery(
    of item: DocumentPart<UBLName>, with line: inout QuotedLine, in quotation: inout Quotation
  ) {
    let deliveries = item.all(.deliveryTerms) + item.all(.delivery)
    if deliveries.isEmpty { return }
    let name = line.name?.text ?? line.number
    let charges = deliveryCharges(of: deliveries, item: name, in: &quotation)
    if charges.isEmpty { return }
    var whole = line
    whole.allowances += charges
    let isIn = line.amount.flatMap { stated in
      reckoned(whole).map { stated.value.agrees(with: $0) }
    }
    if line.alternative != nil || isIn == true {
      line = whole
    } else {
      quotation.deliveries += charges
    }
  }

  // MARK: Price times quantity

  /// Compares what a line states as quantity times price with both; takes it where the line states
  /// neither a price nor an amount.
  mutating func takeExtension(
    of item: DocumentPart<UBLName>, into line: inout QuotedLine, in quotation: inout Quotation
  ) {
    guard let part = item.part(.itemPriceExtension, .amount),
      let stated = figure(part, isBroken: &line.isBroken), !line.isBroken
    else { return }
    let change = try? sum(of: line.allowances)
    if line.price == nil, line.amount == nil {
      let amount = change.flatMap { try? stated.value.adding($0) } ?? stated.value
      line.amount = QuotedFigure(amount, at: stated.cell.position, currency: stated.currency)
      return
    }
    let beforeChange = line.amount.flatMap { amount in
      change.flatMap { try? amount.value.subtracting($0) }
    }
    guard let reckoned = gross(of: line) ?? beforeChange,
      !stated.value.agrees(with: reckoned), line.amount?.value != stated.value
    else { return }
    contradict(
      stated.cell.position,
      .quotedExtensionDiffers(
        line: line.number, stated: stated.value.text, reckoned: reckoned.text),
      in: &quotation)
  }
}
