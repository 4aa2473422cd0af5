import DelimitedText
import Evaluation
import FileHashing
import Messages
import Testing

@testable import Reports

@Suite("manifest.json")
struct ManifestTests {
  @Test("Names every input by path order, whatever order they came in")
  func inputs() throws {
    let evaluation = try TablesFixture.evaluation()
    let manifest = try Manifest(evaluation, language: .german)
    #expect(manifest.inputs.map(\.path) == ["decision.yaml", "offers/a.csv"])
    var turned = evaluation
    turned.inputs.reverse()
    #expect(try Manifest(turned, language: .german).bytes() == manifest.bytes())
  }

  @Test("The hash over the inputs is that of the list that sha256sum writes")
  func hash() throws {
    let manifest = try Manifest(TablesFixture.evaluation(), language: .german)
    let first = String(repeating: "01", count: 32)
    let second = String(repeating: "ab", count: 32)
    let list = "\(first)  decision.yaml\n\(second)  offers/a.csv\n"
    #expect(manifest.inputsHash == (try SHA256.hexadecimal(of: list.utf8)))
    // The digest of that list by coreutils' sha256sum.
    #expect(
      manifest.inputsHash == "17fac7540529699a49189eddbe0aa16d609bb8cacb3bd743d166657e1c043aba")
  }

  @Test("Any change of an input's bytes, name or number changes the hash")
  func sensitiveHash() throws {
    let inputs = try TablesFixture.evaluation().inputs
    var hashes = [try Manifest.inputsHash(of: inputs), try Manifest.inputsHash(of: [])]
    for index in inputs.indices {
      var changed = inputs
      changed[index].sha256 = String(repeating: "cd", count: 32)
      hashes.append(try Manifest.inputsHash(of: changed))
      changed = inputs
      changed[index].path += "x"
      hashes.append(try Manifest.inputsHash(of: changed))
      changed = inputs
      changed.remove(at: index)
      hashes.append(try Manifest.inputsHash(of: changed))
    }
    #expect(Set(hashes).count == hashes.count)
  }

  @Test("Holds the parameters, and reads back equal")
  func roundTrip() throws {
    let manifest = try Manifest(TablesFixture.evaluation(), language: .english)
    let bytes = try manifest.bytes()
    #expect(try JSONFile.value(Manifest.self, from: bytes, what: Manifest.name) == manifest)
    let text = String(decoding: bytes, as: UTF8.self)
    for part in [
      "\"as_of\" : \"2026-11-20\"", "\"draws\" : 100000", "\"generator\" : \"xoshiro256++\"",
      "\"language\" : \"en\"", "\"program_version\" : \"1.0.0\"", "\"tie_chance\" : 0.6",
      "\"discount_rate\" : \"0.05\"", "\"inputs_hash\" : \"\(manifest.inputsHash)\"",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("Does not depend on the files wanted or how tables are written")
  func formats() throws {
    let evaluation = try TablesFixture.evaluation()
    let manifests = try [
      ReportFiles.all(evaluation), ReportFiles.all(evaluation, formats: []),
      ReportFiles.all(evaluation, formats: [.csv], dialect: .english),
    ].map { try #require($0.first { $0.name == "manifest.json" }).bytes }
    #expect(Set(manifests).count == 1)
  }

  @Test("Every file is made once, with the same bytes each time")
  func files() throws {
    let evaluation = try TablesFixture.evaluation()
    let files = try ReportFiles.all(evaluation)
    #expect(
      files.map(\.name) == [
        "report.html", "comparison.csv", "ranking.csv", "cost.csv", "cash-flow.csv", "lock-in.csv",
        "sensitivity.csv", "evaluation.json", "manifest.json",
      ])
    #expect(try ReportFiles.all(evaluation) == files)
    #expect(
      try ReportFiles.all(evaluation, formats: [.json]).map(\.name) == [
        "evaluation.json", "manifest.json",
      ])
  }
}
