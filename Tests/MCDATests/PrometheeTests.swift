import MCDA
import ReproducibleMath
import Testing

/// One published or recomputed table with its flows.
struct PrometheeCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let values: [Double]
  let directions: [Direction]
  let weights: [Double]
  let functions: [PreferenceFunction]
  let positive: [Double]
  let negative: [Double]
  let ranks: [Int]
  /// Row outranks column: P; column outranks row: N; I indifferent; R incomparable.
  let relation: [String]
  /// The first row of π.
  let firstRow: [Double]
}

private let letters: [Relation: String] = [
  .preferred: "P", .worse: "N", .indifferent: "I", .incomparable: "R",
]

@Suite struct PrometheeTests {
  static let cases = [
    // Papathanasiou, Ploskas, "Multiple Criteria Decision Aid", Springer 2018, pages 57–89 (in the
    // tests of pyrepo-mcda 0.1.15); printed φ: −.26, −.52, −.22, .36, .7, −.06.
    PrometheeCase(
      testDescription: "six facility locations",
      values: [8, 7, 2, 1, 5, 3, 7, 5, 7, 5, 6, 4, 9, 9, 7, 3, 11, 10, 3, 7, 6, 9, 5, 4],
      directions: Array(repeating: .maximise, count: 4), weights: [0.4, 0.3, 0.1, 0.2],
      functions: Array(repeating: .linear(indifference: 1, preference: 2), count: 4),
      positive: [0.28, 0.14, 0.22, 0.52, 0.78, 0.26],
      negative: [0.54, 0.66, 0.44, 0.16, 0.08, 0.32], ranks: [5, 6, 4, 2, 1, 3],
      relation: ["IPRNNR", "NINNNN", "RPINNN", "PPPINP", "PPPPIP", "RPPNNI"],
      firstRow: [0, 0.7, 0.3, 0, 0, 0.4]),
    // `tests/PROMETHEEI.R` of the R package MCDA (paterijk/MCDA).
    PrometheeCase(
      testDescription: "transport in Paris",
      values: [1, 10, 1, 4, 20, 2, 2, 20, 0, 6, 40, 0, 30, 30, 3],
      directions: [.minimise, .minimise, .maximise], weights: [0.2, 0.3, 0.5],
      functions: [
        .gaussian(s: 4), .level(indifference: 11, preference: 15),
        .linear(indifference: 1, preference: 3),
      ],
      positive: [
        0.2409046900879589, 0.2558751548373123, 0.15054862188399368, 0.049999999238501014, 0.3125,
      ],
      negative: [
        0.0625, 0.01813317477131986, 0.1890383382761828, 0.46515695379655786, 0.2749999992037054,
      ], ranks: [2, 1, 4, 5, 3],
      relation: ["INPPR", "PIPPR", "NNIPR", "NNNIN", "RRRPI"],
      firstRow: [
        0, 0.04903207960219853, 0.0061533531047311745, 0.40843332764567714, 0.4999999999992287,
      ]),
    // SixRealCars of the decision-deck project, XMCDA 2.1
    // (oliviercailloux/jmcda-xmcda2-ws-examples), whose Preference.xml agrees to four decimals.
    PrometheeCase(
      testDescription: "six real cars",
      values: [
        22080, 105, 11.4, 5.8, 119, 28100, 160, 8.6, 9.6, 164, 24650, 143, 9, 4.5, 119,
        32700, 177, 7.9, 6.7, 128, 22750, 136, 9.4, 7.6, 151, 27350, 180, 7.9, 8.4, 164,
      ],
      directions: [.minimise, .maximise, .minimise, .minimise, .minimise],
      weights: [0.4, 0.18, 0.12, 0.21, 0.09],
      functions: [
        .linear(indifference: 500, preference: 3000), .linear(indifference: 0, preference: 30),
        .linear(indifference: 0, preference: 2), .linear(indifference: 0, preference: 1),
        .linear(indifference: 0, preference: 100),
      ],
      positive: [0.49906, 0.2036, 0.53718, 0.3309, 0.42508, 0.3292],
      negative: [0.342, 0.54422, 0.23464, 0.48664, 0.3025, 0.41502], ranks: [2, 6, 1, 5, 3, 4],
      relation: ["IPNPRP", "NINNNN", "PPIPPP", "NPNINR", "RPNPIP", "NPNRNI"],
      firstRow: [0, 0.6505, 0.3312, 0.5971, 0.266, 0.6505]),
    // Ziemba et al., Energies 10(11), 1755, 2017 (in the tests of pyrepo-mcda 0.1.15); printed φ:
    // −.0445, .1884, −.0954, −.0485.
    PrometheeCase(
      testDescription: "four wind farms",
      values: [
        16347, 9, 73.8, 36.7, 1.5, 3730, 2, 1, 38.8, 4, 1_720_524, 40012,
        14219, 8.5, 55, 36, 2, 3240, 1, 1, 33.1, 2, 1_496_512, 34803,
        8160, 9, 64.8, 28.5, 2, 1860, 2, 2, 45.8, 4, 858830, 19973,
        8160, 8.5, 62.5, 29.5, 1.5, 1860, 1, 3, 27.3, 3, 858830, 19973,
      ],
      directions: [
        .minimise, .minimise, .minimise, .minimise, .minimise, .maximise, .minimise, .minimise,
        .maximise, .minimise, .maximise, .maximise,
      ],
      weights: [20, 5, 5, 1.67, 1.67, 11.67, 11.67, 5, 5, 16.67, 8.33, 8.33],
      functions: [7280, 4, 13.4, 7.4, 3, 1662, 3, 3, 13.8, 3, 766240, 17820].map {
        .vShape(preference: $0)
      },
      positive: [
        0.25583914225364784, 0.36157509292997475, 0.19122700014195548, 0.2183514582476179,
      ],
      negative: [0.3003361344989544, 0.1731903514387171, 0.2866031606333191, 0.26686304700220526],
      ranks: [2, 1, 4, 3], relation: ["INRR", "PIPP", "RNIN", "RNPI"],
      firstRow: [0, 0.10653352515110448, 0.30271972802719727, 0.35826417358264173]),
  ]

