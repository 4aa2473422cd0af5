import Foundation
import Testing

/// Runs the built `votum` as a process, as a user does.
enum Votum {
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program beside the test bundle.
  static let program: URL = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("votum")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
        !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: candidate.path)
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return URL(fileURLWithPath: "/nowhere/votum")
  }()

  /// The checkout.
  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func run(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files instead of pipes: no amount of output can block the process.
    let scratch = try Scratch()
    let (out, err) = (scratch.url("out"), scratch.url("err"))
    for file in [out, err] { FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationReason == .uncaughtSignal
        ? -process.terminationStatus : process.terminationStatus,
      output: try String(contentsOf: out, encoding: .utf8),
      errors: try String(contentsOf: err, encoding: .utf8))
  }
}

/// A folder of its own for each test, removed with it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("votum-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

  func path(_ name: String) -> String { url(name).path }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = url(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: url(name), encoding: .utf8)
  }

  /// Names and contents of all files below a folder.
  func files(_ name: String) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: path(name)) {
      let url = url(name).appendingPathComponent(file)
      var isFolder: ObjCBool = false
      FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if !isFolder.boolValue { result[file] = try Data(contentsOf: url) }
    }
    return result
  }
}

/// A small decision that evaluates, with one file each to break.
enum SmallFolder {
  static let decision = """
    votum: 1
    title: Small decision
    language: en
    currency: EUR
    horizon: 3 years
    as_of: 2026-11-20
    start: 2027-01-01
    discount_rate: 5 %
    quantities:
      users: { start: 10, growth: 5 % }
    criteria:
      - { id: quality, name: Quality, under: fit, weight: 60, scale: rating }
      - { id: hosting, name: Hosting in the EU, under: fit, weight: 40, scale: yes_no }
    goals:
      fit: { weight: 70 }
      cost: { weight: 30, best: 10000, worst: 60000 }
    draws: 1000
    offers:
      - { id: alpha, name: Alpha, kind: saas, files: [alpha-answers.csv, alpha-prices.csv] }
      - { id: beta, name: Beta, kind: saas, files: [beta.xml] }

    """
  static let alphaAnswers = "criterion,answer,evidence\nquality,8,3\nhosting,yes,4\n"
  static let alphaPrices = """
    item,category,amount net,per,frequency
    Subscription,subscription,49.00,users,monthly
    Set-up,implementation,4500.00,,once

    """
  static let beta = """
    <?xml version="1.0" encoding="UTF-8"?>
    <offer xmlns="urn:votum:offer:1" id="beta" currency="EUR">
      <answers>
        <answer criterion="quality" answer="6" evidence="3"/>
        <answer criterion="hosting" answer="yes" evidence="3"/>
      </answers>
      <prices>
        <price item="Subscription" category="subscription" amount="39.00" per="users" frequency="monthly"/>
      </prices>
    </offer>

    """

  static func make(_ scratch: Scratch, name: String = "d") throws {
    try scratch.write(decision, to: "\(name)/decision.yaml")
    try scratch.write(alphaAnswers, to: "\(name)/alpha-answers.csv")
    try scratch.write(alphaPrices, to: "\(name)/alpha-prices.csv")
    try scratch.write(beta, to: "\(name)/beta.xml")
  }
}
