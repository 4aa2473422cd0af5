import Messages
import Testing

@testable import MatrixFile

/// What is wrong with a file is told with its place, and nothing is computed.
@Suite struct FindingTests {
  private func findings(_ text: String, method: String? = nil) async -> MatrixOutcome {
    await MatrixFile.analyse(
      Array(text.utf8), path: "f", options: MatrixOptions(method: method))
  }

  private static let table = """
    {"method": "METHOD", "parameters": {PARAMETERS},
     "criteria": [{"id": "a", "direction": "max"}, {"id": "b", "direction": "min"}],
     "alternatives": ["x", "y"],
     "matrix": MATRIX}
    """

  private static func table(
    _ method: String, _ parameters: String = "", _ matrix: String = "[[1, 2], [3, 4]]"
  ) -> String {
    table.replacing("METHOD", with: method).replacing("PARAMETERS", with: parameters)
      .replacing("MATRIX", with: matrix)
  }

  @Test(arguments: [
    ("", "matrixFileEmpty", 1, 1),
    ("{\"method\": \"topsis\",}", "matrixJSONKeyExpected", 1, 21),
    ("{\"method\": \"topsi\"}", "matrixMethodUnknown", 1, 12),
    ("{\"criteria\": []}", "matrixMethodMissing", 1, 1),
    ("{\"method\": \"topsis\"}", "matrixNeedsTable", 1, 1),
    ("[1]", "matrixNotAnObject", 1, 1),
    ("{\"method\": \"ahp\", \"inputs\": {}}", "matrixFieldMissing", 1, 29),
    (
      "{\"method\": \"ahp\", \"inputs\": {\"pairwise\": [[1, 2], [2, 1]]}}",
      "matrixPairwiseNotReciprocal", 1,
      42
    ),
    ("{\"method\": \"rank-weights\", \"inputs\": {\"n\": 2.5}}", "matrixNotWhole", 1, 44),
    (table("topsis", "", "[[1, 2], [3]]"), "matrixWrongLength", 4, 21),
    (table("topsis", "", "[[1, 2], [3, null]]"), "matrixMissingCell", 4, 25),
    (table("topsis", "", "[[1, 2], [3, \"x\"]]"), "matrixNotANumber", 4, 25),
    (table("topsis", "", "[[1, 2]]"), "matrixWrongLength", 4, 12),
    (table("topsis", "", "[[1, 2], [3, 1e200]]"), "matrixOutOfRange", 4, 25),
    (table("topsis", "\"normalisation\": \"vektor\""), "matrixUnknownWord", 1, 54),
    (table("weighted-sum", "\"normalisation\": \"none\""), "matrixKeepsDirection", 2, 48),
    (
      table("weighted-sum", "\"normalisation\": \"max-ratio\"", "[[1, 0], [3, 4]]"),
      "matrixBadValue", 4, 17
    ),
    (table("vikor", "\"v\": 1.5"), "matrixOutOfRange", 1, 41),
    (table("vikor", "\"v\": \"1\""), "matrixNotANumber", 1, 41),
    (table("promethee"), "matrixFieldMissing", 1, 39),
    (
      table("promethee", "\"functions\": [{\"criterion\": \"a\", \"type\": \"usual\"}]"),
      "matrixWrongLength", 1, 53
    ),
    (table("entropy-weights", "", "[[1, 2], [1, 2]]"), "matrixNoWeights", 4, 12),
    (table("smaa-2", "\"weights\": \"w1>=w1\""), "matrixUnknownWord", 1, 48),
    (table("smaa-2", "\"measurement\": \"gaussian\""), "matrixFieldMissing", 1, 36),
    (",a,b\ndirection,max,min\nx,1,2\ny,3,four\n", "matrixCellNotANumber", 4, 5),
    (",a,a\ndirection,max,min\nx,1,2\ny,3,4\n", "matrixDuplicateName", 1, 4),
    (",a,b\ndirection,max,mim\nx,1,2\ny,3,4\n", "matrixUnknownWord", 2, 15),
    (";a;b\ndirection;max;min\nx;1,5;2\ny;3.000;4\n", "matrixCellNotANumber", 4, 3),
    ("<a/>", "matrixNotXMCDA", 1, 1),
    ("<a>", "xmlMalformed", 1, 4),
  ])
  func faultsHaveAPlaceAndAName(
    text: String, id: String, line: Int, column: Int
  ) async {
    let needsMethod = !text.hasPrefix("{")
    let outcome = await findings(text, method: needsMethod && text != "" ? "topsis" : nil)
    #expect(outcome.json == nil)
    let first = outcome.diagnostics.sorted.first { $0.severity == .error }
    #expect(first?.message.id == id)
    #expect(first?.position == SourcePosition(file: "f", line: line, column: column))
  }

  @Test func allFaultsAreReportedAtOnce() async {
    let outcome = await findings(
      """
      {"method": "topsis", "criteria": [{"id": "a"}, {"id": "b", "direction": "up"}],
       "alternatives": ["x", 1], "matrix": [[1, "2"], [3]]}
      """)
    #expect(outcome.diagnostics.sorted.count >= 5)
  }

  @Test func fieldsThatNothingUsesAreWarnings() async {
    let outcome = await findings(Self.table("topsis", "\"normalization\": \"vector\""))
    #expect(outcome.json != nil)
    #expect(outcome.diagnostics.all.map(\.message.id) == ["matrixFieldUnused"])
    #expect(
      outcome.diagnostics.all.first?.message.text.en.contains("“normalisation”") == true)
  }

  /// Whatever the bytes are, the answer is a result or a finding.
  @Test func damagedCasesNeverPassAsResults() async throws {
    let whole = try CaseFolder.bytes("promethee/promethee-paris-transport.json")
    for cut in stride(from: 0, to: whole.count - 2, by: 7) {
      let outcome = await MatrixFile.analyse(
        Array(whole.prefix(cut)), path: "f", options: MatrixOptions())
      #expect(outcome.json == nil)
      #expect(outcome.diagnostics.hasErrors)
    }
    for position in stride(from: 0, to: whole.count, by: 11) {
      var damaged = whole
      damaged[position] = UInt8(ascii: "9")
      let outcome = await MatrixFile.analyse(damaged, path: "f", options: MatrixOptions())
      #expect((outcome.json == nil) == outcome.diagnostics.hasErrors)
    }
  }
}
