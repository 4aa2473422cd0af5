import ByteSources
import DecisionModel
import Foundation
import Measures
import Messages
import OfferImport
import Testing
import TotalCost

/// One input of the corpus with everything that must come of it. `Corpus/README.md` describes the
/// form.
struct CorpusCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  let settings: [String: String]
  let expected: [String]

  /// All cases of all files of the corpus.
  static let all: [CorpusCase] = {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".cases") }.sorted()
    return names.flatMap { cases(of: text($0), file: String($0.dropLast(6))) }
  }()

  /// The inputs without a fault, by name.
  static let good: [String: String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/good")) ?? []
    return Dictionary(uniqueKeysWithValues: names.map { ($0, text("good/" + $0)) })
  }()

  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Corpus"

  private static func text(_ name: String) -> String {
    String(
      decoding: FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data(), as: UTF8.self)
  }

  private static func cases(of text: String, file: String) -> [CorpusCase] {
    text.components(separatedBy: "\n=== ").dropFirst().map { block in
      let halves = ("\n" + block).components(separatedBy: "\n---\n")
      var lines = halves[0].dropFirst().components(separatedBy: "\n")
      let title = lines.removeFirst()
      var settings: [String: String] = [:]
      while let line = lines.first, line.hasPrefix("@") {
        let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
        let name = String(parts[0])
        let value = parts.count > 1 ? String(parts[1]) : ""
        settings[name] = settings[name].map { "\($0)\n\(value)" } ?? value
        lines.removeFirst()
      }
      return CorpusCase(
        testDescription: "\(file): \(title)",
        bytes: encoded(input(lines, settings), as: settings["encoding"]), settings: settings,
        expected: halves.count < 2
          ? ["no expectation"]
          : halves[1].components(separatedBy: "\n").filter { !$0.isEmpty })
    }
  }

  private static func input(_ lines: [String], _ settings: [String: String]) -> String {
    guard let name = settings["from"] else { return lines.joined(separator: "\n") }
    var text = good[name] ?? "no such file"
    for change in settings["change"]?.components(separatedBy: "\n") ?? [] {
      let sides = change.components(separatedBy: " => ")
      text = text.replacingOccurrences(
        of: sides[0].replacingOccurrences(of: "\\n", with: "\n"),
        with: sides.dropFirst().joined().replacingOccurrences(of: "\\n", with: "\n"))
    }
    return text
  }

  private static func encoded(_ text: String, as encoding: String?) -> [UInt8] {
    switch encoding {
    case "windows-1252": Array(text.data(using: .windowsCP1252) ?? Data())
    case "utf-16": [0xFF, 0xFE] + Array(text.data(using: .utf16LittleEndian) ?? Data())
    case "crlf": Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8)
    default: Array(text.utf8)
    }
  }

  /// The decision that the cases are read against.
  var decision: Decision {
    var decision = Fixture.decision(columns: columns)
    if settings["nocaiq"] == nil {
      var iam = decision.criteria.nodes[Fixture.index("uptime")]
      (iam.id, iam.path, iam.caiqDomain) = ("iam", "fit/core/iam", "IAM")
      iam.name = LocalText(de: "Zugriffe", en: "Access")
      decision.criteria = CriteriaTree(nodes: decision.criteria.nodes + [iam])
    }
    decision.positions = positions
    let files = [FileReference(path: "a", position: Fixture.position)]
    decision.offers = [
      OfferDeclaration(
        id: "nordwind", name: "Nordwind ERP", kind: .saas, goLive: nil, files: files,
        position: Fixture.position),
      OfferDeclaration(
        id: "suedstern", name: "Südstern", kind: .onPremises, goLive: nil,
        files: settings["apart"] == nil ? files : [], position: Fixture.position),
    ]
    return decision
  }

  /// `@position Storage = category: licence, escalation: 3 %`
  private var positions: [String: [PositionMapping]] {
    let mappings = (settings["position"]?.components(separatedBy: "\n") ?? []).map { line in
      let sides = line.components(separatedBy: " = ")
      var cells: [String: MappedText] = [:]
      for part in sides.dropFirst().joined().components(separatedBy: ", ") {
        let pair = part.components(separatedBy: ": ")
        cells[pair[0]] = MappedText(pair.dropFirst().joined(), position: Fixture.position)
      }
      return PositionMapping(
        key: MappedText(sides[0], position: Fixture.position), cells: cells)
    }
    return mappings.isEmpty ? [:] : ["a": mappings]
  }

  private var columns: [String: [String: String]] {
    var columns: [String: String] = [:]
    for line in settings["column"]?.components(separatedBy: "\n") ?? [] {
      let sides = line.components(separatedBy: " = ")
      columns[sides[0]] = sides.dropFirst().joined()
    }
    return columns.isEmpty ? [:] : ["a": columns]
  }

  /// Everything that reading gives: findings, answers, lines of cost, terms.
  func result() -> (lines: [String], diagnostics: Diagnostics, leftOut: Int) {
    let decision = decision
    let own = settings["option"] ?? "nordwind"
    guard let declaration = decision.offers.first(where: { $0.id == own }) else {
      return ([], .init(), 0)
    }
    var diagnostics = Diagnostics()
    let read = OfferImport.read(
      files: [
        OfferImport.File(
          reference: FileReference(path: "a", position: Fixture.position), source: ByteSource(bytes)
        )
      ], of: declaration, decision: decision, schema: Schema.bytes, diagnostics: &diagnostics)
    let findings = diagnostics.all.map { finding in
      let place = finding.position
      let file = place.file == "a" ? "" : place.file + ":"
      return "\(finding.severity) \(file)\(place.line):\(place.column) \(finding.message.id)"
    }
    // What an error leaves is never evaluated.
    let isUsed = !diagnostics.hasErrors
    return (
      findings + (isUsed ? CorpusCase.contents(of: read, decision) : []), diagnostics,
      read.files.map(\.leftOut.count).reduce(0, +)
    )
  }

  private static func contents(
    of read: OfferImport.ReadOffer, _ decision: Decision
  ) -> [String] {
    let offer = read.offer
    let facts = read.files.flatMap(\.facts).map { "fact \($0.name.en): \($0.text)" }
    let totals = read.files.flatMap(\.totals.first).map {
      "total \($0.name.en): \($0.stated.text), reckoned \($0.reckoned?.text ?? "not")"
    }
    let answers = offer.answers.sorted { $0.key < $1.key }.map { index, answer in
      let node = decision.criteria.nodes[index]
      return "answer \(node.id): \(words(answer.reading, node))"
        + (answer.evidence.map { " evidence \($0)" } ?? "")
        + (answer.comment.isEmpty ? "" : " (\(answer.comment))")
    }
    let costs = offer.costs.map { cost in
      "cost \(cost.line.name): \(words(cost.line))"
        + (cost.comment.isEmpty ? "" : " (\(cost.comment))")
    }
    let terms = offer.terms.map {
      "term \($0.name): \($0.text)" + ($0.comment.isEmpty ? "" : " (\($0.comment))")
    }
    return answers + costs + terms + facts + totals
      + (offer.validUntil.map { ["valid until \($0.iso)"] } ?? [])
  }

  private static func words(_ reading: Answer.Reading, _ node: Criterion) -> String {
    switch reading {
    case .level(let index):
      guard case .question(.levels(let scale)) = node.role else { return "?" }
      return scale.levels[index].id
    case .figure(let low, let likely, let high):
      return low == high ? likely.text : "\(low.text) \(likely.text) \(high.text)"
    case .missing: return "missing"
    case .notApplicable: return "not applicable"
    }
  }

  private static func words(_ line: CostLine) -> String {
    var words: [String] = []
    if line.count != .one { words.append(line.count.text + " x") }
    switch line.price {
    case .stated(let low, let likely, let high):
      words.append(low == high ? likely.text : "\(low.text) \(likely.text) \(high.text)")
    case .onRequest: words.append("on request")
    }
    if let currency = line.currency { words.append(currency) }
    if line.priceBase != .one { words.append("per \(line.priceBase.text)") }
    if line.discount != .zero { words.append("less \(line.discount.text)") }
    if let per = line.per { words.append("per \(per)") }
    words.append(line.category.rawValue)
    if line.kind != .cost { words.append(line.kind.rawValue) }
    switch line.timing {
    case .once(let date): words.append("once" + (date.map { " \($0.iso)" } ?? ""))
    case .recurring(let period, let from, let through, _):
      words.append("every \(period)")
      if let from { words.append("from \(from.iso)") }
      if let through { words.append("through \(through.iso)") }
    }
    if line.status != .included { words.append("\(line.status)") }
    return words.joined(separator: " ")
  }
}

