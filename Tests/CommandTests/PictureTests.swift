import Foundation
import Testing

/// What the reports of the samples look like, against pictures that were looked at.
///
/// After a change that is meant, `VOTUM_RECORD_PICTURES=1 swift test --filter PictureTests` makes the
/// pictures anew; look at them before they are committed.
@Suite(.serialized) struct PictureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    enum Form: String, Sendable, CaseIterable {
      case wide
      case narrow
      case paper
    }

    let sample: String
    let language: String
    let form: Form

    var testDescription: String { "\(sample)-\(language)-\(form)" }

    static let all = ["erp-selection", "make-or-buy", "cloud-or-on-premises"].flatMap { sample in
      ["de", "en"].flatMap { language in
        Form.allCases.map { Case(sample: sample, language: language, form: $0) }
      }
    }
  }

  /// A picture held against the one that was looked at.
  private struct Comparison: Decodable {
    /// The picture, as WebP in base 64.
    let picture: String
    let size: [Int]
    let expectedSize: [Int]?
    /// Share of the fields of 16 by 16 pixels of the page that differ visibly.
    let difference: Double?
  }

  private static let folder = Votum.checkout.appendingPathComponent("Tests/CommandTests/Pictures")
  private static let found = FileManager.default.temporaryDirectory
    .appendingPathComponent("votum-pictures")
  private static let records =
    ProcessInfo.processInfo.environment["VOTUM_RECORD_PICTURES"] != nil

  @Test(arguments: Case.all)
  func looksAsItDidWhenItWasLookedAt(item: Case) async throws {
    let scratch = try Scratch()
    let sample = Votum.checkout.appendingPathComponent("samples/\(item.sample)").path
    let run = try Votum.run(
      ["evaluate", sample, "--language", item.language, "--out", scratch.path("out")]
        + (item.form == .paper ? ["--format", "pdf"] : []),
      environment: try TestFonts.environment(scratch))
    #expect(run.status == 0, "\(run.errors)")
    let file = Self.folder.appendingPathComponent("\(item.testDescription).webp")
    let expected = Self.records ? nil : try Data(contentsOf: file).base64EncodedString()
    let comparison = try await compare(item, scratch, with: expected)
    let picture = try #require(Data(base64Encoded: comparison.picture))
    guard !Self.records else { return try picture.write(to: file) }
    let difference = try #require(comparison.difference)
    guard comparison.size != comparison.expectedSize || difference > 0.002 else { return }
    try FileManager.default.createDirectory(at: Self.found, withIntermediateDirectories: true)
    let place = Self.found.appendingPathComponent(file.lastPathComponent)
    try picture.write(to: place)
    Issue.record(
      """
      \(comparison.size) pixels instead of \(comparison.expectedSize ?? []), \(100 * difference) % \
      differ; compare \(place.path) with \(file.path)
      """)
  }

  private func compare(
    _ item: Case, _ scratch: Scratch, with expected: String?
  ) async throws -> Comparison {
    let width = item.form == .narrow ? 390 : 1400
    return try await WebDriver.with(width: width) { browser in
      let pictures: [String]
      if item.form == .paper {
        pictures = try sheets(scratch)
      } else {
        try await browser.open(scratch.url("out/report.html").absoluteString)
        pictures = [try await browser.picture(width: width, scale: 0.25)]
        try await browser.open("about:blank")
      }
      let given = String(
        decoding: try JSONEncoder().encode(pictures), as: UTF8.self)
      return try await browser.wait(
        for: """
          const load = async (address) => {
            const image = new Image();
            image.src = address;
            await image.decode();
            return image;
          };
          const canvas = (width, height) => {
            const made = document.createElement("canvas");
            [made.width, made.height] = [width, height];
            const pen = made.getContext("2d");
            pen.imageSmoothingQuality = "high";
            return {made, pen};
          };
          // Sheets of paper stand side by side, four in a row.
          const sheets = await Promise.all(
            \(given).map((sheet) => load("data:image/png;base64," + sheet)));
          const [wide, high] = [sheets[0].width, sheets[0].height];
          const size = [wide * Math.min(4, sheets.length), high * Math.ceil(sheets.length / 4)];
          const {made, pen} = canvas(...size);
          sheets.forEach((sheet, n) => {
            pen.drawImage(sheet, wide * (n % 4), high * Math.floor(n / 4));
          });
          const picture = made.toDataURL("image/webp", 0.4).split(",")[1];
          const known = "\(expected ?? "")";
          if (known === "") return {picture, size};
          const old = await load("data:image/webp;base64," + known);
          const expectedSize = [old.width, old.height];
          const fields = (image) => {
            const small = canvas(Math.ceil(size[0] / 4), Math.ceil(size[1] / 4));
            small.pen.drawImage(image, 0, 0, small.made.width, small.made.height);
            return small.pen.getImageData(0, 0, small.made.width, small.made.height).data;
          };
          // Both with what the format leaves out.
          const kept = await load("data:image/webp;base64," + picture);
          const [a, b] = [fields(kept), fields(old)];
          let differing = 0;
          for (let at = 0; at < a.length; at += 4) {
            const apart = [0, 1, 2].map((part) => Math.abs(a[at + part] - b[at + part]));
            if (Math.max(...apart) > 28) differing += 1;
          }
          return {picture, size, expectedSize, difference: differing / (a.length / 4)};
          """, as: Comparison.self)
    }
  }

  /// The pages of the report in print, as PNG in base 64.
  private func sheets(_ scratch: Scratch) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "pdftoppm", "-r", "24", "-png", scratch.path("out/report.pdf"), scratch.path("sheet"),
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "pdftoppm is missing; make test installs it")
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path(""))
      .filter { $0.hasPrefix("sheet-") }.sorted()
    return try names.map { try Data(contentsOf: scratch.url($0)).base64EncodedString() }
  }
}
