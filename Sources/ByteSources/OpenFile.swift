#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A regular file that is open for reading.
final class OpenFile: Sendable {
  /// Its size when it was opened.
  let byteCount: Int
  private let descriptor: CInt

  init(path: String) throws(InputFault) {
    // Without O_NONBLOCK opening a pipe waits for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    var status = stat()
    guard descriptor >= 0 else {
      let code = errno
      // What may not be opened can still be told from a file.
      if stat(path, &status) == 0, let fault = InputFault(mode: status.st_mode) { throw fault }
      throw InputFault(errno: code)
    }
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw InputFault(errno: code)
    }
    if let fault = InputFault(mode: status.st_mode) {
      close(descriptor)
      throw fault
    }
    self.descriptor = descriptor
    byteCount = Int(status.st_size)
  }

  deinit {
    close(descriptor)
  }

  func read(
    at offset: Int, into array: inout [UInt8], _ place: Range<Int>
  ) throws(InputFault) -> Int {
    var filled = 0
    while filled < place.count {
      let count = array.withUnsafeMutableBytes { buffer in
        let free = UnsafeMutableRawBufferPointer(
          rebasing: buffer[(place.lowerBound + filled)..<place.upperBound])
        return pread(descriptor, free.baseAddress, free.count, off_t(offset + filled))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw InputFault(errno: errno)
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }
}

extension InputFault {
  /// What is there instead of a file; `nil` for a file.
  fileprivate init?(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFDIR: self = .folder
    default: self = .notAFile
    }
  }

  fileprivate init(errno code: CInt) {
    self =
      switch code {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM: .forbidden
      case EISDIR: .folder
      // A pipe or socket without a reader, opened without waiting.
      case ENXIO: .notAFile
      default: .system(code: code)
      }
  }
}
