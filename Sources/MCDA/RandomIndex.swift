/// Mean consistency index of random judgements: what a consistency index is measured against.
///
/// Tables differ in scale, sample size and rounding; the same judgements have a consistency ratio of
/// 0.161, 0.164 or 0.175 by three of them. A ratio without its table's name says little.
public struct RandomIndex: Sendable, Equatable {
  /// What reports call the table.
  public let name: String
  /// The index by number of things compared, ascending.
  let entries: [(count: Int, index: Double)]
  private let interpolates: Bool

  private init(_ name: String, _ entries: [(Int, Double)], interpolates: Bool = false) {
    self.name = name
    self.entries = entries.map { (count: $0.0, index: $0.1) }
    self.interpolates = interpolates
  }

  private init(_ name: String, from3 values: [Double]) {
    self.init(name, values.enumerated().map { ($0.offset + 3, $0.element) })
  }

  /// Saaty, "The Analytic Hierarchy Process", McGraw-Hill 1980: 3 to 15. The default.
  public static let saaty1980 = RandomIndex(
    "Saaty 1980",
    from3: [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59])

  /// Saaty, "Theory and Applications of the Analytic Network Process", RWS 2005, page 31: 3 to 15.
  public static let saaty2005 = RandomIndex(
    "Saaty 2005",
    from3: [0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59])

  /// Donegan, Dodd, Mathematical and Computer Modelling 15(10), 1991,
  /// doi:10.1016/0895-7177(91)90098-R: 3 to 100, between the listed sizes in proportion.
  public static let doneganDodd1991 = RandomIndex(
    "Donegan, Dodd 1991",
    [
      (3, 0.4914), (4, 0.8286), (5, 1.0591), (6, 1.1797), (7, 1.2519), (8, 1.3171), (9, 1.3733),
      (10, 1.4055), (11, 1.4213), (12, 1.4497), (13, 1.4643), (14, 1.4822), (15, 1.4969),
      (16, 1.5078), (17, 1.5153), (18, 1.5262), (19, 1.5313), (20, 1.5371), (25, 1.5619),
      (30, 1.5772), (40, 1.5976), (50, 1.6102), (60, 1.6178), (70, 1.6237), (80, 1.6277),
      (90, 1.6213), (100, 1.6339),
    ], interpolates: true)

  /// Aguarón, Moreno-Jiménez, European Journal of Operational Research 147(1), 2003,
  /// doi:10.1016/S0377-2217(02)00255-2: 3 to 10.
  public static let aguaronMorenoJimenez2003 = RandomIndex(
    "Aguarón, Moreno-Jiménez 2003",
    from3: [0.525, 0.882, 1.115, 1.252, 1.341, 1.404, 1.452, 1.484])

  /// Alonso, Lamata, International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems
  /// 14(4), 2006, doi:10.1142/S0218488506004114: 3 to 15.
  public static let alonsoLamata2006 = RandomIndex(
    "Alonso, Lamata 2006",
    from3: [
      0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551,
      1.5713, 1.5838,
    ])

  /// All tables, the default first.
  public static let all = [
    saaty1980, saaty2005, doneganDodd1991, aguaronMorenoJimenez2003, alonsoLamata2006,
  ]

  /// The index for a number of things: 0 below 3, where judgements can't contradict each other;
  /// nil beyond the table.
  public subscript(count: Int) -> Double? {
    if count < 3 { return 0 }
    guard let upper = entries.firstIndex(where: { $0.count >= count }) else { return nil }
    let above = entries[upper]
    if above.count == count { return above.index }
    guard interpolates, upper > 0 else { return nil }
    let below = entries[upper - 1]
    let share = Double(count - below.count) / Double(above.count - below.count)
    return below.index + share * (above.index - below.index)
  }

  /// Tables are equal if their names and figures are.
  public static func == (a: RandomIndex, b: RandomIndex) -> Bool {
    a.name == b.name && a.entries.elementsEqual(b.entries) { $0 == $1 }
  }
}
