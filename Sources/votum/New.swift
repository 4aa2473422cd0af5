import ArgumentParser
import Catalogues
import DecisionFile
import DecisionFolder
import Measures
import Messages
import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `votum new`: a decision folder that evaluates as it stands.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    _superCommandName: Votum.name,
    abstract: "Set up a decision folder that evaluates as it stands.",
    discussion: """
      Every field of the new decision.yaml is explained by a comment; the offers in it are examples \
      to be overwritten.

      Example:
        votum new erp-choice --catalogue erp --language de
      """)

  @Argument(help: "The folder to make; it must be empty or not exist.", completion: .directory)
  var folder: String

  @Option(help: "A shipped catalogue of criteria: see votum catalogue list.")
  var catalogue: String

  @Option(help: "Language of the decision: de or en.")
  var language: Language = .english

  func run() throws {
    guard let shipped = Catalogue.shipped.first(where: { $0.id == catalogue }) else {
      let known = Catalogue.shipped.map(\.id)
      Terminal.note("votum: " + Message.noSuchCatalogue(catalogue, known: known).text(language))
      throw ExitCode.inputHasErrors
    }
    guard isFree(folder) else {
      Terminal.note("votum: " + Message.folderNotEmpty(folder).text(language))
      throw ExitCode.inputHasErrors
    }
    let files = NewDecision.files(catalogue: shipped, language: language, today: Clock.today)
    do {
      try AtomicOutput.write(
        files.map { OutputFile(name: $0.path, bytes: $0.bytes) }, to: folder)
    } catch {
      Terminal.note("votum: " + error.text(language))
      throw ExitCode.cannotWrite
    }
    print(Message.decisionCreated(folder: folder).text(language))
  }

  private func isFree(_ folder: String) -> Bool {
    guard let listing = opendir(folder) else { return !InputReader.isFolder(folder) }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { return false }
    }
    return true
  }
}

/// The one place that reads a clock.
enum Clock {
  /// The day, in Universal Time; `SOURCE_DATE_EPOCH` (seconds since 1970) stands in for the clock
  /// where it is set.
  static var today: CalendarDate {
    var seconds = time(nil)
    if let text = getenv("SOURCE_DATE_EPOCH"), let stated = Int(String(cString: text)) {
      seconds = stated
    }
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDate.earliest
  }
}