  @Test(arguments: cases) func published(_ reference: PrometheeCase) throws {
    let table = try PerformanceTable(
      values: reference.values, directions: reference.directions, weights: reference.weights)
    let method = Promethee(reference.functions)
    let flows = try method.evaluate(table)
    for row in reference.positive.indices {
      #expect(abs(flows.positive[row] - reference.positive[row]) < 1e-9)
      #expect(abs(flows.negative[row] - reference.negative[row]) < 1e-9)
      #expect(abs(flows.net[row] - reference.positive[row] + reference.negative[row]) < 1e-9)
      let line = reference.positive.indices.map { letters[flows.relation(row, $0)] ?? "?" }
      #expect(line.joined() == reference.relation[row])
    }
    #expect(flows.ranking.ranks == reference.ranks)
    let indices = try method.preferenceIndices(table)
    for (index, expected) in zip(indices, reference.firstRow) {
      #expect(abs(index - expected) < 1e-9)
    }
  }

  /// What the R package MCDA 0.0.24 prints for the transport example: it divides by m.
  @Test func otherDivisor() throws {
    let reference = Self.cases[1]
    let table = try PerformanceTable(
      values: reference.values, directions: reference.directions, weights: reference.weights)
    let flows = try Promethee(reference.functions, divisor: .alternatives).evaluate(table)
    let printed = [0.1927237520704, 0.2047001238698, 0.1204388975072, 0.0399999993908, 0.25]
    for (flow, value) in zip(flows.positive, printed) { #expect(abs(flow - value) < 1e-9) }
  }

  /// The six functions on a grid, limits included: Brans, Vincke 1985, in closed form.
  @Test func functionsOnAGrid() {
    let grid = [-1, 0, 0.5, 1, 1.5, 2, 3, 4]
    let expected: [(PreferenceFunction, [Double])] = [
      (.usual, [0, 0, 1, 1, 1, 1, 1, 1]),
      (.uShape(indifference: 1), [0, 0, 0, 0, 1, 1, 1, 1]),
      (.vShape(preference: 3), [0, 0, 1 / 6.0, 1 / 3.0, 0.5, 2 / 3.0, 1, 1]),
      (.level(indifference: 1, preference: 3), [0, 0, 0, 0, 0.5, 0.5, 0.5, 1]),
      (.linear(indifference: 1, preference: 3), [0, 0, 0, 0, 0.25, 0.5, 1, 1]),
      (
        .gaussian(s: 2),
        [
          0, 0, 0.03076676552365587, 0.11750309741540454, 0.24516039801099265,
          0.3934693402873666, 0.6753475326416503, 0.8646647167633873,
        ]
      ),
    ]
    for (function, values) in expected {
      for (difference, value) in zip(grid, values) {
        #expect(abs(function(difference) - value) < 1e-12, "\(function) at \(difference)")
      }
    }
  }

  @Test func equalThresholdsDegradeToTheUShape() {
    for difference in [-1, 0, 1, 2, 2.0.nextUp, 3] {
      let uShape = PreferenceFunction.uShape(indifference: 2)(difference)
      #expect(PreferenceFunction.linear(indifference: 2, preference: 2)(difference) == uShape)
      #expect(PreferenceFunction.level(indifference: 2, preference: 2)(difference) == uShape)
      #expect(
        PreferenceFunction.vShape(preference: 0)(difference)
          == PreferenceFunction.usual(difference))
    }
  }

