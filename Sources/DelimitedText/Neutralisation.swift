/// A text as a cell that no spreadsheet runs as a formula: with `'` in front if it begins with one
/// of `=`, `+`, `-`, `@`, tab, CR or `'`.
///
/// The apostrophe itself is among them, which makes ``unneutralised(_:)`` the exact inverse.
public func neutralised(_ text: String) -> String {
  beginsLikeFormula(text.utf8.first) ? "'" + text : text
}

/// The text of a cell that ``neutralised(_:)`` made: without one leading `'` where one of the
/// guarded characters follows it. Every other text is returned as it is.
public func unneutralised(_ cell: String) -> String {
  var bytes = cell.utf8.makeIterator()
  guard bytes.next() == .apostrophe, beginsLikeFormula(bytes.next()) else { return cell }
  return String(cell.unicodeScalars.dropFirst())
}

private func beginsLikeFormula(_ byte: UInt8?) -> Bool {
  switch byte {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
    .tab, .carriageReturn, .apostrophe:
    true
  default: false
  }
}
