import ArgumentParser
import Catalogues
import DecisionFile
import DecisionFolder
import DecisionModel
import Messages
import Reports

/// `votum catalogue`: the shipped criteria, and a check for one's own.
struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "List, show or check catalogues of criteria.",
    discussion: """
      Example:
        votum catalogue show erp --language de
      """,
    subcommands: [List.self, Show.self, Check.self])

  /// `votum catalogue list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the catalogues that come with votum.",
      discussion: """
        Example:
          votum catalogue list
        """)

    @Option(help: "Language: de or en.")
    var language: Language = .english

    func run() throws {
      for catalogue in Catalogue.all {
        var diagnostics = Diagnostics()
        guard
          let file = CatalogueFile.read(
            bytes: catalogue.bytes, file: catalogue.file, diagnostics: &diagnostics)
        else {
          try Terminal.report(diagnostics, language: language, isStrict: false)
          continue
        }
        let questions = file.criteria.leaves.count
        print(
          Message.catalogueLine(
            id: catalogue.id, name: file.name, questions: questions, asOf: file.asOf
          ).text(language))
      }
    }
  }

  /// `votum catalogue show ID`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show the criteria of a catalogue with their weights and scales.",
      discussion: """
        Example:
          votum catalogue show erp --yaml > my-criteria.yaml
        """)

    @Argument(help: "A shipped catalogue, or the path of one.")
    var catalogue: String

    @Option(help: "Language: de or en.")
    var language: Language = .english

    @Flag(help: "Print the file as it is, to start one's own from.")
    var yaml = false

    func run() throws {
      let source = try CatalogueSource(catalogue, language: language)
      if yaml {
        print(String(decoding: source.bytes, as: UTF8.self), terminator: "")
        return
      }
      let file = try source.read(language: language, isStrict: false)
      print(CatalogueListing.text(file, language: language))
    }
  }

  /// `votum catalogue check FILE`
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check a catalogue: errors, and what a good one should have.",
      discussion: """
        Example:
          votum catalogue check my-criteria.yaml --strict
        """)

    @Argument(help: "A shipped catalogue, or the path of one.", completion: .file())
    var catalogue: String

    @Option(help: "Language: de or en.")
    var language: Language = .english

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    func run() throws {
      let source = try CatalogueSource(catalogue, language: language)
      let file = try source.read(language: language, isStrict: strict)
      print(
        Message.catalogueRead(file.id, questions: file.criteria.leaves.count).text(language))
    }
  }
}

/// A catalogue named on the command line: a shipped one, or a file.
private struct CatalogueSource {
  let file: String
  let bytes: [UInt8]

  init(_ name: String, language: Language) throws {
    if let shipped = Catalogue.all.first(where: { $0.id == name }) {
      file = shipped.file
      bytes = shipped.bytes
      return
    }
    do {
      bytes = try InputReader.read(name)
      file = name
    } catch {
      let known = Catalogue.all.map(\.id)
      Terminal.note("votum: " + Message.noSuchCatalogue(name, known: known).text(language))
      throw ExitCode.inputHasErrors
    }
  }

  func read(language: Language, isStrict: Bool) throws -> CatalogueFile {
    var diagnostics = Diagnostics()
    let catalogue = CatalogueFile.read(bytes: bytes, file: file, diagnostics: &diagnostics)
    try Terminal.report(diagnostics, language: language, isStrict: isStrict)
    guard let catalogue else { throw ExitCode.inputHasErrors }
    return catalogue
  }
}
