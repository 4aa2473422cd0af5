internal import ByteSources

/// What has to be known of a whole text file before any of its rows may be used: its encoding, and
/// whether it is text at all.
///
/// A byte-order mark decides on the encoding; then UTF-16 where zero bytes make it evident; then
/// UTF-8, if the bytes are valid or at least hold more valid sequences than faults; else
/// Windows-1252. Valid UTF-8 is gone through once, anything else again for each thing to be found.
struct TextSurvey: Sendable {
  /// UTF-8 if nothing may be read.
  private(set) var encoding = TextEncoding.utf8
  /// Whether a byte-order mark stands in front.
  private(set) var hadByteOrderMark = false
  /// Whether the bytes are the text as it is.
  private(set) var isPlain = true
  /// What was wrong with the bytes, with places in the decoded text.
  private(set) var problems: [DelimitedTextProblem] = []
  private(set) var omittedProblemCount = 0
  /// Where the text stands in the file, without its mark.
  private(set) var content: Range<Int> = 0..<0

  /// Goes through a file.
  ///
  /// - Parameters:
  ///   - known: the encoding, if it is known; a byte-order mark of that encoding is still removed,
  ///     one of another is a problem.
  ///   - pieceBytes: how much of the file is in memory at a time.
  init(_ source: ByteSource, encoding known: TextEncoding?, pieceBytes: Int) {
    do throws(InputFault) {
      try survey(source, known: known, pieceBytes: pieceBytes)
    } catch {
      refuse(.unreadable(error.code), at: TextPlace())
    }
  }

  private mutating func survey(
    _ source: ByteSource, known: TextEncoding?, pieceBytes: Int
  ) throws(InputFault) {
    let opening = try source.opening(atMost: FileKind.window)
    if let kind = FileKind.recognise(try FileKind.ends(of: source)) {
      return refuse(.notText(kind), at: TextPlace())
    }
    let utf32: [[UInt8]] = [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]]
    if utf32.contains(where: opening.starts(with:)) {
      return refuse(.unsupportedEncoding, at: TextPlace())
    }
    let stated = TextEncoding.stated(by: opening)
    let mark = stated?.byteOrderMark.count ?? 0
    if let stated, let known, stated != known {
      return refuse(.otherMark(of: stated, stated: known), at: TextPlace())
    }
    let check = try PlainCheck(source, from: stated == .utf8 ? mark : 0, pieceBytes: pieceBytes)
    let chosen =
      known ?? stated ?? TextEncoding.evidentUTF16(in: opening, byteCount: check.byteCount)
    hadByteOrderMark = stated != nil && stated == chosen
    content = (hadByteOrderMark ? mark : 0)..<check.byteCount
    encoding = chosen ?? .utf8
    isPlain = encoding == .utf8 && check.isValidUTF8
    guard !isPlain || check.hasZero else {
      let start = try source.opening(atMost: content.lowerBound + 64)
      if let kind = FileKind.recognise(Array(start.dropFirst(content.lowerBound))) {
        refuse(.notText(kind), at: TextPlace())
      }
      return
    }
    var trial = try Trial(source, content, as: encoding, pieceBytes: pieceBytes)
    if chosen == nil, !isPlain, trial.counts.valid <= trial.counts.invalid {
      encoding = .windows1252
      trial = try Trial(source, content, as: encoding, pieceBytes: pieceBytes)
    }
    if let refusal = trial.refusal {
      refuse(refusal.kind, line: refusal.line, column: refusal.column)
    } else {
      problems = trial.problems
      if let known, known.isSingleByte, check.isValidUTF8, !check.isASCII {
        problems.insert(
          DelimitedTextProblem(kind: .looksLikeUTF8(stated: known), line: 1, column: 1), at: 0)
      }
      omittedProblemCount = trial.omittedProblemCount
    }
  }

  private mutating func refuse(_ kind: DelimitedTextProblem.Kind, at place: TextPlace) {
    refuse(kind, line: place.line, column: place.column)
  }

  private mutating func refuse(_ kind: DelimitedTextProblem.Kind, line: Int, column: Int) {
    self.encoding = .utf8
    hadByteOrderMark = false
    isPlain = true
    content = 0..<0
    problems = [DelimitedTextProblem(kind: kind, line: line, column: column)]
    omittedProblemCount = 0
  }
}

/// What decoding a whole file finds.
private struct Trial {
  private(set) var problems: [DelimitedTextProblem] = []
  private(set) var omittedProblemCount = 0
  /// What shows only in the decoded text.
  private(set) var refusal: DelimitedTextProblem?
  private(set) var counts = (valid: 0, invalid: 0)

  private var place = TextPlace()
  private var opening: [UInt8] = []

  init(
    _ source: ByteSource, _ content: Range<Int>, as encoding: TextEncoding, pieceBytes: Int
  ) throws(InputFault) {
    var decoder = TextDecoder(encoding)
    var buffer = [UInt8](repeating: 0, count: max(pieceBytes, 1))
    var offset = content.lowerBound
    while true {
      let wanted = min(buffer.count, content.upperBound - offset)
      let read = try source.read(at: offset, into: &buffer, 0..<wanted)
      offset += read
      if read == 0 { decoder.finish() } else { decoder.decode(buffer[..<read]) }
      take(decoder)
      if read == 0 { break }
      decoder.reset()
    }
    counts = decoder.counts
    if let kind = FileKind.recognise(opening) {
      refusal = DelimitedTextProblem(kind: .notText(kind), line: 1, column: 1)
    }
  }

  private mutating func take(_ decoder: TextDecoder) {
    let text = decoder.output
    opening += text.prefix(max(0, 64 - opening.count))
    var offset = 0
    for fault in decoder.faults {
      guard problems.count < ProblemLog.perKind else {
        omittedProblemCount += 1
        continue
      }
      advance(over: text[offset..<fault.offset])
      offset = fault.offset
      problems.append(
        DelimitedTextProblem(kind: fault.kind, line: place.line, column: place.column))
    }
    advance(over: text[offset...])
  }

  /// Moves the place forward, and notes the first zero byte on the way.
  private mutating func advance(over text: ArraySlice<UInt8>) {
    guard refusal == nil else { return }
    guard let zero = text.firstIndex(of: 0) else { return place.advance(over: text) }
    place.advance(over: text[..<zero])
    refusal = DelimitedTextProblem(kind: .nulByte, line: place.line, column: place.column)
    place.advance(over: text[zero...])
  }
}

extension ByteSource {
  /// The first bytes.
  fileprivate func opening(atMost count: Int) throws(InputFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let read = try read(at: 0, into: &bytes, 0..<count)
    bytes.removeLast(count - read)
    return bytes
  }
}

extension InputFault {
  /// The system's number for a file that opened but could not be read to its end.
  var code: Int32 {
    if case .system(let code) = self { code } else { 0 }
  }
}
