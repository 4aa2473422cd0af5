import MCDA
import Messages

/// One problem to be analysed, from whatever format it came.
struct MatrixCase {
  /// The method that the file names, and where.
  var method: (name: String, position: SourcePosition)?
  /// The table, if there is one.
  var table: PerformanceTable?
  /// The alternatives' names, also where there is no table.
  var alternatives: [String] = []
  /// Whether anybody stated weights; else all criteria weigh the same.
  var hasWeights = false
  /// Where the parts of the table stand.
  var places: Places
  /// What methods without a table work on.
  var inputs: FieldReader
  /// What methods can be told.
  var parameters: FieldReader
  /// Everything found so far.
  let collector: FieldReader.Collector

  /// Where the parts of a table stand in the file.
  struct Places {
    /// The file as a whole.
    var file: SourcePosition
    /// A cell, counted row by row.
    var cell: (Int) -> SourcePosition
    /// A column.
    var criterion: (Int) -> SourcePosition
    /// A row.
    var alternative: (Int) -> SourcePosition

    init(path: String) {
      let file = SourcePosition(file: path, line: 1, column: 1)
      self.file = file
      cell = { _ in file }
      criterion = { _ in file }
      alternative = { _ in file }
    }
  }

  init(path: String, collector: FieldReader.Collector) {
    self.collector = collector
    places = Places(path: path)
    inputs = FieldReader(nil, in: nil, path: path, collector: collector)
    parameters = FieldReader(nil, in: nil, path: path, collector: collector)
  }

  /// Makes the table of what was read, or reports why that is impossible.
  mutating func setTable(
    criteria: [PerformanceTable.Criterion], cells: [PerformanceTable.Cell],
    weightScale: PerformanceTable.WeightScale
  ) {
    func isEmpty(_ name: String) -> Bool { name.allSatisfy(\.isWhitespace) }
    for index in criteria.indices where isEmpty(criteria[index].name) {
      collector.diagnostics.error(places.criterion(index), .matrixNameEmpty())
    }
    for index in alternatives.indices where isEmpty(alternatives[index]) {
      collector.diagnostics.error(places.alternative(index), .matrixNameEmpty())
    }
    guard !collector.diagnostics.hasErrors else { return }
    do {
      table = try PerformanceTable(
        alternatives: alternatives, criteria: criteria, cells: cells, weightScale: weightScale)
    } catch {
      let (position, message) = MethodMessages.finding(
        error, places: places, alternatives: alternatives, criteria: criteria)
      collector.diagnostics.error(position, message)
    }
  }
}