  static let sweepFunctions: [PreferenceFunction] = [
    .usual, .uShape(indifference: 0.3), .vShape(preference: 1.7), .vShape(preference: 0),
    .level(indifference: 0.2, preference: 2), .linear(indifference: 0.5, preference: 3),
    .linear(indifference: 0.4, preference: 0.4), .linear(indifference: 1, preference: 1.001),
    .gaussian(s: 1.5), .linear(indifference: 0, preference: 1e9),
  ]

  /// The sorted sweep against sums of all pairs, on even and skewed data, with many ties, and far
  /// from zero.
  @Test(arguments: sweepFunctions, 0..<6)
  func sweepEqualsAllPairs(_ function: PreferenceFunction, _ kind: Int) throws {
    var random = RandomStream(seed: 21, stream: UInt64(kind), block: 0)
    for count in [2, 3, 17, 120] {
      let columns = 11
      let values = (0..<count * columns).map { _ in
        let uniform = random.uniform()
        switch kind {
        case 0: return 10 * uniform
        case 1: return (10 * uniform).rounded()
        case 2: return ReproducibleMath.exp(20 * uniform)
        case 3: return 1e9 + 10 * uniform
        case 4: return uniform < 0.5 ? 4 : 4 + 3 * random.uniform()
        default: return (uniform * 4).rounded() / 10 - 0.2
        }
      }
      let weights = (0..<columns).map { _ in 0.1 + random.uniform() }
      let table = try PerformanceTable(
        values: values,
        directions: (0..<columns).map { $0 % 3 == 1 ? .minimise : .maximise }, weights: weights)
      let method = Promethee(Array(repeating: function, count: columns))
      let flows = try method.evaluate(table)
      let indices = try method.preferenceIndices(table)
      for row in 0..<count {
        let positive = (0..<count).reduce(0) { $0 + indices[row * count + $1] } / Double(count - 1)
        let negative = (0..<count).reduce(0) { $0 + indices[$1 * count + row] } / Double(count - 1)
        #expect(abs(flows.positive[row] - positive) < 1e-11)
        #expect(abs(flows.negative[row] - negative) < 1e-11)
        let weighted = (0..<columns).reduce(0) {
          $0 + table.weights[$1] * flows.criterionFlows[row * columns + $1]
        }
        #expect(abs(flows.net[row] - weighted) < 1e-12)
      }
      #expect(abs(flows.net.reduce(0, +)) < 1e-11)
    }
  }

