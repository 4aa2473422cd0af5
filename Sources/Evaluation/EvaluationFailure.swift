public import Messages

/// Why a decision could not be evaluated although its files could be read.
public struct EvaluationFailure: Error, Sendable, Equatable {
  /// What is wrong, with places and ways to mend it; at least one error.
  public let diagnostics: Diagnostics

  /// A failure with its findings.
  public init(_ diagnostics: Diagnostics) { self.diagnostics = diagnostics }

  init(_ position: SourcePosition, _ message: Message) {
    var diagnostics = Diagnostics()
    diagnostics.error(position, message)
    self.init(diagnostics)
  }
}
