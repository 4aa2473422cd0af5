import Messages
import Testing

@testable import MatrixFile

/// Acceptabilities where bounds of the weights are known, against shares found by hand.
@Suite struct WeightBoundTests {
  private func outcome(_ parameters: String, threads: Int = 1) async -> MatrixOutcome {
    let text = """
      {"criteria": [{"id": "a", "direction": "max", "weight": 3},
        {"id": "b", "direction": "max", "weight": 1}],
       "alternatives": ["x", "y"], "matrix": [[1, 0], [0, 1]],
       "parameters": {"draws": 20000, \(parameters)}}
      """
    return await MatrixFile.analyse(
      Array(text.utf8), path: "f", options: MatrixOptions(method: "smaa-2", threads: threads))
  }

  private func number(_ node: JSONNode?) -> Double {
    guard case .number(let value)? = node?.value else { return .nan }
    return value
  }

  private func element(_ node: JSONNode?, _ index: Int) -> JSONNode? {
    guard case .array(let elements)? = node?.value else { return nil }
    return elements[index]
  }

  /// x is first where its weight is above one half: the share of the interval above it.
  @Test(
    arguments: [
      (#""weight_intervals": [{"criterion": "a", "low": 0.4, "high": 0.7}]"#, 2.0 / 3, 0.6),
      (#""weight_intervals": [{"criterion": "b", "low": 0, "high": 0.8}]"#, 5.0 / 8, 0.75),
      (#""weight_spread_percent": 50"#, 1, 0.75),
      (#""weight_spread_percent": 0"#, 1, 0.75),
    ] as [(String, Double, Double)])
  func sharesOfAnInterval(_ parameters: String, _ share: Double, _ central: Double) async throws {
    let outcome = await outcome(parameters)
    #expect(outcome.diagnostics.all.isEmpty)
    let root = try JSONReader.read(try #require(outcome.json)).root
    let found = number(element(element(root["rank_acceptability"], 0), 0))
    let error = number(element(element(root["standard_error"], 0), 0))
    #expect((found - share).magnitude <= 4.5 * error + 1e-12)
    #expect((number(element(element(root["central_weights"], 0), 0)) - central).magnitude < 0.01)
    #expect(number(element(element(root["pairwise_winning"], 0), 1)) == found)
  }

  /// Weights stay 3 to 1: x leads by ½ + ¾·(difference of two even spreads of ±1), which is below
  /// 0 where that difference is below −⅔.
  @Test func uncertainValuesKeepTheBounds() async throws {
    let outcome = await outcome(
      #""weight_spread_percent": 0, "measurement": "uniform", "half_width": [[1, 0], [1, 0]]"#)
    let root = try JSONReader.read(try #require(outcome.json)).root
    let found = number(element(element(root["rank_acceptability"], 1), 0))
    let error = number(element(element(root["standard_error"], 1), 0))
    #expect((found - (2 - 2.0 / 3) * (2 - 2.0 / 3) / 8).magnitude <= 4.5 * error)
  }

  @Test func threadsChangeNothing() async throws {
    let parameters = #""weight_intervals": [{"criterion": "a", "low": 0.4, "high": 0.7}]"#
    let one = await outcome(parameters)
    #expect(one.json != nil)
    #expect(await outcome(parameters, threads: 3).json == one.json)
  }

  @Test(arguments: [
    (#""weight_intervals": [{"criterion": "c", "low": 0, "high": 1}]"#, "matrixUnknownWord"),
    (#""weight_intervals": [{"criterion": "a", "low": 0.5, "high": 0.4}]"#, "matrixWeightInterval"),
    (#""weight_intervals": [{"criterion": "a", "low": 0.5}]"#, "matrixFieldMissing"),
    (
      #""weight_intervals": [{"criterion": "a", "low": 0, "high": 0.4}, "#
        + #"{"criterion": "b", "low": 0, "high": 0.4}]"#, "matrixWeightBounds"
    ),
    (
      #""weight_intervals": [{"criterion": "a", "low": 0, "high": 0.4}, "#
        + #"{"criterion": "a", "low": 0, "high": 0.4}]"#, "matrixDuplicateName"
    ),
    (#""weight_spread_percent": -1"#, "matrixOutOfRange"),
    (#""weight_spread_percent": 10, "weights": "ordinal""#, "matrixOneOfTwo"),
    (#""weight_spread_percent": 10, "weight_intervals": []"#, "matrixOneOfTwo"),
  ])
  func badBoundsAreRefused(_ parameters: String, _ id: String) async {
    let outcome = await outcome(parameters)
    #expect(outcome.json == nil)
    #expect(outcome.diagnostics.sorted.first?.message.id == id)
  }
}
