import Measures
import TotalCost

/// Times one piece of work and prints a JSON line; `Benchmarks/tco.py` does the same work with the
/// peers, in turn, and prints the ratios.
@main
enum TCOBenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let work = arguments.first, let count = arguments.dropFirst().first.flatMap({ Int($0) }),
      let threads = arguments.dropFirst(2).first.flatMap({ Int($0) })
    else {
      print("usage: tco-benchmark draws|contract|sobol COUNT THREADS")
      return
    }
    switch work {
    case "draws": try await draws(options(), count: count, threads: threads)
    case "contract": try await draws(contracts(), count: count, threads: threads)
    case "sobol": await sobol(points: count, threads: threads)
    default: print("no such work: \(work)")
    }
  }

  private static func draws(
    _ options: [(name: String, cost: TotalCost)], count: Int, threads: Int
  ) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    guard let costs = CostDraws(options) else { return }
    let result = await CostSimulation.run(costs, draws: count, seed: 1, threads: threads)
    let time = start.duration(to: clock.now)
    print(
      """
      {"seconds": \(time.inSeconds), "means": \(result.ranges.map(\.mean)), \
      "errors": \(result.ranges.map(\.errors.mean)), "p50": \(result.ranges.map(\.p50)), \
      "p10": \(result.ranges.map(\.p10)), "cheapest": \(result.cheapest.map(\.value))}
      """)
  }

  private static func sobol(points: Int, threads: Int) async {
    let clock = ContinuousClock()
    let start = clock.now
    let result = await SobolIndices.estimate(
      DriverModel(), points: points, seed: 1, threads: threads)[0]
    let time = start.duration(to: clock.now)
    print(
      """
      {"seconds": \(time.inSeconds), "first": \(result.first.map(\.value)), \
      "total": \(result.total.map(\.value)), "errors": \(result.total.map(\.standardError))}
      """)
  }

  /// 6 offers of 60 lines over 10 years: a third paid once, a third every year, a third every year
  /// and user.
  private static func options() throws -> [(name: String, cost: TotalCost)] {
    let users = Quantity(
      course: .growing(start: .one, rate: try amount("0.05")),
      growthRange: RateRange(low: try amount("-0.02"), high: try amount("0.15"), shape: .pert),
      isWhole: false)
    let plan = CostPlan(
      years: 10, start: .earliest, discountRate: try amount("0.06"),
      discountRateRange: RateRange(low: try amount("0.03"), high: try amount("0.10")),
      discounting: .startOfYear, quantities: ["users": users])
    let rise = CostLine.Escalation(
      rate: try amount("0.03"),
      range: RateRange(low: .zero, high: try amount("0.08"), shape: .pert))
    var table = PriceTable()
    return try (0..<6).map { offer in
      let lines = try (0..<60).map { line in
        try CostLine(
          name: "\(line)", category: .subscription, price: table.next(),
          timing: line % 3 == 0
            ? .once(on: nil)
            : .recurring(every: .year, from: nil, through: nil, inAdvance: true),
          per: line % 3 == 2 ? "users" : nil,
          escalation: line % 3 == 0 ? CostLine.Escalation() : rise)
      }
      return ("offer \(offer)", try TotalCost.evaluate(lines: lines, plan: plan))
    }
  }

  /// The same with monthly payments discounted by month, whole users, tiers and a least quantity.
  private static func contracts() throws -> [(name: String, cost: TotalCost)] {
    let users = Quantity(
      course: .growing(start: Amount(60), rate: try amount("0.05")), low: Amount(50),
      high: Amount(80),
      growthRange: RateRange(low: try amount("-0.02"), high: try amount("0.15"), shape: .pert),
      isWhole: true)
    let plan = CostPlan(
      years: 10, start: .earliest, discountRate: try amount("0.06"),
      discountRateRange: RateRange(low: try amount("0.03"), high: try amount("0.10")),
      discounting: .byMonth, quantities: ["users": users])
    let rise = CostLine.Escalation(
      rate: try amount("0.03"),
      range: RateRange(low: .zero, high: try amount("0.08"), shape: .pert),
      cap: try amount("0.05"))
    var table = PriceTable()
    return try (0..<6).map { offer in
      let lines = try (0..<60).map { number in
        var line = try CostLine(
          name: "\(number)", category: .subscription, price: table.next(),
          timing: number % 3 == 0
            ? .once(on: nil)
            : .recurring(every: .month, from: nil, through: nil, inAdvance: true),
          per: number % 3 == 2 ? "users" : nil,
          escalation: number % 3 == 0 ? CostLine.Escalation() : rise)
        if number % 12 == 5 {
          line.tiers = .init(
            mode: .volume,
            bands: [
              .init(upTo: Amount(70), price: Amount(12)), .init(upTo: nil, price: Amount(9)),
            ])
        }
        if number % 12 == 11 { line.minimumQuantity = Amount(65) }
        return line
      }
      return ("offer \(offer)", try TotalCost.evaluate(lines: lines, plan: plan))
    }
  }

  private static func amount(_ text: String) throws -> Amount {
    guard let amount = Amount(plain: text) else { throw Unreadable(text: text) }
    return amount
  }

  private struct Unreadable: Error {
    let text: String
  }

  /// The same prices on both sides: a linear congruential sequence, 1,000 to 20,000 in cents; 20 %
  /// down to 40 % up.
  private struct PriceTable {
    var state: UInt64 = 1

    mutating func next() throws -> CostLine.Price {
      state = (state &* 1_103_515_245 &+ 12345) & 0x7FFF_FFFF
      let cents = 100_000 + Int(state % 1_900_001)
      let likely = Amount(units: Int128(cents) * Amount.unitsPerWhole / 100)
      return .stated(
        low: Amount(units: likely.units / 10 * 8), likely: likely,
        high: Amount(units: likely.units / 10 * 14))
    }
  }
}

extension Duration {
  /// Seconds as a number.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
