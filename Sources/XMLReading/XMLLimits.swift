/// What reading a document may cost at most; beyond a limit reading ends with a problem.
public struct XMLLimits: Sendable, Hashable {
  /// Bytes of the whole document.
  public var bytes = 256 << 20
  /// Elements inside each other.
  public var depth = 256
  /// Bytes of one tag, comment or processing instruction, which have to be held in memory whole.
  public var tagBytes = 256 << 10
  /// Bytes of text between two tags, as UTF-8.
  public var textBytes = 10 << 20
  /// Attributes and namespace declarations of one element; also the declarations in force at a
  /// place.
  public var attributes = 4096
  /// Elements of a subtree that is read into memory at once.
  public var subtreeElements = 1_000_000
  /// Different names of elements and attributes.
  public var names = 100_000
  /// Violations of a schema that are kept.
  public var violations = 100

  /// The default limits.
  public init() {}
}
