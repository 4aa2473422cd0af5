/// Why a file could not be read.
public enum InputFault: Error, Sendable, Hashable {
  /// There is nothing of that name.
  case missing
  /// It is a folder.
  case folder
  /// It is neither a file nor a folder, such as a pipe.
  case notAFile
  /// Reading is not permitted.
  case forbidden
  /// It is larger than the reader takes.
  case tooLarge(bytes: Int)
  /// The system reports something else.
  case system(code: Int32)
}
