import Foundation
import Testing

@Suite struct CommandTests {
  @Test(arguments: [
    [], ["new"], ["check"], ["evaluate"], ["catalogue"], ["catalogue", "list"],
    ["catalogue", "show"], ["catalogue", "check"], ["matrix"],
  ])
  func everyCommandHasHelpWithAnExample(command: [String]) throws {
    let run = try Votum.run(command + ["--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("Example:"))
    #expect(run.errors.isEmpty)
  }

  @Test func versionIsPrinted() throws {
    let run = try Votum.run(["--version"])
    #expect(run.status == 0)
    #expect(run.output.split(separator: ".").count == 3)
  }

  @Test(arguments: [
    ["evaluate"], ["evalute", "x"], ["evaluate", "x", "--draws", "5"],
    ["evaluate", "x", "--draws", "many"], ["evaluate", "x", "--format", "docx"],
    ["evaluate", "x", "--threads", "0"], ["evaluate", "x", "--language", "fr"], ["new", "x"],
    ["check", "x", "--unknown"],
  ])
  func aWrongCommandLineIs64(arguments: [String]) throws {
    let run = try Votum.run(arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  /// A named command is parsed by itself first; what is told must still name all of it.
  @Test(arguments: ["new", "check", "evaluate", "matrix", "catalogue show"])
  func mistakesNameTheWholeCommand(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let mistaken = try Votum.run(words + ["x", "--unknown"])
    #expect(mistaken.status == 64)
    #expect(mistaken.errors.contains("Usage: votum \(command) <"))
    #expect(mistaken.errors.contains("'votum \(command) --help'"))
    let asked = try Votum.run(words + ["--help"])
    #expect(asked.status == 0)
    #expect(asked.output.contains("USAGE: votum \(command) <"))
    #expect(try Votum.run(["help"] + words).output == asked.output)
  }

  @Test func completionsAreForTheWholeProgram() throws {
    let run = try Votum.run(["--generate-completion-script", "bash"])
    #expect(run.status == 0)
    #expect(run.output.contains("evaluate"))
  }

  @Test(arguments: ["de", "en"])
  func aNewDecisionEvaluatesAsItStands(language: String) throws {
    let scratch = try Scratch()
    let made = try Votum.run(
      ["new", scratch.path("x"), "--catalogue", "erp", "--language", language])
    #expect(made.status == 0, "\(made.errors)")
    let checked = try Votum.run(["check", scratch.path("x"), "--strict"])
    #expect(checked.status == 0, "\(checked.errors)")
    let run = try Votum.run(["evaluate", scratch.path("x")])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try scratch.files("x/out").keys.sorted() == [
        "cash-flow.csv", "comparison.csv", "cost.csv", "evaluation.json", "lock-in.csv",
        "manifest.json", "ranking.csv", "report.html", "sensitivity.csv",
      ])
    let again = try Votum.run(["new", scratch.path("x"), "--catalogue", "erp"])
    #expect(again.status == 1, "a folder with something in it is left alone")
  }

  @Test func newDatesFollowSourceDateEpoch() throws {
    let scratch = try Scratch()
    let run = try Votum.run(
      ["new", scratch.path("x"), "--catalogue", "erp"],
      environment: ["SOURCE_DATE_EPOCH": "1795132800"])
    #expect(run.status == 0)
    #expect(try scratch.text("x/decision.yaml").contains("as_of: 2026-11-20"))
  }

  @Test func sameInputsSameBytes() throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch, name: "one")
    try SmallFolder.make(scratch, name: "deeper/two")
    let first = try Votum.run(
      ["evaluate", scratch.path("one"), "--threads", "1"],
      environment: ["TZ": "Pacific/Auckland", "LANG": "de_DE.UTF-8", "LC_ALL": "C"])
    let second = try Votum.run(
      ["evaluate", "two/decision.yaml", "--threads", "5", "--out", scratch.path("elsewhere")],
      in: scratch.url("deeper"),
      environment: ["TZ": "America/New_York", "LANG": "en_US.UTF-8", "LC_ALL": "POSIX"])
    #expect(first.status == 0, "\(first.errors)")
    #expect(second.status == 0, "\(second.errors)")
    #expect(first.output == second.output)
    #expect(try scratch.files("one/out") == (try scratch.files("elsewhere")))
  }

  @Test func seedAndDrawsAreTakenFromTheCommandLine() throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch)
    let run = try Votum.run(
      ["evaluate", scratch.path("d"), "--draws", "2000", "--seed", "0", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let manifest = try scratch.text("d/out/manifest.json")
    #expect(manifest.contains("\"draws\" : 2000") && manifest.contains("\"seed\" : 0"))
    #expect(try scratch.files("d/out").keys.sorted() == ["evaluation.json", "manifest.json"])
  }

  @Test func theOldSystemsFileIsCheckedByItsSchema() throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch)
    let decision = SmallFolder.decision.replacing(
      "offers:", with: "today: { path: old.xml, schema: rules.xsd }\noffers:")
    try scratch.write(decision, to: "d/decision.yaml")
    try scratch.write(
      SmallFolder.beta.replacing(" id=\"beta\"", with: ""), to: "d/old.xml")
    func rules(_ type: String) -> String {
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:votum:offer:1">
        <xs:element name="offer" type="xs:\(type)"/>
      </xs:schema>
      """
    }
    try scratch.write(rules("anyType"), to: "d/rules.xsd")
    let good = try Votum.run(["evaluate", scratch.path("d")])
    #expect(good.status == 0, "\(good.errors)")
    #expect(try scratch.text("d/out/manifest.json").contains("rules.xsd"))
    try scratch.write(rules("integer"), to: "d/rules.xsd")
    let bad = try Votum.run(["check", scratch.path("d")])
    #expect(bad.status == 1)
    #expect(bad.errors.contains("old.xml:2:"), "\(bad.errors)")
    #expect(bad.errors.contains("rules.xsd"), "\(bad.errors)")
  }

  @Test func germanTablesOnRequest() throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch)
    let run = try Votum.run(["evaluate", scratch.path("d"), "--csv-dialect", "de"])
    #expect(run.status == 0, "\(run.errors)")
    let table = try #require(try scratch.files("d/out")["ranking.csv"])
    #expect(Array(table.prefix(3)) == [0xEF, 0xBB, 0xBF], "Excel needs the byte-order mark")
    #expect(table.contains(UInt8(ascii: ";")))
  }

  @Test func strictTurnsWarningsIntoErrors() throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch)
    try scratch.write(
      "criterion,answer,evidence,colour\nquality,8,3,red\nhosting,yes,4,blue\n",
      to: "d/alpha-answers.csv")
    let lenient = try Votum.run(["check", scratch.path("d")])
    #expect(lenient.status == 0)
    #expect(lenient.errors.contains("warning:") && lenient.errors.contains("colour"))
    #expect(try Votum.run(["check", scratch.path("d"), "--strict"]).status == 1)
    #expect(try Votum.run(["evaluate", scratch.path("d"), "--strict"]).status == 1)
  }

  @Test func outputThatCannotBeWrittenIs73() throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch)
    try scratch.write("a file", to: "taken")
    let run = try Votum.run(["evaluate", scratch.path("d"), "--out", scratch.path("taken/out")])
    #expect(run.status == 73)
    #expect(run.errors.contains(scratch.path("taken")))
    #expect(run.output.isEmpty)
  }

  @Test func aFolderInTheWayLeavesEarlierResultsWhole() throws {
    let scratch = try Scratch()
    try SmallFolder.make(scratch)
    #expect(try Votum.run(["evaluate", scratch.path("d")]).status == 0)
    try FileManager.default.removeItem(at: scratch.url("d/out/sensitivity.csv"))
    try scratch.write("x", to: "d/out/sensitivity.csv/in-the-way")
    let before = try scratch.files("d/out")
    let run = try Votum.run(["evaluate", scratch.path("d"), "--seed", "9"])
    #expect(run.status == 73)
    #expect(try scratch.files("d/out") == before)
  }

  @Test func theCatalogueCanBeListedShownAndChecked() throws {
    let list = try Votum.run(["catalogue", "list"])
    #expect(list.status == 0 && list.output.contains("erp"))
    let shown = try Votum.run(["catalogue", "show", "erp", "--language", "de"])
    #expect(shown.status == 0 && shown.output.contains("Schnittstellen"))
    let file = try Votum.run(["catalogue", "show", "erp", "--yaml"])
    let scratch = try Scratch()
    try scratch.write(file.output, to: "own.yaml")
    #expect(
      try String(
        contentsOf: Votum.checkout.appendingPathComponent("criteria/erp.yaml"), encoding: .utf8)
        == file.output)
    for name in ["erp", "lock-in", scratch.path("own.yaml")] {
      let check = try Votum.run(["catalogue", "check", name, "--strict"])
      #expect(check.status == 0, "\(check.errors)")
    }
    #expect(try Votum.run(["catalogue", "show", "epr"]).status == 1)
  }

  @Test func theInstalledProgramNeedsNoCheckout() throws {
    let scratch = try Scratch()
    let copy = scratch.url("votum")
    try FileManager.default.copyItem(at: Votum.program, to: copy)
    let process = Process()
    process.executableURL = copy
    process.arguments = ["new", scratch.path("x"), "--catalogue", "erp"]
    process.currentDirectoryURL = scratch.folder
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(FileManager.default.fileExists(atPath: scratch.path("x/decision.yaml")))
  }
}