  /// Flows follow the alternatives when rows change places, and do not care about units or shifts.
  @Test func invariances() throws {
    let reference = Self.cases[2]
    let table = try PerformanceTable(
      values: reference.values, directions: reference.directions, weights: reference.weights)
    let flows = try Promethee(reference.functions).evaluate(table)
    let order = [3, 0, 5, 2, 1, 4]
    let shuffled = try Promethee(reference.functions).evaluate(table.keeping(order))
    for (position, row) in order.enumerated() {
      #expect(abs(shuffled.net[position] - flows.net[row]) < 1e-14)
    }
    let scaled = try PerformanceTable(
      values: reference.values.map { $0 * 4 + 64 }, directions: reference.directions,
      weights: reference.weights)
    let wider = try Promethee(
      [(500.0, 3000.0), (0, 30), (0, 2), (0, 1), (0, 100)].map {
        .linear(indifference: $0.0 * 4, preference: $0.1 * 4)
      }
    ).evaluate(scaled)
    for row in 0..<6 { #expect(abs(wider.net[row] - flows.net[row]) < 1e-12) }
  }

  /// A better value on one criterion never lowers the own net flow.
  @Test func betterNeverHurts() throws {
    let reference = Self.cases[2]
    for cell in reference.values.indices {
      var values = reference.values
      let direction = reference.directions[cell % 5]
      values[cell] *= direction == .maximise ? 1.07 : 0.93
      func net(_ values: [Double]) throws -> [Double] {
        try Promethee(reference.functions).evaluate(
          PerformanceTable(
            values: values, directions: reference.directions, weights: reference.weights)
        ).net
      }
      #expect(try net(values)[cell / 5] >= net(reference.values)[cell / 5] - 1e-12)
    }
  }

  @Test(arguments: [0, 1e-300, 1e-12, 1, 1e90, 1e100])
  func degenerateTables(magnitude: Double) throws {
    let functions: [PreferenceFunction] = [
      .usual, .linear(indifference: 1, preference: 2), .gaussian(s: 1e-300),
      .vShape(preference: 1e-300), .level(indifference: 0, preference: 1e300),
    ]
    let directions = [Direction](repeating: .maximise, count: 5)
    let equal = try PerformanceTable(
      values: [Double](repeating: magnitude, count: 15), directions: directions,
      weights: [1, 1, 1, 1, 1])
    let flows = try Promethee(functions).evaluate(equal)
    #expect(flows.net == [0, 0, 0] && flows.relation(0, 1) == .indifferent)
    let spread = try PerformanceTable(
      values: (0..<15).map { Double($0 / 5 - 1) * magnitude }, directions: directions,
      weights: [1, 1, 1, 1, 1])
    let apart = try Promethee(functions).evaluate(spread)
    #expect((apart.positive + apart.negative).allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(apart.ranking.ranks == (magnitude == 0 ? [1, 1, 1] : [3, 2, 1]))
  }

  @Test func badInputIsRefused() throws {
    let table = try PerformanceTable(
      values: [1, 2], directions: [.maximise], weights: [1])
    func evaluate(_ function: PreferenceFunction) throws {
      _ = try Promethee([function]).evaluate(table)
    }
    #expect(
      throws: MethodError.badParameter(name: "p", of: "c1", value: 1, must: .atLeast("q"))
    ) { try evaluate(.linear(indifference: 2, preference: 1)) }
    #expect(throws: MethodError.badParameter(name: "s", of: "c1", value: 0, must: .positive)) {
      try evaluate(.gaussian(s: 0))
    }
    #expect(throws: MethodError.badParameter(name: "q", of: "c1", value: -1, must: .notNegative)) {
      try evaluate(.uShape(indifference: -1))
    }
    #expect(throws: MethodError.self) { try evaluate(.vShape(preference: .nan)) }
    #expect(throws: MethodError.self) {
      try evaluate(.level(indifference: 0, preference: .infinity))
    }
    #expect(throws: MethodError.tooFewAlternatives(needed: 2, found: 1)) {
      try Promethee([.usual]).evaluate(table.keeping([0]))
    }
    #expect(throws: MethodError.self) { try Promethee([]).evaluate(table) }
    let gap = try PerformanceTable(
      alternatives: ["a", "b"], criteria: [.init("c")], cells: [.value(1), .missing])
    #expect(throws: MethodError.missingCell(alternative: "b", criterion: "c")) {
      try Promethee([.usual]).evaluate(gap)
    }
  }
}
