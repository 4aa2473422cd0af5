import MCDA
import ReproducibleMath
import Testing

private let abcd: [[Double]] = [
  [1, 1, 5, 2], [1, 1, 3, 4], [0.2, 1 / 3.0, 1, 0.75], [0.5, 0.25, 4 / 3.0, 1],
]
private let style: [[Double]] = [
  [1, 0.25, 4, 1 / 6.0], [4, 1, 4, 0.25], [0.25, 0.25, 1, 0.2], [6, 4, 5, 1],
]
private let carCriteria: [[Double]] = [[1, 0.5, 3], [2, 1, 4], [1 / 3.0, 0.25, 1]]
private let location: [[Double]] = [
  [1, 1, 5, 3], [1, 1, 5, 3], [0.2, 0.2, 1, 1 / 3.0], [1 / 3.0, 1 / 3.0, 3, 1],
]

/// One matrix with its published or recomputed figures.
struct AHPCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let rows: [[Double]]
  let eigenvector: [Double]
  let geometricMean: [Double]
  let normalisedColumns: [Double]
  let lambdaMax: Double
  let ratio: Double
}

@Suite struct AHPTests {
  /// Inputs: README of AHPy (PhilipGriffith/AHPy), `tests/AHP.R` and
  /// `tests/pairwiseConsistencyMeasures.R` of the R package MCDA (paterijk/MCDA), and Papathanasiou,
  /// Ploskas, "Multiple Criteria Decision Aid", Springer 2018, pages 109–129 (in crispyn 0.0.7).
  /// Figures recomputed at full precision with numpy; they agree with the printed ones.
  static let cases = [
    AHPCase(
      testDescription: "AHPy's four elements", rows: abcd,
      eigenvector: [
        0.3742256452320655, 0.39170856082131283, 0.099145864904731, 0.13491992904189073,
      ],
      geometricMean: [
        0.374271941022123, 0.3917261651622436, 0.09952444641397969, 0.13447744740165374,
      ],
      normalisedColumns: [
        0.3748506571087216, 0.3909796893667861, 0.09916367980884111, 0.13500597371565112,
      ], lambdaMax: 4.092459745005175, ratio: 0.03424435000191657),
    AHPCase(
      testDescription: "criteria of the cars", rows: carCriteria,
      eigenvector: [0.3196182639359757, 0.5584245430947972, 0.12195719296922707],
      geometricMean: [0.31961826393597564, 0.5584245430947973, 0.12195719296922711],
      normalisedColumns: [0.3202380952380952, 0.557142857142857, 0.12261904761904761],
      lambdaMax: 3.0182947072896287, ratio: 0.01577129938761093),
    AHPCase(
      testDescription: "style of the cars, inconsistent", rows: style,
      eigenvector: [
        0.11587161681891052, 0.2468523255828266, 0.06001503320218172, 0.5772610243960812,
      ],
      geometricMean: [
        0.11214884257792201, 0.24822619279260782, 0.05868945974210336, 0.5809355048873669,
      ],
      normalisedColumns: [
        0.13078762589071866, 0.24443179958643876, 0.06570416982788117, 0.5590764046949614,
      ], lambdaMax: 4.434692600855838, ratio: 0.1609972595762363),
    AHPCase(
      testDescription: "facility location", rows: location,
      eigenvector: [
        0.3898616418225332, 0.3898616418225331, 0.06792478346563134, 0.15235193288930238,
      ],
      geometricMean: [
        0.3908134760014116, 0.3908134760014116, 0.06748098294458375, 0.15089206505259317,
      ],
      normalisedColumns: [
        0.3889268626110731, 0.3889268626110731, 0.06869446343130553, 0.15345181134654817,
      ], lambdaMax: 4.043493461607889, ratio: 0.01610868948440318),
  ]

