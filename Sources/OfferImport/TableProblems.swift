import DelimitedText
import Messages

extension OfferReader {
  /// Reports what the reader of delimited text found.
  mutating func report(_ problem: DelimitedTextProblem, path: String) {
    let position = SourcePosition(file: path, line: problem.line, column: problem.column)
    switch problem.kind {
    case .empty: diagnostics.error(position, .fileEmpty())
    case .notText, .nulByte: diagnostics.error(position, .fileNotText())
    case .unreadable(let code):
      diagnostics.error(position, .inputUnreadable(path, code: Int(code)))
    case .unsupportedEncoding: diagnostics.error(position, .fileEncodingNotRead())
    case .otherMark(let found, let stated):
      diagnostics.error(
        position, .fileMarkOfOtherEncoding(found: found.rawValue, stated: stated.rawValue))
    case .looksLikeUTF8(let stated):
      diagnostics.warning(position, .fileLooksLikeUTF8(stated: stated.rawValue))
    case .invalidUTF8, .invalidUTF16, .undefinedByte:
      diagnostics.warning(position, .fileCharacterUnreadable())
    case .unterminatedQuote: diagnostics.error(position, .tableQuoteOpen())
    case .textAfterClosingQuote(lines: 1):
      diagnostics.warning(position, .tableTextAfterQuote())
    case .textAfterClosingQuote(let lines):
      diagnostics.error(position, .tableQuoteOverRows(lines: lines))
    case .fieldTooLong(let limit), .tooManyFields(let limit), .tooManyRecords(let limit),
      .tooManyCells(let limit):
      diagnostics.error(position, .fileTooLarge(limit: limit))
    // Preambles and totals are ragged by nature; rows longer than the header are reported there.
    case .raggedRow: break
    }
  }
}
