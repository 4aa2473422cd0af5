#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Where the bytes of a document come from, piece by piece.
enum ByteSource {
  case memory(ArraySlice<UInt8>)
  case file(InputFile)

  /// The next bytes, none at the end.
  mutating func next(atMost count: Int) throws(XMLProblem) -> ArraySlice<UInt8> {
    switch self {
    case .memory(let rest):
      self = .memory(rest.dropFirst(count))
      return rest.prefix(count)
    case .file(let file):
      return try file.read(atMost: count)
    }
  }
}

/// A regular file that is open for reading.
final class InputFile {
  /// Its size when it was opened.
  let byteCount: Int
  private let descriptor: CInt

  /// Opens a file; pipes, devices and folders are refused, since they may never end.
  init(path: String) throws(XMLProblem) {
    // Without O_NONBLOCK opening a pipe waits for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw XMLProblem(.unreadable, "the file can't be opened: \(String(cString: strerror(errno)))")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw XMLProblem(.unreadable, "this is not a file")
    }
    self.descriptor = descriptor
    byteCount = Int(status.st_size)
  }

  deinit {
    close(descriptor)
  }

  func read(atMost count: Int) throws(XMLProblem) -> ArraySlice<UInt8> {
    var failure: CInt?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      var received = -1
      repeat {
        received = self.receive(buffer)
      } while received < 0 && errno == EINTR
      if received < 0 { failure = errno }
      initialized = max(0, received)
    }
    if let failure {
      throw XMLProblem(.unreadable, "the file can't be read: \(String(cString: strerror(failure)))")
    }
    return bytes[...]
  }

  private func receive(_ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    // The method of this class would hide the system's function.
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