  @Test(arguments: cases) func published(_ reference: AHPCase) throws {
    let comparisons = try PairwiseComparisons(rows: reference.rows)
    let expected: [(AHP.Prioritisation, [Double])] = [
      (.eigenvector, reference.eigenvector), (.rowGeometricMean, reference.geometricMean),
      (.normalisedColumns, reference.normalisedColumns),
    ]
    for (prioritisation, weights) in expected {
      let ahp = AHP(comparisons, prioritisation: prioritisation)
      for (weight, value) in zip(ahp.weights, weights) { #expect(abs(weight - value) < 1e-9) }
      #expect(abs(ahp.lambdaMax - reference.lambdaMax) < 1e-9)
      #expect(abs(try #require(ahp.consistencyRatio) - reference.ratio) < 1e-9)
    }
  }

  /// The same judgements under other tables: AHPy 2.1 prints 0.1748703 and 0.16280622, the R package
  /// 0.164.
  @Test func tablesOfRandomIndicesDiffer() throws {
    let comparisons = try PairwiseComparisons(rows: style)
    func ratio(_ table: RandomIndex) throws -> Double {
      try #require(AHP(comparisons, randomIndex: table).consistencyRatio)
    }
    #expect(abs(try ratio(.doneganDodd1991) - 0.1748703) < 5e-8)
    #expect(abs(try ratio(.saaty2005) - 0.16280622) < 5e-8)
    #expect(abs(try ratio(.aguaronMorenoJimenez2003) - 0.164) < 5e-4)
    #expect(Set(RandomIndex.all.map(\.name)).count == RandomIndex.all.count)
    for table in RandomIndex.all {
      #expect(table[1] == 0 && table[2] == 0 && table[101] == nil)
    }
    #expect(RandomIndex.saaty1980[16] == nil)
    #expect(abs(try #require(RandomIndex.doneganDodd1991[22]) - 1.54702) < 1e-12)
  }

  /// The R package's test prints Koczkodaj's index of the style judgements as 0.792.
  @Test func worstTriad() throws {
    let worst = try #require(try PairwiseComparisons(rows: style).worstTriad)
    #expect(abs(worst.inconsistency - 0.792) < 5e-4)
    #expect(worst.indices == (0, 2, 3))
    #expect(try PairwiseComparisons(rows: [[1, 9], [1 / 9.0, 1]]).worstTriad == nil)
  }

  /// Corsa against Fiesta is judged 4 and implied below 2; both ways of looking name it.
  @Test func judgementsAreListedWorstFirst() throws {
    let ahp = AHP(try PairwiseComparisons(rows: style))
    #expect(ahp.judgements.count == 6)
    let first = ahp.judgements[0]
    #expect(first.row == 0 && first.column == 2 && first.stated == 4)
    #expect(abs(first.implied - ahp.weights[0] / ahp.weights[2]) < 1e-15)
    #expect(ahp.judgements.map(\.factor) == ahp.judgements.map(\.factor).sorted(by: >))
    #expect(ahp.judgements.allSatisfy { $0.stated >= 1 && $0.factor >= 1 })
  }

  @Test(arguments: AHP.Prioritisation.allCases)
  func consistentJudgementsGiveBackTheirWeights(_ prioritisation: AHP.Prioritisation) throws {
    var random = RandomStream(seed: 3, stream: 0, block: 0)
    for count in [1, 2, 3, 7, 15, 30] {
      let raw = (0..<count).map { _ in 1 + 1000 * random.uniform() }
      let total = raw.reduce(0, +)
      let ahp = AHP(
        try PairwiseComparisons(rows: raw.map { row in raw.map { row / $0 } }),
        prioritisation: prioritisation, randomIndex: .doneganDodd1991)
      for (weight, value) in zip(ahp.weights, raw) { #expect(abs(weight - value / total) < 1e-13) }
      #expect(abs(ahp.consistencyIndex) < 1e-13)
      #expect(ahp.geometricConsistencyIndex < 1e-26)
      #expect(abs(try #require(ahp.consistencyRatio)) < 1e-12)
    }
  }

  /// Turning all judgements round turns the geometric mean round; the eigenvector does not follow.
  @Test func onlyTheGeometricMeanIsSymmetric() throws {
    let turned = try PairwiseComparisons(rows: style.map { row in row.map { 1 / $0 } })
    func gap(_ prioritisation: AHP.Prioritisation) throws -> Double {
      let here = AHP(try PairwiseComparisons(rows: style), prioritisation: prioritisation).weights
      let there = AHP(turned, prioritisation: prioritisation).weights.map { 1 / $0 }
      let sum = there.reduce(0, +)
      return zip(here, there).reduce(0) { max($0, abs($1.0 - $1.1 / sum)) }
    }
    #expect(try gap(.rowGeometricMean) < 1e-14)
    #expect(try gap(.eigenvector) > 1e-3)
  }

  /// The eigenvector is checked by its own definition, on judgements far from consistent.
  @Test(arguments: [3, 5, 9, 20]) func eigenvectorSatisfiesItsEquation(count: Int) throws {
    var random = RandomStream(seed: 4, stream: UInt64(count), block: 0)
    let pairs = (0..<count * (count - 1) / 2).map { _ in
      ReproducibleMath.exp((random.uniform() * 2 - 1) * 12)
    }
    let comparisons = try PairwiseComparisons(upperTriangle: pairs, count: count)
    let ahp = AHP(comparisons)
    for row in 0..<count {
      let image = (0..<count).reduce(0) { $0 + comparisons[row, $1] * ahp.weights[$1] }
      #expect(abs(image / (ahp.lambdaMax * ahp.weights[row]) - 1) < 1e-12)
    }
    #expect(ahp.lambdaMax >= Double(count))
  }

  @Test func roundedFractionsAreRepaired() throws {
    let rounded = try PairwiseComparisons(rows: [[1, 3, 5], [0.33, 1, 2], [0.2, 0.5, 1]])
    #expect(rounded[1, 0] == 1 / 3.0)
    #expect(abs(rounded.largestCorrection - 0.01) < 1e-12)
  }

  @Test func badJudgementsAreRefused() {
    #expect(throws: PairwiseComparisonsError.empty) { try PairwiseComparisons(rows: []) }
    #expect(throws: PairwiseComparisonsError.notSquare(row: 1, expected: 2, found: 1)) {
      try PairwiseComparisons(rows: [[1, 2], [0.5]])
    }
    #expect(
      throws: PairwiseComparisonsError.notReciprocal(row: 0, column: 1, value: 2, mirrored: 2)
    ) { try PairwiseComparisons(rows: [[1, 2], [2, 1]]) }
    #expect(throws: PairwiseComparisonsError.badRatio(row: 0, column: 1, value: 0)) {
      try PairwiseComparisons(rows: [[1, 0], [2, 1]])
    }
    #expect(throws: PairwiseComparisonsError.wrongPairCount(expected: 3, found: 2)) {
      try PairwiseComparisons(upperTriangle: [1, 2], count: 3)
    }
    #expect(
      throws: PairwiseComparisonsError.notReciprocal(row: 0, column: 0, value: 2, mirrored: 2)
    ) { try PairwiseComparisons(rows: [[2]]) }
    #expect(throws: PairwiseComparisonsError.self) {
      try PairwiseComparisons(rows: [[1, .nan], [1, 1]])
    }
  }

  @Test func groupMeanKeepsReciprocals() throws {
    let a = try PairwiseComparisons(rows: [[1, 2], [0.5, 1]])
    let b = try PairwiseComparisons(rows: [[1, 8], [0.125, 1]])
    let both = try PairwiseComparisons(geometricMeanOf: [a, b])
    #expect(abs(both[0, 1] - 4) < 1e-14 && both[1, 0] == 1 / both[0, 1])
    #expect(throws: PairwiseComparisonsError.self) {
      try PairwiseComparisons(geometricMeanOf: [a, PairwiseComparisons(rows: carCriteria)])
    }
  }
}

