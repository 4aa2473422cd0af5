internal import ByteSources

/// The part of a text that is in memory, with its structure marked.
struct TextBuffer: Sendable {
  /// The bytes, with zeros behind the last of them.
  private(set) var bytes: [UInt8] = []
  /// How many bytes there are.
  private(set) var count = 0
  /// Whether the text ends here.
  private(set) var isLast: Bool
  private(set) var masks = ByteMasks()
  /// Why reading broke off, if it did.
  private(set) var fault: InputFault?

  /// How much is read at a time, unless a record is larger.
  let pieceBytes: Int
  private var source: ByteSource
  private var rest: Range<Int>
  /// `nil` where the bytes are the text as it is.
  private var decoder: TextDecoder?
  private var delimiter: UInt8 = 0

  /// The beginning of a text.
  init(_ source: ByteSource, _ survey: TextSurvey, pieceBytes: Int) {
    self.source = source
    self.pieceBytes = max(pieceBytes, 1)
    rest = survey.content
    decoder = survey.isPlain ? nil : TextDecoder(survey.encoding)
    isLast = rest.isEmpty && decoder == nil
  }

  /// A whole text.
  init(_ text: ArraySlice<UInt8>, delimiter: Delimiter) {
    source = ByteSource([])
    pieceBytes = 1
    rest = 0..<0
    isLast = true
    bytes = Array(text)
    count = bytes.count
    setDelimiter(delimiter)
  }

  /// Marks the structure, from now on by this delimiter.
  mutating func setDelimiter(_ delimiter: Delimiter) {
    self.delimiter = delimiter.rawValue
    mark()
  }

  /// Forgets the bytes before a place and reads on behind the last ones.
  mutating func advance(to start: Int) {
    remove(0..<start)
    load()
    mark()
  }

  /// Takes bytes out of the middle; the structure is marked only by the next ``advance(to:)``.
  mutating func remove(_ range: Range<Int>) {
    bytes.removeSubrange(range)
    count -= range.count
  }

  /// Reads until so many bytes are in memory, or all.
  mutating func fill(to wanted: Int) {
    while count < wanted, !isLast { load() }
  }

  private mutating func load() {
    guard !isLast else { return }
    // A large record is read in ever larger pieces, since its structure is marked anew each time.
    let wanted = min(count < 1 << 20 ? pieceBytes : max(count, pieceBytes), rest.count)
    var received = 0
    do throws(InputFault) {
      if decoder == nil {
        makeRoom(for: wanted)
        received = try source.read(at: rest.lowerBound, into: &bytes, count..<count + wanted)
        count += received
      } else {
        received = try decode(wanted)
      }
    } catch {
      fault = error
    }
    rest = rest.lowerBound + received..<rest.upperBound
    isLast = rest.isEmpty || received == 0
  }

  private mutating func decode(_ wanted: Int) throws(InputFault) -> Int {
    var piece = [UInt8](repeating: 0, count: wanted)
    let received = try source.read(at: rest.lowerBound, into: &piece, 0..<wanted)
    decoder?.decode(piece[..<received])
    if received == rest.count || received == 0 { decoder?.finish() }
    let output = decoder?.output ?? []
    decoder?.reset()
    makeRoom(for: output.count)
    bytes.replaceSubrange(count..<count + output.count, with: output)
    count += output.count
    return received
  }

  private mutating func makeRoom(for more: Int) {
    let missing = count + more - bytes.count
    if missing > 0 { bytes.append(contentsOf: repeatElement(0, count: missing)) }
  }

  private mutating func mark() {
    let end = (count + 63) & ~63
    makeRoom(for: end - count)
    for index in count..<end { bytes[index] = 0 }
    masks.mark(bytes, count: end, delimiter: delimiter)
  }
}
