/// Where bytes come from: memory, or a file of which only the piece at hand is in memory.
///
/// Every piece can be read at any time and more than once.
public struct ByteSource: Sendable {
  /// The number of bytes; of a file, when it was opened.
  public let byteCount: Int
  private let storage: Storage

  private enum Storage: Sendable {
    case memory([UInt8])
    case file(OpenFile)
  }

  /// Bytes in memory.
  public init(_ bytes: [UInt8]) {
    storage = .memory(bytes)
    byteCount = bytes.count
  }

  /// A regular file, which stays open as long as the source is held.
  ///
  /// - Parameters:
  ///   - path: its path.
  ///   - limit: larger files are refused, in bytes.
  /// - Throws: Why it can't be read; pipes and devices are refused, since they may never end.
  public init(path: String, limit: Int = .max) throws(InputFault) {
    let file = try OpenFile(path: path)
    guard file.byteCount <= limit else { throw .tooLarge(bytes: file.byteCount) }
    storage = .file(file)
    byteCount = file.byteCount
  }

  /// Reads a piece over a part of an array.
  ///
  /// - Parameters:
  ///   - offset: where the piece begins in the source.
  ///   - array: receives the piece; its length doesn't change.
  ///   - place: the part of the array to fill.
  /// - Returns: How many bytes were read: fewer than asked for only at the end of the source.
  public func read(
    at offset: Int, into array: inout [UInt8], _ place: Range<Int>
  ) throws(InputFault) -> Int {
    switch storage {
    case .memory(let bytes):
      let start = min(max(offset, 0), bytes.count)
      let end = min(start + place.count, bytes.count)
      array.replaceSubrange(place.prefix(end - start), with: bytes[start..<end])
      return end - start
    case .file(let file): return try file.read(at: offset, into: &array, place)
    }
  }

  /// All bytes.
  ///
  /// - Complexity: O(*n*); bytes in memory aren't copied.
  public func bytes() throws(InputFault) -> [UInt8] {
    if case .memory(let bytes) = storage { return bytes }
    // One byte more than expected shows a file that has grown.
    var bytes = [UInt8](repeating: 0, count: byteCount + 1)
    var filled = 0
    while case let count = try read(at: filled, into: &bytes, filled..<bytes.count), count > 0 {
      filled += count
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}
