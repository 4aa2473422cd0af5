import MCDA
import Testing

@Suite struct PerformanceTableTests {
  private let criteria = [
    PerformanceTable.Criterion("a", .maximise, weight: 3), .init("b", .minimise, weight: 1),
  ]

  @Test func weightsBecomeShares() throws {
    let table = try PerformanceTable(
      alternatives: ["x"], criteria: criteria, values: [1, 2])
    #expect(table.weights == [0.75, 0.25])
    let raw = try PerformanceTable(
      alternatives: ["x"], criteria: criteria, values: [1, 2], weightScale: .asGiven)
    #expect(raw.weights == [3, 1])
    #expect(try table.weighted([1e300, 1e300]).weights == [0.5, 0.5])
    #expect(try table.weighted([Double.leastNonzeroMagnitude, 0]).weights == [1, 0])
  }

  @Test func missingCellsAreNoNumbers() throws {
    let table = try PerformanceTable(
      alternatives: ["x", "y"], criteria: criteria,
      cells: [.value(1), .missing, .interval(low: 0, likely: 2, high: 3), .value(4)])
    #expect(table[0, 1] == nil)
    #expect(table.interval(0, 1) == nil)
    #expect(table[1, 0] == 2)
    #expect(table.interval(1, 0) == 0...3)
    #expect(table.interval(1, 1) == 4...4)
    #expect(!table.isComplete)
    #expect(table.hasIntervals)
    #expect(throws: MethodError.missingCell(alternative: "x", criterion: "b")) {
      try table.requireComplete()
    }
    let rest = try table.keeping([1])
    #expect(rest.isComplete)
    #expect(rest.cell(0, 0) == .interval(low: 0, likely: 2, high: 3))
  }

  @Test func missingCellsBeyondTheFirstWordAreFound() throws {
    let columns = (0..<10).map { PerformanceTable.Criterion("c\($0)") }
    var cells = [PerformanceTable.Cell](repeating: .value(0), count: 100)
    cells[97] = .missing
    let table = try PerformanceTable(
      alternatives: (0..<10).map { "a\($0)" }, criteria: columns, cells: cells)
    #expect(throws: MethodError.missingCell(alternative: "a9", criterion: "c7")) {
      try table.requireComplete()
    }
    #expect((0..<100).filter { table.isMissing($0 / 10, $0 % 10) } == [97])
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e101, -1e101])
  func notFiniteIsRefused(_ value: Double) {
    let error = #expect(throws: PerformanceTableError.self) {
      try PerformanceTable(alternatives: ["x"], criteria: criteria, values: [1, value])
    }
    guard case .notFinite(cell: 1, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func whatIsNoTableIsRefused() {
    func fails(
      _ error: PerformanceTableError, _ alternatives: [String],
      _ criteria: [PerformanceTable.Criterion], _ values: [Double],
      at location: SourceLocation = #_sourceLocation
    ) {
      #expect(throws: error, sourceLocation: location) {
        try PerformanceTable(alternatives: alternatives, criteria: criteria, values: values)
      }
    }
    fails(.empty(.alternatives), [], criteria, [])
    fails(.empty(.criteria), ["x"], [], [])
    fails(.wrongCount(of: .values, expected: 4, found: 3), ["x", "y"], criteria, [1, 2, 3])
    fails(.duplicateName(.alternatives, "x"), ["x", "x"], criteria, [1, 2, 3, 4])
    fails(.duplicateName(.criteria, "a"), ["x"], [.init("a"), .init("a")], [1, 2])
    fails(.badWeight(criterion: "a", weight: -1), ["x"], [.init("a", weight: -1)], [1])
    fails(.allWeightsZero, ["x"], [.init("a", weight: 0)], [1])
    #expect(throws: PerformanceTableError.badInterval(cell: 0)) {
      try PerformanceTable(
        alternatives: ["x"], criteria: [.init("a")], cells: [.interval(low: 2, likely: 1, high: 3)])
    }
    #expect(throws: PerformanceTableError.self) {
      try PerformanceTable(
        alternatives: ["x"], criteria: [.init("a")],
        cells: [.interval(low: -.infinity, likely: 1, high: 3)])
    }
    #expect(throws: PerformanceTableError.wrongCount(of: .weights, expected: 2, found: 1)) {
      try PerformanceTable(values: [1, 2], directions: [.maximise, .minimise], weights: [1])
    }
  }
}
