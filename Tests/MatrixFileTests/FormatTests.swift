import Messages
import Testing

@testable import MatrixFile

/// The same table in three formats.
@Suite struct FormatTests {
  private func result(_ text: String, _ method: String = "topsis") async throws -> JSONNode {
    let outcome = await MatrixFile.analyse(
      Array(text.utf8), path: "-", options: MatrixOptions(method: method))
    #expect(outcome.diagnostics.all.map { $0.text(.english) } == [])
    return try JSONReader.read(try #require(outcome.json)).root
  }

  private func numbers(_ node: JSONNode?) -> [Double] {
    guard case .array(let elements)? = node?.value else { return [] }
    return elements.map { if case .number(let value) = $0.value { value } else { .nan } }
  }

  private static let json = """
    {"criteria": [{"id": "price", "direction": "min", "weight": 3},
      {"id": "power", "direction": "max", "weight": 1}],
     "alternatives": ["a", "b", "c"], "matrix": [[100.5, 3], [80, 2], [120, 5]]}
    """

  @Test(arguments: [
    ",price,power\ndirection,min,max\nweight,3,1\na,100.5,3\nb,80,2\nc,120,5\n",
    "x;price;power\nDirection; MIN ;max\nGewicht;3;1\na;100,5;3\nb;80;2\nc;120;5\n",
    "\u{FEFF};price;power\r\nweight;0,75;0,25\r\nRichtung;min;max\r\na;100,5;3\r\nb;80;2\r\nc;120;5\r\n",
    """
    <?xml version="1.0"?>
    <x:XMCDA xmlns:x="http://www.decision-deck.org/2012/XMCDA-2.2.0">
    <criteria><criterion id="price"><scale><quantitative>
      <preferenceDirection>min</preferenceDirection></quantitative></scale></criterion>
      <criterion id="power"><scale><quantitative><preferenceDirection>max</preferenceDirection>
      </quantitative></scale></criterion></criteria>
    <criteriaValues mcdaConcept="weights">
      <criterionValue><criterionID>power</criterionID><value><integer>1</integer></value></criterionValue>
      <criterionValue><criterionID>price</criterionID><value><real>3.0</real></value></criterionValue>
    </criteriaValues>
    <performanceTable>
      <alternativePerformances><alternativeID>a</alternativeID>
        <performance><criterionID>power</criterionID><value><integer>3</integer></value></performance>
        <performance><criterionID>price</criterionID><value><real>100.5</real></value></performance>
      </alternativePerformances>
      <alternativePerformances><alternativeID>b</alternativeID>
        <performance><criterionID>price</criterionID><value><real>80</real></value></performance>
        <performance><criterionID>power</criterionID><values><value><real>2</real></value></values>
        </performance></alternativePerformances>
      <alternativePerformances><alternativeID>c</alternativeID>
        <performance><criterionID>price</criterionID><value><real>1.2e2</real></value></performance>
        <performance><criterionID>power</criterionID><value><real>5</real></value></performance>
      </alternativePerformances>
    </performanceTable></x:XMCDA>
    """,
  ])
  func formatsSayTheSame(_ text: String) async throws {
    let expected = numbers(try await result(Self.json)["closeness"])
    #expect(expected.count == 3)
    #expect(numbers(try await result(text)["closeness"]) == expected)
  }

  @Test func methodOptionWinsOverTheFile() async throws {
    let text = Self.json.replacing("{\"criteria", with: "{\"method\": \"vikor\", \"criteria")
    let root = try await result(text, "copras")
    guard case .string(let method)? = root["method"]?.value else {
      Issue.record("no method")
      return
    }
    #expect(method == "copras")
  }

  @Test func allMethodsStandSideBySide() async throws {
    let root = try await result(Self.json, "all")
    for name in ["weighted-sum", "weighted-product", "topsis", "vikor", "copras", "minimax-regret"]
    {
      #expect(numbers(root["results"]?[name]?["scores"]).count == 3)
    }
    #expect(
      numbers(root["results"]?["topsis"]?["scores"])
        == numbers(try await result(Self.json)["closeness"]))
  }

  @Test func weightsAreEqualWhereNobodyStatesThem() async throws {
    let text = Self.json.replacing(", \"weight\": 3", with: "").replacing(
      ", \"weight\": 1", with: "")
    guard case .array(let criteria)? = try await result(text)["criteria"]?.value else {
      Issue.record("no criteria")
      return
    }
    for criterion in criteria {
      guard case .number(let weight)? = criterion["weight"]?.value else { continue }
      #expect(weight == 0.5)
    }
  }

  @Test func intervalsAreDrawn() async throws {
    let text = """
      {"criteria": [{"id": "a", "direction": "max"}, {"id": "b", "direction": "max"}],
       "alternatives": ["x", "y"], "parameters": {"value_functions": "identity", "draws": 20000},
       "matrix": [[{"low": 0, "likely": 0.5, "high": 1}, 0.5], [0.5, {"low": 0.2, "high": 0.8}]]}
      """
    let root = try await result(text, "smaa-2")
    guard case .array(let rows)? = root["rank_acceptability"]?.value,
      case .array(let errors)? = root["standard_error"]?.value
    else {
      Issue.record("no acceptabilities")
      return
    }
    // Both are symmetric about one half, and so is the chance to be first.
    let (share, error) = (numbers(rows[0])[0], numbers(errors[0])[0])
    #expect((share - 0.5).magnitude < 4.5 * error)
    #expect(error > 0)
  }
}
