import ArgumentParser

/// The command.
@main
struct Votum: AsyncParsableCommand {
  /// Name of the program.
  static let name = "votum"
  /// Version of the program, as reports and manifests name it.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Turns vendor offers into a decision that can be defended.",
    discussion: """
      A decision is a folder of plain files: one decision.yaml, offers as CSV or XML.

      Example:
        votum new erp-choice --catalogue erp
        votum evaluate erp-choice

      Results go to standard output, everything else to standard error. Exit status: 0 done, \
      whatever the verdict; 1 the input has errors; 64 the command line is wrong; 70 internal \
      fault; 73 output cannot be written; 130 interrupted.
      """,
    version: version,
    subcommands: [New.self, Check.self, Evaluate.self, CatalogueCommand.self, Matrix.self])

  /// Runs what the command line asks for.
  ///
  /// A command that is named is first parsed as if it stood alone: below this one, it would wait for
  /// a search for requests of completion scripts that takes as long as a small case. Where that gives
  /// no command (help, mistakes, groups of commands), everything is parsed and told from the top.
  static func main() async {
    let arguments = CommandLine.arguments.dropFirst()
    let named = configuration.subcommands.first {
      $0.configuration.commandName == arguments.first
    }
    guard let named, let parsed = try? named.parseAsRoot(Array(arguments.dropFirst())),
      type(of: parsed) == named
    else { return await main(nil) }
    do {
      if var command = parsed as? any AsyncParsableCommand {
        try await command.run()
      } else {
        var command = parsed
        try command.run()
      }
    } catch {
      exit(withError: error)
    }
  }
}