@Suite("The corpus of awkward inputs")
struct CorpusTests {
  @Test("gives exactly what is laid down", arguments: CorpusCase.all)
  func expected(_ input: CorpusCase) {
    let (lines, diagnostics, _) = input.result()
    #expect(lines == input.expected)
    for finding in diagnostics.all {
      for language in Language.allCases {
        let text = finding.message.text(language)
        #expect(text.contains("; "), "says what is wrong, but not how to mend it: \(text)")
        #expect(!text.contains("\n") && !text.contains("Optional("))
      }
      #expect(finding.message.text.de != finding.message.text.en)
    }
  }

  @Test(
    "has a case for every message",
    arguments: ["TableShapeMessages", "BillingMessages"])
  func complete(file: String) {
    let source = String(decoding: Schema.read("Sources/Messages/\(file).swift"), as: UTF8.self)
    let names = source.matches(of: /static func (\w+)\([^)]*\) -> Message/)
      .map { String($0.output.1) }
    #expect(names.count > 10)
    #expect(names == names.sorted())
    let tested = Set(CorpusCase.all.flatMap(\.expected).flatMap { $0.split(separator: " ") })
    for name in names { #expect(tested.contains(Substring(name)), "no case for \(name)") }
  }

  @Test("has at least 150 cases, each of which says something of its own")
  func size() {
    #expect(CorpusCase.all.count >= 150)
    #expect(Set(CorpusCase.all.map(\.testDescription)).count == CorpusCase.all.count)
    #expect(CorpusCase.all.allSatisfy { !$0.bytes.isEmpty })
  }

  @Test("reads whatever is left of a good file", arguments: CorpusCase.good.keys.sorted())
  func damaged(name: String) throws {
    let whole = Array(try #require(CorpusCase.good[name]).utf8)
    let step = max(1, whole.count / 24)
    for cut in stride(from: 0, to: whole.count, by: step) {
      let end = min(whole.count, cut + step)
      let stray: UInt8 = [0x22, 0x3B, 0x00, 0xFF, 0x0A][cut % 5]
      let (before, after) = (Array(whole[..<cut]), Array(whole[cut...]))
      for bytes in [
        before, after, before + Array(whole[end...]), Array(whole[..<end]) + after,
        before + [stray] + after,
      ] {
        let input = CorpusCase(testDescription: "", bytes: bytes, settings: [:], expected: [])
        let result = input.result()
        // Whatever is left is read, told as wrong, or noted as left out: nothing is just lost.
        #expect(!result.lines.isEmpty || result.leftOut > 0, "\(name) cut at \(cut)")
      }
    }
  }
}
