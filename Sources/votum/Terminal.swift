public import ArgumentParser
import DecisionFolder
public import Messages

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Language: ExpressibleByArgument {}

/// Exit statuses beyond those of the argument parser (`rulings.md` R4).
extension ExitCode {
  /// The input has errors.
  static let inputHasErrors = ExitCode(1)
  /// A fault of the program itself.
  static let internalFault = ExitCode(70)
  /// Output cannot be written.
  static let cannotWrite = ExitCode(73)
}

/// What goes to the terminal.
enum Terminal {
  /// Whether standard output is a terminal that wants colour.
  static var usesColour: Bool {
    isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil && !isDumb
  }

  private static var isDumb: Bool {
    guard let name = getenv("TERM") else { return true }
    return String(cString: name) == "dumb"
  }

  /// Writes a line to standard error.
  static func note(_ text: String) {
    var bytes = ArraySlice((text + "\n").utf8)
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if written <= 0 { return }
      bytes = bytes.dropFirst(written)
    }
  }

  /// Writes all findings to standard error and says whether the run may go on.
  ///
  /// - Parameters:
  ///   - diagnostics: The findings.
  ///   - isStrict: Whether warnings count as errors.
  static func report(
    _ diagnostics: Diagnostics, language: Language, isStrict: Bool
  ) throws {
    let sorted = diagnostics.sorted
    for diagnostic in sorted { note(diagnostic.text(language)) }
    let errors = sorted.filter { $0.severity == .error }.count
    let warnings = sorted.count - errors
    if errors > 0 || (isStrict && warnings > 0) {
      note(Message.runStopped(errors: errors, warnings: warnings, strict: isStrict).text(language))
      throw ExitCode.inputHasErrors
    }
  }
}

/// Options of commands that read a decision.
struct DecisionArguments: ParsableArguments {
  @Argument(
    help: "The decision's folder, or its decision.yaml.", completion: .directory)
  var decision: String

  @Option(help: "Language of messages and reports: de or en. Default: the decision's.")
  var language: Language?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  /// Language of messages.
  var messageLanguage: Language {
    language ?? DecisionFolder.language(of: decision) ?? .english
  }
}
