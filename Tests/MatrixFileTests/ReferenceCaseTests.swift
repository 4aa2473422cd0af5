import FoundationEssentials
import Messages
import Testing

@testable import MatrixFile

/// Published and analytic cases, transcribed with their sources, through the same code as the
/// command.
@Suite struct ReferenceCaseTests {
  /// The paths of all cases, such as `topsis/topsis-tzeng2011.json`.
  static let cases: [String] = {
    let folder = CaseFolder.path
    return ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".json") }.sorted()
  }()

  @Test func allCasesAreFound() {
    #expect(Self.cases.count == 69)
  }

  @Test(arguments: ReferenceCaseTests.cases)
  func expectedFiguresAreMet(_ name: String) async throws {
    let bytes = try CaseFolder.bytes(name)
    let outcome = await MatrixFile.analyse(bytes, path: name, options: MatrixOptions())
    #expect(outcome.diagnostics.all.isEmpty)
    let json = try #require(outcome.json)
    let found = try JSONReader.read(json).root
    let expected = try #require(try JSONReader.read(bytes).root["expected"])
    let comparison = Comparison(expected: expected, found: found)
    #expect(comparison.count > 0)
    #expect(comparison.differences.isEmpty)
  }

  @Test(arguments: ReferenceCaseTests.cases)
  func sameBytesOnEveryRun(_ name: String) async throws {
    let bytes = try CaseFolder.bytes(name)
    let options = MatrixOptions(draws: 5000, seed: 7)
    let first = await MatrixFile.analyse(bytes, path: name, options: options)
    let second = await MatrixFile.analyse(bytes, path: name, options: options)
    #expect(first.json == second.json)
  }
}

/// Where the transcribed cases are.
enum CaseFolder {
  static let path = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/Cases"

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try #require(FileManager.default.contents(atPath: path + "/" + name)))
  }
}

/// Expected figures against a result.
struct Comparison {
  /// What differs: the way to the figure and both values.
  private(set) var differences: [String] = []
  /// How many figures were compared.
  private(set) var count = 0
  private let tolerance: Double
  /// The standard errors of the reference where it was sampled.
  private let errors: JSONNode?
  private let ownErrors: JSONNode?
  private let ownCentralErrors: JSONNode?
  private let foundDraws: JSONNode?
  private let foundRanks: JSONNode?

  init(expected: JSONNode, found: JSONNode) {
    var tolerance = 1e-9
    if case .number(let stated)? = expected["tolerance"]?.value { tolerance = stated }
    // What was sampled, there or here, is compared in standard errors.
    var sampled = false
    if case .number? = found["N"]?.value { sampled = true }
    errors = expected["standard_error"]
    ownErrors = sampled ? found["standard_error"] : nil
    ownCentralErrors = found["central_weights_standard_error"]
    foundDraws = found["N"]
    foundRanks = found["rank_acceptability"]
    self.tolerance = tolerance
    compare(expected, found, at: "")
  }

  private mutating func compare(_ expected: JSONNode, _ found: JSONNode?, at path: String) {
    switch (expected.value, found?.value) {
    case (.object(let members), .object?):
      for member in members where !Self.remarks.contains(member.key) {
        let exact = member.key.hasSuffix("_exact")
        let key = exact ? String(member.key.dropLast(6)) : member.key
        if exact {
          compareFractions(member.node, found?[key], at: path + "/" + member.key)
        } else {
          compare(member.node, found?[key], at: path + "/" + key)
        }
      }
    case (.array(let elements), .array(let others)?):
      if elements.count != others.count {
        differences.append("\(path): \(elements.count) entries, found \(others.count)")
      }
      for (index, pair) in zip(elements, others).enumerated() {
        compare(pair.0, pair.1, at: "\(path)/\(index)")
      }
    case (.number(let a), .number(let b)?):
      count += 1
      if !((a - b).magnitude <= allowed(path)) { differences.append("\(path): \(a), found \(b)") }
    case (.string(let a), .string(let b)?):
      count += 1
      // Text of discounted figures may have more digits than a double holds.
      guard a != b else { return }
      let figures = [a, b].map { path.contains("cents") ? nil : Double($0) }
      if let a = figures[0], let b = figures[1], (a - b).magnitude <= 1e-10 { return }
      differences.append("\(path): \(a), found \(b)")
    case (.bool(let a), .bool(let b)?):
      count += 1
      if a != b { differences.append("\(path): \(a), found \(b)") }
    case (.null, .null?): count += 1
    // Who is first once in a hundred thousand draws may never be in as many others.
    case (.array, .null?) where path.hasPrefix("/central_weights") && ownErrors != nil: break
    default: differences.append("\(path): missing or of another kind")
    }
  }

  /// What a reference says about its own figures.
  private static let remarks = [
    "tolerance", "N", "standard_error", "monte_carlo_standard_error", "quadrature_error",
    "tolerance_estimate", "published", "pyxirr",
  ]

  /// Figures given as fractions: nothing but the rounding of a double may part them.
  private mutating func compareFractions(
    _ expected: JSONNode, _ found: JSONNode?, at path: String
  ) {
    switch (expected.value, found?.value) {
    case (.array(let elements), .array(let others)?) where elements.count == others.count:
      for (index, pair) in zip(elements, others).enumerated() {
        compareFractions(pair.0, pair.1, at: "\(path)/\(index)")
      }
    case (.string(let text), .number(let figure)?):
      count += 1
      let parts = text.split(separator: "/").compactMap { Double($0) }
      if parts.count != 2 || (parts[0] / parts[1] - figure).magnitude > 8 * 0x1p-53 {
        differences.append("\(path): \(text), found \(figure)")
      }
    case (.null, .null?): count += 1
    default: differences.append("\(path): missing or of another kind")
    }
  }

  private func allowed(_ path: String) -> Double {
    guard ownErrors != nil else { return tolerance }
    let error = { (node: JSONNode?) -> Double in
      var node = node
      for step in path.split(separator: "/").dropFirst() {
        guard case .array(let elements)? = node?.value, let index = Int(step) else { return 0 }
        node = elements[index]
      }
      if case .number(let figure)? = node?.value { return figure }
      return 0
    }
    if path.hasPrefix("/central_weights") {
      let error = error(ownCentralErrors)
      // A handful of draws doesn't tell its own error.
      return error > 0.02 || firstRanks(of: path) < 100 ? 0.5 : 5 * error
    }
    let (theirs, ours) = (error(errors), error(ownErrors))
    return 4.5 * (theirs * theirs + ours * ours).squareRoot() + 1e-12
  }

  /// In how many draws the alternative of a path was first.
  private func firstRanks(of path: String) -> Double {
    let steps = path.split(separator: "/")
    guard steps.count > 1, let alternative = Int(steps[1]),
      case .number(let draws)? = foundDraws?.value,
      case .array(let rows)? = foundRanks?.value, rows.indices.contains(alternative),
      case .array(let shares) = rows[alternative].value,
      case .number(let share)? = shares.first?.value
    else { return 0 }
    return draws * share
  }
}
