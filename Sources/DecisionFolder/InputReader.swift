public import ByteSources
public import Messages

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reads whole files, and only files: nothing that could block or never end.
public enum InputReader {
  /// Larger files are refused, in bytes.
  public static let largestFile = 1 << 30

  /// The bytes of a file.
  public static func read(_ path: String) throws(InputFault) -> [UInt8] {
    try ByteSource(path: path, limit: largestFile).bytes()
  }

  /// Whether a path names a folder.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

extension InputFault {
  /// What keeps a file from being read; how to mend it.
  ///
  /// - Parameter name: The file, as the user names it.
  public func message(for name: String) -> Message {
    switch self {
    case .missing: .inputMissing(name)
    case .folder: .inputIsFolder(name)
    case .notAFile: .inputIsNoFile(name)
    case .forbidden: .inputForbidden(name)
    case .tooLarge(let bytes): .inputTooLarge(name, megabytes: bytes >> 20)
    case .system(let code): .inputUnreadable(name, code: Int(code))
    }
  }
}
