#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

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
  /// It is larger than ``InputReader/largestFile``.
  case tooLarge(bytes: Int)
  /// The system reports something else.
  case system(code: Int32)
}

/// Reads whole files, and only files: nothing that could block or never end.
public enum InputReader {
  /// Larger files are refused, in bytes.
  public static let largestFile = 1 << 30

  /// The bytes of a file.
  public static func read(_ path: String) throws(InputFault) -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else { throw fault(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .folder
    default: throw .notAFile
    }
    let size = Int(status.st_size)
    guard size <= largestFile else { throw .tooLarge(bytes: size) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(errno) }
    defer { close(descriptor) }
    // One byte more than expected shows a file that grows while it is read.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw fault(errno)
      }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Whether a path names a folder.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func fault(_ code: Int32) -> InputFault {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EACCES, EPERM: .forbidden
    case EISDIR: .folder
    default: .system(code: code)
    }
  }
}
