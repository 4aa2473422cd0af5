import Foundation
import Testing

/// A browser that is driven step by step: Chromium through its driver, in the protocol of the W3C
/// (https://www.w3.org/TR/webdriver2), which is plain HTTP.
final class WebDriver {
  /// Why a step failed.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let process: Process
  private let scratch: Scratch
  private let port: UInt16
  private var session = ""

  /// Chromium's driver, installed by `make test`.
  static let program: String? = ["/usr/bin/chromedriver"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Drives a browser of its own and ends it.
  static func with<Result>(
    width: Int = 1400, height: Int = 1000, _ body: (WebDriver) async throws -> Result
  ) async throws -> Result {
    let driver = try await WebDriver()
    do {
      try await driver.begin(width: width, height: height)
      let result = try await body(driver)
      await driver.end()
      return result
    } catch {
      await driver.end()
      throw error
    }
  }

  private init() async throws {
    scratch = try Scratch()
    process = Process()
    let missing = Failure(description: "chromedriver is missing; make test installs it")
    guard let program = WebDriver.program else { throw missing }
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["--port=0"]
    process.environment = ProcessInfo.processInfo.environment.merging(
      try TestFonts.environment(scratch)
    ) { $1 }
    let log = scratch.url("log")
    FileManager.default.createFile(atPath: log.path, contents: nil)
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // It names its port when it is ready.
    var port: Substring?
    for _ in 0..<600 where port == nil {
      try await Task.sleep(for: .milliseconds(100))
      let text = try String(contentsOf: log, encoding: .utf8)
      port = text.firstMatch(of: /successfully on port (\d+)/)?.output.1
    }
    guard let port, let number = UInt16(port) else {
      kill(process.processIdentifier, SIGKILL)
      throw Failure(description: "chromedriver did not start")
    }
    self.port = number
  }

  private func begin(width: Int, height: Int) async throws {
    struct Session: Decodable { let sessionId: String }
    let arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
      "--force-device-scale-factor=1", "--window-size=\(width),\(height)",
      "--user-data-dir=\(scratch.path("profile"))",
    ]
    let options: [String: Any] = [
      "timeouts": ["script": 600_000],
      "goog:chromeOptions": ["args": arguments],
      "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
    ]
    let body: [String: Any] = ["capabilities": ["alwaysMatch": options]]
    let answer: Session = try await send("POST", "/session", body)
    session = "/session/" + answer.sessionId
    // The window has borders even where nobody sees it; what counts is the page.
    _ = try await devTools(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  private func end() async {
    if !session.isEmpty { let _: Nothing? = try? await send("DELETE", session) }
    kill(process.processIdentifier, SIGKILL)
  }

  // MARK: Steps

  /// Opens a page and waits until it is loaded.
  func open(_ address: String) async throws {
    // An address that differs only behind its # would not load the page anew.
    let _: Nothing = try await send("POST", session + "/url", ["url": "about:blank"])
    let _: Nothing = try await send("POST", session + "/url", ["url": address])
  }

  /// What a script returns as a value that can be decoded from JSON; it is the body of a function.
  func run<Value: Decodable>(
    _ script: String, as type: Value.Type = Value.self
  ) async throws -> Value {
    let text: String = try await send(
      "POST", session + "/execute/sync",
      [
        "script": "return JSON.stringify((() => { \(script) })() ?? null)",
        "args": [String](),
      ])
    return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }

  /// Runs a script for its effect.
  func run(_ script: String) async throws {
    let _: Nothing = try await send(
      "POST", session + "/execute/sync", ["script": script, "args": [String]()])
  }

  /// What a script comes to that has to wait; it is the body of an async function.
  func wait<Value: Decodable>(
    for script: String, as type: Value.Type = Value.self
  ) async throws -> Value {
    let text: String = try await send(
      "POST", session + "/execute/async",
      [
        "script": """
        const done = arguments[arguments.length - 1];
        (async () => { \(script) })().then((value) => done(JSON.stringify(value ?? null)),
          (error) => done(JSON.stringify({failed: String(error)})));
        """,
        "args": [String](),
      ])
    return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }

  /// Presses and releases keys, one after the other, where the focus is.
  func press(_ keys: String...) async throws {
    let strokes = keys.flatMap {
      [["type": "keyDown", "value": $0], ["type": "keyUp", "value": $0]]
    }
    let _: Nothing = try await send(
      "POST", session + "/actions",
      ["actions": [["type": "key", "id": "keyboard", "actions": strokes]]])
  }

  /// Keys that have no letter.
  enum Key {
    static let tab = "\u{E004}"
    static let space = " "
    static let enter = "\u{E007}"
    static let right = "\u{E014}"
    static let down = "\u{E015}"
    static let escape = "\u{E00C}"
  }

  /// A picture of the whole page, as PNG in base 64.
  ///
  /// - Parameter scale: How large, 1 for as large as the page.
  func picture(width: Int, scale: Double) async throws -> String {
    struct Shot: Decodable { let data: String }
    let height = try await run("return document.documentElement.scrollHeight", as: Int.self)
    let clip: [String: Any] = ["x": 0, "y": 0, "width": width, "height": height, "scale": scale]
    let shot: Shot = try await send(
      "POST", session + "/goog/cdp/execute",
      [
        "cmd": "Page.captureScreenshot",
        "params": ["format": "png", "captureBeyondViewport": true, "clip": clip],
      ])
    return shot.data
  }

  /// What the page complained about.
  func complaints() async throws -> [String] {
    struct Entry: Decodable {
      let level: String
      let message: String
    }
    let entries: [Entry] = try await send("POST", session + "/se/log", ["type": "browser"])
    return entries.map { "\($0.level): \($0.message)" }
  }

  /// Addresses that files opened in the browser asked for; what its own start pages ask for is no
  /// business of ours.
  func requests() async throws -> [String] {
    struct Entry: Decodable { let message: String }
    struct Outer: Decodable { let message: Inner }
    struct Inner: Decodable {
      let method: String
      let params: Parameters
    }
    struct Parameters: Decodable {
      let request: Request?
      let documentURL: String?
    }
    struct Request: Decodable { let url: String }
    let entries: [Entry] = try await send("POST", session + "/se/log", ["type": "performance"])
    return try entries.compactMap { entry in
      let event = try JSONDecoder().decode(Outer.self, from: Data(entry.message.utf8)).message
      guard event.method == "Network.requestWillBeSent",
        event.params.documentURL?.hasPrefix("file:") == true
      else { return nil }
      return event.params.request?.url
    }
  }

  /// A command of the browser's own.
  func devTools(_ command: String, _ parameters: [String: Any]) async throws {
    let _: Nothing = try await send(
      "POST", session + "/goog/cdp/execute", ["cmd": command, "params": parameters])
  }

  // MARK: Protocol

  /// An answer that nobody reads.
  private struct Nothing: Decodable {
    init(from decoder: any Decoder) {}
  }

  private struct Answer<Value: Decodable>: Decodable {
    let value: Value
  }

  private func send<Value: Decodable>(
    _ method: String, _ path: String, _ body: [String: Any]? = nil
  ) async throws -> Value {
    let content = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
    let (status, data) = try LocalRequest(
      port: port, method: method, path: path, body: Array(content)
    ).answer()
    guard status == 200 else { throw Failure(description: String(decoding: data, as: UTF8.self)) }
    return try JSONDecoder().decode(Answer<Value>.self, from: data).value
  }
}
