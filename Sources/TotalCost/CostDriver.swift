/// Something uncertain that costs depend on, beside the prices of single lines.
///
/// A driver of the plan is the same for all options, so that differences between options keep what
/// they share; one of an option is its own.
public enum CostDriver: Sendable, Hashable {
  /// The discount rate.
  case discountRate
  /// The first year's value of a quantity; the course scales with it.
  case quantity(String)
  /// The yearly growth of a quantity.
  case growth(String)
  /// The yearly rise of what a payee charges an option; `nil` stands for the old system, whose
  /// prices are the same in all options.
  case rise(option: String?, payee: CostLine.Payee)
  /// The worth of a currency; all of its dated rates lie at the same share of their ranges.
  case exchangeRate(String)
  /// The yearly growth of a price index after its last known value.
  case indexGrowth(String)
  /// The day on which an option goes live.
  case goLive(option: String)
  /// The day of a milestone, which is the same for all options.
  case milestone(String)
  /// The price of an option's line that is a share of others; of the old system's for `nil`.
  case share(option: String?, price: UncertainPrice)

  /// Name of its stream of random numbers.
  var stream: UInt64 {
    switch self {
    case .discountRate: StreamName.hash("discount-rate")
    case .quantity(let name): StreamName.hash("quantity/" + name)
    case .growth(let name): StreamName.hash("growth/" + name)
    case .rise(let option?, let payee):
      StreamName.hash("rise/" + payee.rawValue + "/" + option)
    case .rise(nil, let payee): StreamName.hash("rise-of-old-system/" + payee.rawValue)
    case .exchangeRate(let currency): StreamName.hash("exchange-rate/" + currency)
    case .indexGrowth(let name): StreamName.hash("index-growth/" + name)
    case .goLive(let option): StreamName.hash("go-live/" + option)
    case .milestone(let name): StreamName.hash("milestone/" + name)
    case .share(let option, let price): price.stream(of: option)
    }
  }
}

/// Streams of random numbers by name.
enum StreamName {
  /// What the work packages of an option have in common.
  static func work(of option: String) -> UInt64 { hash("work/" + option) }

  /// FNV-1a of the UTF-8 bytes, 64 bits wide (draft-eastlake-fnv).
  static func hash(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}

/// A number that a driver determines by a distribution of its own; one driver may move several, such
/// as the rises of two lines of one payee, which then lie at the same share of their ranges.
struct CostVariable: Sendable, Hashable {
  let driver: CostDriver
  let distribution: ThreePoint
}
