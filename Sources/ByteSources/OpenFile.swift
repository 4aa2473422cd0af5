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
    guard descriptor >= 0 else { throw InputFault(errno: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw InputFault(errno: code)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      close(descriptor)
      throw .folder
    default:
      close(descriptor)
      throw .notAFile
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