@Suite struct AHPHierarchyTests {
  private static let reliability: [[Double]] = [
    [1, 2, 5, 1], [0.5, 1, 3, 2], [0.2, 1 / 3.0, 1, 0.25], [1, 0.5, 4, 1],
  ]
  private static let fuel: [[Double]] = [
    [1, 2, 4, 1], [0.5, 1, 3, 2], [0.25, 1 / 3.0, 1, 0.2], [1, 0.5, 5, 1],
  ]

  private func cars() throws -> AHPHierarchy.Criterion {
    try .init(
      "car", PairwiseComparisons(rows: carCriteria),
      children: [
        .init("style", PairwiseComparisons(rows: style)),
        .init("reliability", PairwiseComparisons(rows: Self.reliability)),
        .init("fuel", PairwiseComparisons(rows: Self.fuel)),
      ])
  }

  /// `tests/AHP.R` of the R package MCDA (paterijk/MCDA), printed as .2922, .2767, .0697, .3613.
  @Test func carsOfTheRPackage() throws {
    let result = try AHPHierarchy(cars())
    let expected = [
      0.2922256268475682, 0.27674992405474763, 0.06974009090118297, 0.36128435819650123,
    ]
    for (score, value) in zip(result.scores, expected) { #expect(abs(score - value) < 1e-9) }
    #expect(result.ranking.ranks == [2, 3, 4, 1])
    let local = [0.3786065256010332, 0.2901528074298626, 0.0741728197431086, 0.25706784722599574]
    for (weight, value) in zip(result.local[2].weights, local) {
      #expect(abs(weight - value) < 1e-9)
    }
    #expect(abs(result.value.contribution(0, leaf: 0) - 0.3196182639 * 0.1158716168) < 1e-9)
  }

  /// Belton and Gear's example: a copy of the second alternative makes it lose its lead in the
  /// distributive mode (A .45, B .47, C .08 become A .37, B .29, C .06, copy .29). In the ideal mode
  /// the order stays.
  @Test func copiesReverseRanksInTheDistributiveModeOnly() throws {
    func result(_ mode: AHPHierarchy.Mode, withCopy: Bool) throws -> AHPHierarchy {
      let rows = withCopy ? [0, 1, 2, 1] : [0, 1, 2]
      let weights: [[Double]] = [[1, 9, 1], [9, 1, 1], [8, 9, 1]]
      return try AHPHierarchy(
        .init(
          "goal", PairwiseComparisons(rows: [[1, 1, 1], [1, 1, 1], [1, 1, 1]]),
          children: weights.enumerated().map { index, column in
            .init(
              "c\(index)",
              try PairwiseComparisons(rows: rows.map { a in rows.map { column[a] / column[$0] } }))
          }), mode: mode)
    }
    let before = try result(.distributive, withCopy: false)
    #expect(before.ranking.winner == 1)
    #expect(abs(before.scores[0] - 0.45) < 0.005 && abs(before.scores[1] - 0.47) < 0.005)
    let after = try result(.distributive, withCopy: true)
    #expect(after.ranking.winner == 0)
    #expect(abs(after.scores[0] - 0.37) < 0.005 && abs(after.scores[1] - 0.29) < 0.005)
    #expect(try result(.ideal, withCopy: false).ranking.winner == 1)
    #expect(try result(.ideal, withCopy: true).ranking.winners == [1, 3])
  }

  @Test func severalLevelsMultiply() throws {
    let pair = try PairwiseComparisons(rows: [[1, 3], [1 / 3.0, 1]])
    let even = try PairwiseComparisons(rows: [[1, 1], [1, 1]])
    let result = try AHPHierarchy(
      .init(
        "goal", pair,
        children: [
          .init("a", even, children: [.init("a1", pair), .init("a2", even)]), .init("b", even),
        ]))
    // 3/8·3/4 + 3/8·1/2 + 1/4·1/2
    #expect(abs(result.scores[0] - 0.59375) < 1e-15)
    #expect(abs(result.scores.reduce(0, +) - 1) < 1e-15)
  }

  @Test func mismatchedJudgementsAreRefused() throws {
    let pair = try PairwiseComparisons(rows: [[1, 1], [1, 1]])
    let three = try PairwiseComparisons(rows: carCriteria)
    #expect(throws: AHPHierarchyError.noCriteria) { try AHPHierarchy(.init("goal", pair)) }
    #expect(throws: AHPHierarchyError.wrongCount(criterion: "goal", expected: 1, found: 2)) {
      try AHPHierarchy(.init("goal", pair, children: [.init("a", pair)]))
    }
    #expect(throws: AHPHierarchyError.wrongCount(criterion: "b", expected: 2, found: 3)) {
      try AHPHierarchy(.init("goal", pair, children: [.init("a", pair), .init("b", three)]))
    }
  }
}
