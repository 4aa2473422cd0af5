import Measures

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Prints a report to PDF through a Chromium that is installed; Votum brings no renderer along.
struct PDFPrinter {
  /// Why there is no PDF.
  enum Failure: Error {
    /// No browser was found.
    case noBrowser
    /// The browser printed nothing.
    case notPrinted(browser: String)
  }

  /// The browser's program.
  let browser: String

  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
  ]
  private static let applications = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ]
  /// Seconds after which a browser that does not answer is ended.
  private static let patience = 120

  /// A printer with the first browser that is found on the search path.
  init() throws(Failure) {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    let candidates =
      PDFPrinter.names.flatMap { name in path.split(separator: ":").map { "\($0)/\(name)" } }
      + PDFPrinter.applications
    guard let found = candidates.first(where: { access($0, X_OK) == 0 }) else { throw .noBrowser }
    browser = found
  }

  /// The PDF of a page that needs nothing else.
  ///
  /// - Parameters:
  ///   - html: The page.
  ///   - day: The day that the file is said to be from, so that the clock stands nowhere in it.
  func pdf(of html: [UInt8], day: CalendarDate) async throws -> [UInt8] {
    let failure = Failure.notPrinted(browser: browser)
    guard let folder = PDFPrinter.temporaryFolder() else { throw failure }
    defer { PDFPrinter.remove(folder) }
    let page = folder + "/report.html"
    guard PDFPrinter.write(html, to: page) else { throw failure }
    var arguments = [
      browser, "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer",
      "--print-to-pdf=\(folder)/report.pdf",
    ]
    // Chromium's own sandbox does not work for root.
    if geteuid() == 0 { arguments.append("--no-sandbox") }
    guard await PDFPrinter.run(arguments + ["file://" + page]),
      let bytes = PDFPrinter.read(folder + "/report.pdf"), bytes.starts(with: "%PDF-".utf8)
    else { throw failure }
    return PDFPrinter.dated(bytes, day)
  }

  /// Puts a day in place of the moment of printing, digit for digit.
  static func dated(_ pdf: [UInt8], _ day: CalendarDate) -> [UInt8] {
    func padded(_ number: Int, _ count: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    let moment = Array((padded(day.year, 4) + padded(day.month, 2) + padded(day.day, 2)).utf8)
    let stamp = moment + Array("000000".utf8)
    var result = pdf
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      let mark = Array(key.utf8)
      var start = 0
      while let found = place(of: mark, in: result, from: start) {
        let digits = found + mark.count
        guard digits + stamp.count <= result.count else { break }
        result.replaceSubrange(digits..<digits + stamp.count, with: stamp)
        start = digits
      }
    }
    return result
  }

  private static func place(of mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = mark.first, bytes.count >= mark.count else { return nil }
    var index = start
    while index <= bytes.count - mark.count {
      if bytes[index] == first, bytes[index..<index + mark.count].elementsEqual(mark) {
        return index
      }
      index += 1
    }
    return nil
  }

  // MARK: System

  private static func temporaryFolder() -> String? {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array((place + "/votum-XXXXXX").utf8CString)
    return name.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
  }

  /// Runs a program without input and output; true if it ended well and in time.
  private static func run(_ arguments: [String]) async -> Bool {
    var process = pid_t()
    let words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return false }
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (stream, mode) in [(0, O_RDONLY), (1, O_WRONLY), (2, O_WRONLY)] {
      posix_spawn_file_actions_addopen(&actions, Int32(stream), "/dev/null", mode, 0)
    }
    guard posix_spawn(&process, arguments[0], &actions, nil, words, environ) == 0 else {
      return false
    }
    for _ in 0..<(patience * 20) {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process { return status == 0 }
      usleep(50_000)
    }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    return false
  }

  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    let written = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && written == bytes.count
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return ferror(file) == 0 ? bytes : nil }
      bytes += buffer[..<count]
    }
  }

  /// Removes a folder with everything in it.
  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      closedir(folder)
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
