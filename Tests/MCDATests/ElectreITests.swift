import MCDA
import ReproducibleMath
import Testing

private func expectClose(
  _ found: [Double], _ expected: [Double], _ tolerance: Double = 1e-9,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.count == expected.count, sourceLocation: sourceLocation)
  for (a, b) in zip(found, expected) {
    #expect(abs(a - b) <= tolerance, sourceLocation: sourceLocation)
  }
}

@Suite struct ElectreITests {
  private static func table(_ values: [Double], weights: [Double]) throws -> PerformanceTable {
    try PerformanceTable(
      values: values, directions: weights.map { _ in .maximise }, weights: weights)
  }

  /// By hand: a beats b on 70 % of the weights; c objects.
  @Test func byHand() throws {
    let table = try Self.table([10, 8, 9, 7, 0, 10], weights: [0.7, 0.3])
    let result = try ElectreI(
      concordanceLevel: 0.7, discordance: .ownRange(level: 0.5)
    ).evaluate(table)
    // Differences over ranges 10 and 3: a over b none; a over c (10 − 8)/3; c over a 10/10.
    expectClose(result.concordance, [1, 1, 0.7, 0, 1, 0.7, 0.3, 0.3, 1])
    expectClose(result.discordance, [0, 0, 2 / 3.0, 1 / 3.0, 0, 1, 1, 0.9, 0])
    #expect(result.outranks == [false, true, false, false, false, false, false, false, false])
    #expect(result.kernel == [0, 2] && result.circles.isEmpty)
    #expect(result.relation(0, 1) == .preferred && result.relation(1, 0) == .worse)
    #expect(result.relation(0, 2) == .incomparable && result.relation(2, 2) == .indifferent)
    let common = try ElectreI(
      concordanceLevel: 0.7, discordance: .largestRange(level: 0.5)
    ).evaluate(table)
    #expect(abs(common.discordance[2] - 0.2) < 1e-12 && common.kernel == [0])
    let veto = try ElectreI(
      concordanceLevel: 0.7, discordance: .vetoThresholds([nil, 2])
    ).evaluate(table)
    #expect(veto.outranks[2] && !veto.outranks[5] && veto.kernel == [0])
  }

  /// Condorcet's circle: each beats the next on two of three criteria; together they are the kernel.
  @Test func circlesAreTakenAsOne() throws {
    let table = try Self.table(
      [3, 1, 2, 2, 3, 1, 1, 2, 3, 0, 0, 0], weights: [1, 1, 1])
    let result = try ElectreI(
      concordanceLevel: 0.6, discordance: .vetoThresholds([nil, nil, nil])
    ).evaluate(table)
    #expect(result.circles == [[0, 1, 2]] && result.kernel == [0, 1, 2])
    #expect(result.relation(0, 2) == .preferred || result.relation(0, 2) == .worse)
  }

  /// The two properties that define a kernel, circles taken as one.
  @Test(arguments: 0..<20) func kernelIsStable(seed: Int) throws {
    var random = RandomStream(seed: 51, stream: UInt64(seed), block: 0)
    let count = 2 + seed
    let table = try Self.table(
      (0..<count * 4).map { _ in (random.uniform() * 6).rounded() }, weights: [4, 3, 2, 1])
    let result = try ElectreI(
      concordanceLevel: 0.6, discordance: .ownRange(level: 0.7)
    ).evaluate(table)
    var group = Array(0..<count)
    for circle in result.circles { for member in circle { group[member] = circle[0] } }
    func outranks(_ a: Int, _ b: Int) -> Bool {
      (0..<count).contains { x in
        group[x] == group[a]
          && (0..<count).contains { group[$0] == group[b] && result.outranks[x * count + $0] }
      }
    }
    for member in 0..<count {
      let isOutranked = result.kernel.contains {
        group[$0] != group[member] && outranks($0, member)
      }
      #expect(result.kernel.contains(member) != isOutranked)
    }
    for circle in result.circles {
      #expect(Set(circle.map { result.kernel.contains($0) }).count == 1)
    }
  }

  @Test func degenerateTablesAndBadInput() throws {
    let equal = try Self.table([5, 5, 5, 5], weights: [1, 0])
    let result = try ElectreI(
      concordanceLevel: 1, discordance: .ownRange(level: 0)
    ).evaluate(equal)
    #expect(result.circles == [[0, 1]] && result.discordance == [0, 0, 0, 0])
    let one = try ElectreI(
      concordanceLevel: 1, discordance: .vetoThresholds([0, 0])
    ).evaluate(equal.keeping([0]))
    #expect(one.kernel == [0])
    #expect(throws: MethodError.self) {
      try ElectreI(concordanceLevel: 0.4, discordance: .ownRange(level: 0)).evaluate(equal)
    }
    #expect(throws: MethodError.self) {
      try ElectreI(concordanceLevel: 0.7, discordance: .ownRange(level: 2)).evaluate(equal)
    }
    #expect(throws: MethodError.self) {
      try ElectreI(concordanceLevel: 0.7, discordance: .vetoThresholds([1])).evaluate(equal)
    }
    #expect(throws: MethodError.self) {
      try ElectreI(concordanceLevel: 0.7, discordance: .vetoThresholds([.nan, 1])).evaluate(equal)
    }
  }
}
