import ByteSources
import DelimitedText
import Messages

/// How a file is written, told from its first bytes.
enum FileForm {
  case xml
  case table
  /// Something that is not read, with its name.
  case other(LocalText)

  init(of source: ByteSource) {
    // Whoever reads the file says why it can't be read.
    let bytes = (try? FileKind.ends(of: source)) ?? []
    var body = bytes[...]
    let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
    for mark in marks where body.starts(with: mark) { body = body.dropFirst(mark.count) }
    // In UTF-16 every other byte of blanks and of `<` is zero.
    let opening = Array(body.prefix(4096).filter { $0 != 0 }.drop { $0 <= 0x20 })
    let kind = FileKind.recognise(bytes) ?? FileKind.recognise(opening)
    switch kind {
    case .xml: self = .xml
    case .html: self = .other(LocalText(de: "eine Webseite (HTML)", en: "a web page (HTML)"))
    case .xlsx:
      self = .other(LocalText(de: "eine Excel-Mappe (XLSX)", en: "an Excel workbook (XLSX)"))
    case .docx:
      self = .other(LocalText(de: "ein Word-Dokument (DOCX)", en: "a Word document (DOCX)"))
    case .ods:
      self = .other(
        LocalText(de: "eine OpenDocument-Tabelle (ODS)", en: "an OpenDocument spreadsheet (ODS)"))
    case .zip: self = .other(LocalText(de: "ein ZIP-Archiv", en: "a ZIP archive"))
    case .pdf: self = .other(LocalText(de: "ein PDF-Dokument", en: "a PDF document"))
    case .oldOffice:
      self = .other(
        LocalText(
          de: "eine alte Office-Datei (XLS oder DOC)", en: "an old Office file (XLS or DOC)"))
    case .gzip:
      self = .other(LocalText(de: "eine gepackte Datei (gzip)", en: "a packed file (gzip)"))
    case .sevenZip: self = .other(LocalText(de: "ein 7-Zip-Archiv", en: "a 7-Zip archive"))
    case .png: self = .other(LocalText(de: "ein Bild (PNG)", en: "an image (PNG)"))
    case .jpeg: self = .other(LocalText(de: "ein Bild (JPEG)", en: "an image (JPEG)"))
    case .rtf: self = .other(LocalText(de: "ein RTF-Dokument", en: "an RTF document"))
    case nil: self = opening.first == UInt8(ascii: "<") ? .xml : .table
    }
  }
}
