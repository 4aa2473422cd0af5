import ArgumentParser

/// The command.
@main
struct Votum: AsyncParsableCommand {
  /// Version of the program, as reports and manifests name it.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "votum",
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
}
