import FoundationEssentials
import Messages
import Testing

@testable import MatrixFile

/// All cases of a reference folder, as they stand there, where it exists: beside the package as
/// `../shared/reference/cases`, or where VOTUM_REFERENCE says. The cases that decide are
/// transcribed in `Cases`; these may be newer or more.
@Suite(
  .enabled(
    if: !SharedCases.names.isEmpty,
    "no reference cases at ../shared/reference/cases; name their folder in VOTUM_REFERENCE"))
struct SharedCaseTests {
  @Test(arguments: SharedCases.names)
  func expectedFiguresAreMet(_ name: String) async throws {
    let path = SharedCases.folder + "/" + name
    let bytes = [UInt8](try #require(FileManager.default.contents(atPath: path)))
    let outcome = await MatrixFile.analyse(bytes, path: name, options: MatrixOptions())
    #expect(outcome.diagnostics.all.map { $0.text(.english) } == [])
    let found = try JSONReader.read(try #require(outcome.json)).root
    let expected = try #require(try JSONReader.read(bytes).root["expected"])
    let comparison = Comparison(expected: expected, found: found)
    #expect(comparison.count > 0)
    let unstated = SharedCases.unstated[name] ?? []
    #expect(
      comparison.differences.filter { line in !unstated.contains { line.hasPrefix($0) } } == [])
  }
}

/// Where the reference folder is.
private enum SharedCases {
  static let folder: String = {
    if let folder = ProcessInfo.processInfo.environment["VOTUM_REFERENCE"] { return folder }
    // This file, its target, Tests and the package are left behind.
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/shared/reference/cases"
  }()

  /// Expected figures that nothing in the input leads to.
  static let unstated = [
    // The publication's fees per band are not in the file; the transcribed case has them.
    "tiered-price/tier-oracle.json": ["/flat_fee_per_touched_slab", "/flat_fee_of_reached_slab"]
  ]

  /// The paths of all cases.
  static let names: [String] =
    ((try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".json") }.sorted()
}
