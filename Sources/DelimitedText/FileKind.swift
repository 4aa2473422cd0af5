public import ByteSources

/// A kind of file that people hand in where a text table was asked for, told by its first bytes.
public enum FileKind: Sendable, Hashable, CaseIterable {
  /// An Excel workbook (Office Open XML).
  case xlsx
  /// A Word document (Office Open XML).
  case docx
  /// An OpenDocument spreadsheet.
  case ods
  /// Any other ZIP archive.
  case zip
  /// A PDF document.
  case pdf
  /// An old binary Office file (.xls, .doc).
  case oldOffice
  /// A file packed with gzip.
  case gzip
  /// A 7-Zip archive.
  case sevenZip
  /// A PNG image.
  case png
  /// A JPEG image.
  case jpeg
  /// A Rich Text Format document.
  case rtf
  /// An XML document.
  case xml
  /// A web page; some programs save one under the name of a spreadsheet.
  case html

  /// The kind that these first bytes of a file give away; nil for anything else, text among it.
  public static func recognise(_ bytes: [UInt8]) -> FileKind? {
    for (signature, kind) in signatures where bytes.starts(with: signature) {
      return kind == .zip ? kindOfArchive(bytes) : kind
    }
    let opening = bytes.prefix(16).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for (signature, kind) in markup where opening.starts(with: signature.utf8) {
      return kind
    }
    return nil
  }

  /// The first and last bytes of a file, which are all that ``recognise(_:)`` needs.
  public static func ends(of source: ByteSource) throws(InputFault) -> [UInt8] {
    let opening = min(source.byteCount, window)
    let closing = max(opening, source.byteCount - window)
    var bytes = [UInt8](repeating: 0, count: opening + source.byteCount - closing)
    var read = try source.read(at: 0, into: &bytes, 0..<opening)
    if read == opening {
      read += try source.read(at: closing, into: &bytes, opening..<bytes.count)
    }
    bytes.removeLast(bytes.count - read)
    return bytes
  }

  private static let signatures: [([UInt8], FileKind)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0x25, 0x50, 0x44, 0x46, 0x2D], .pdf),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
    ([0x1F, 0x8B], .gzip), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
    ([0x89, 0x50, 0x4E, 0x47], .png), ([0xFF, 0xD8, 0xFF], .jpeg),
    ([0x7B, 0x5C, 0x72, 0x74, 0x66], .rtf),
  ]

  private static let markup: [(String, FileKind)] = [
    ("<?xml", .xml), ("<!doctype html", .html), ("<html", .html),
  ]

  /// How many bytes at either end of a file can give its kind away.
  static let window = 1 << 15

  /// Office files are ZIP archives; the names of their parts, which stand at the beginning and
  /// again at the end of the archive, tell which.
  private static func kindOfArchive(_ bytes: [UInt8]) -> FileKind {
    for part in [bytes.prefix(window), bytes.suffix(window)] {
      if contains(part, "opendocument.spreadsheet") { return .ods }
      if contains(part, "xl/") { return .xlsx }
      if contains(part, "word/") { return .docx }
    }
    return .zip
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
    let pattern = text.withUTF8Buffer(Array.init)
    guard let first = pattern.first else { return false }
    var rest = bytes
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: pattern) { return true }
      rest = rest[(start + 1)...]
    }
    return false
  }
}

extension FileKind: CustomStringConvertible {
  /// What people call the kind.
  public var description: String {
    switch self {
    case .xlsx: "an Excel workbook (XLSX)"
    case .docx: "a Word document (DOCX)"
    case .ods: "an OpenDocument spreadsheet (ODS)"
    case .zip: "a ZIP archive"
    case .pdf: "a PDF document"
    case .oldOffice: "an old Office file (XLS or DOC)"
    case .gzip: "a file packed with gzip"
    case .sevenZip: "a 7-Zip archive"
    case .png: "a PNG image"
    case .jpeg: "a JPEG image"
    case .rtf: "an RTF document"
    case .xml: "an XML document"
    case .html: "a web page (HTML)"
    }
  }
}
