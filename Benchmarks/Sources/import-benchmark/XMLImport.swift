import ByteSources
import DecisionModel
import Glibc
import Measures
import Messages
import OfferImport
import TotalCost

/// An XML offer read as `votum check` reads it, into cost lines with the place of each, against a
/// decision of one quantity. Reading the file counts.
enum XMLImport {
  struct Failure: Error {
    let text: String
  }

  static func run(path: String) throws {
    let clock = ContinuousClock()
    var costs: [OfferedCost] = []
    var diagnostics = Diagnostics()
    let time = try clock.measure {
      costs = try read(path, into: &diagnostics)
    }
    guard !diagnostics.hasErrors else { throw Failure(text: "\(diagnostics.all)") }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    var usage = rusage()
    getrusage(0, &usage)
    let processor =
      Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6
    var sum = Amount.zero
    for cost in costs {
      guard case .stated(_, let price, _) = cost.line.price else { continue }
      sum = try sum.adding(price.times(cost.line.count))
    }
    print(
      "{\"seconds\": \(seconds), \"processor_seconds\": \(processor), \"rows\": \(costs.count), "
        + "\"sum\": \"\(sum.text)\", \"peak_kilobytes\": \(usage.ru_maxrss)}")
  }

  private static func read(
    _ path: String, into diagnostics: inout Diagnostics
  ) throws -> [OfferedCost] {
    let position = SourcePosition(file: "decision.yaml", line: 1, column: 1)
    let declaration = OfferDeclaration(
      id: "vendor", name: "Vendor", kind: .saas, goLive: nil, files: [], position: position)
    let file = OfferImport.File(
      reference: FileReference(path: "offers/quotation.xml", position: position),
      source: try ByteSource(path: path))
    return OfferImport.read(
      files: [file], of: declaration, decision: try decision(at: position), schema: [],
      diagnostics: &diagnostics
    ).offer.costs
  }

  private static func decision(at position: SourcePosition) throws -> Decision {
    guard let date = CalendarDate("2026-11-20"), let start = CalendarDate("2027-01-01") else {
      throw Failure(text: "no date")
    }
    let root = Criterion(
      id: "root", path: "", name: LocalText("root"), role: .root, goal: .fit, parent: nil,
      localWeight: 1, statedWeight: StatedWeight(value: .one), position: position)
    let users = Quantity(course: .series([Amount(60)]), isWhole: true)
    return Decision(
      title: "Benchmark", language: .english, currency: "EUR", asOf: date, decideBy: nil,
      costPlan: CostPlan(
        years: 5, start: start, discountRate: .zero, quantities: ["users": users]),
      quantityOrder: ["users"], exchangeRates: [], criteria: CriteriaTree(nodes: [root]),
      assumedPrices: [], columns: [:])
  }
}
