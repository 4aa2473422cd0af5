import MCDA
import Messages

/// One case under one method: what the functions of all method families work with.
struct Analysis {
  /// The case.
  let subject: MatrixCase
  /// Draws, seed and threads.
  let options: MatrixOptions
  /// What a reader of the results should know.
  var warnings: [Message] = []

  init(_ subject: MatrixCase, options: MatrixOptions) {
    self.subject = subject
    self.options = options
  }

  var parameters: FieldReader { subject.parameters }
  var inputs: FieldReader { subject.inputs }

  /// The table.
  func table(for method: MatrixMethod) throws(AnalysisFailure) -> PerformanceTable {
    if let table = subject.table { return table }
    if !subject.collector.diagnostics.hasErrors {
      subject.collector.diagnostics.error(
        subject.places.file, .matrixNeedsTable(method.rawValue))
    }
    throw .reported
  }

  /// Goes on only if nothing that was read is wrong.
  func proceed() throws(AnalysisFailure) {
    if subject.collector.diagnostics.hasErrors { throw .reported }
  }

  /// Runs a method and passes its error on.
  func method<Result>(_ run: () throws(MethodError) -> Result) throws(AnalysisFailure) -> Result {
    do { return try run() } catch { throw .method(error) }
  }

  /// Reports an error at a place and stops.
  func stop(_ message: Message, at position: SourcePosition) -> AnalysisFailure {
    subject.collector.diagnostics.error(position, message)
    return .reported
  }

  /// Names of alternatives.
  func names(_ alternatives: some Sequence<Int>) -> JSONValue {
    .texts(alternatives.map { subject.alternatives[$0] })
  }

  /// Does what a method says.
  mutating func results(
    of method: MatrixMethod
  ) async throws(AnalysisFailure) -> [JSONValue.Member] {
    if method.needsTable { _ = try table(for: method) }
    switch method {
    case .weightedSum: return try weightedSum()
    case .weightedProduct: return try weightedProduct()
    case .topsis: return try topsis()
    case .vikor: return try vikor()
    case .copras: return try copras()
    case .minimaxRegret: return try minimaxRegret()
    case .promethee: return try promethee()
    case .prometheeFunctions: return try prometheeFunctions()
    case .electreI: return try electreI()
    case .electreIII: return try electreIII()
    case .electreTri: return try electreTri()
    case .ahp: return try ahp()
    case .ahpHierarchy: return try ahpHierarchy()
    case .bwm: return try bestWorst()
    case .rankWeights: return try rankWeights()
    case .statedWeights: return try statedWeights()
    case .entropyWeights: return try entropyWeights()
    case .criticWeights: return try criticWeights()
    case .ufab: return try award()
    case .weightStability: return try weightStability()
    case .criticalCriterion: return try criticalCriterion()
    case .smaaExact, .smaa2: return try await acceptability(method)
    case .sobol: return try sobol()
    case .finance: return try finance()
    case .tco: return try totalCost()
    case .tieredPrice: return try tieredPrice()
    case .pert: return try threePointEstimates()
    case .numberText: return try numberTexts()
    case .all: return try crossCheck()
    }
  }
}

/// Why an analysis gives no result.
enum AnalysisFailure: Error {
  /// The findings say it.
  case reported
  /// A method says it.
  case method(MethodError)
}

extension Ranking {
  /// All alternatives from best to worst, equals in the order of the table.
  var namesOrder: [Int] { ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) } }
}
