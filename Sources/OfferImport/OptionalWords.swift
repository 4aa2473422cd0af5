import DecisionModel
import Messages
import TotalCost

/// Words in the names of positions that say that they are not simply part of the offer
/// (`rulings.md` R11).
enum OptionalWords {
  /// The word that makes a position an option or an alternative; `nil` if there is none.
  ///
  /// A word of many meanings counts only at the start or in brackets: "Option: Schulung",
  /// "Option Schulung", "Schulung (alternativ)", but not "Stock options report".
  static func found(in item: String) -> String? {
    guard mayBeIn(item) else { return nil }
    let words = item.lowercased().split { !$0.isLetter && $0 != "-" && $0 != "/" }.map(String.init)
    if let word = words.first(where: { isSure($0.nameKey) }) { return word }
    if let first = words.first, leading.contains(first.nameKey),
      speaksAside(item) || first == "option" || words.dropFirst().first == "zu"
    {
      return first
    }
    for bracket in item.lowercased().split(whereSeparator: { "([".contains($0) }).dropFirst() {
      let word = bracket.prefix { $0.isLetter || $0 == "-" }
      if leading.contains(String(word).nameKey) || word == "opt" { return String(word) }
    }
    return nil
  }

  /// Whether a position is one of several editions.
  static func isEdition(_ item: String) -> Bool {
    mayBeIn(item)
      && item.lowercased().split { !$0.isLetter }.contains { $0 == "edition" || $0 == "editionen" }
  }

  /// Whether the letters that one of the words begins with stand in a text, with or without hyphens.
  /// Every position of an offer passes through here, and hardly any goes further.
  static func mayBeIn(_ item: String) -> Bool {
    var item = item
    return item.withUTF8 { mayBeIn($0[...]) }
  }

  /// The same of a text's bytes in UTF-8.
  static func mayBeIn(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var last: UInt32 = 0
    for byte in UnsafeBufferPointer(rebasing: bytes) where byte != UInt8(ascii: "-") {
      last = last << 8 | UInt32(byte | 0x20)
      // One of the letters a, e, l, n, t and u ends each of the beginnings.
      if 0x0030_5022 >> (last & 0x1F) & 1 == 1, isBeginning(last) { return true }
    }
    return false
  }

  private static func isBeginning(_ letters: UInt32) -> Bool {
    switch letters {
    // even, beda, alte, wahl, zubu, edit
    case 0x6576_656E, 0x6265_6461, 0x616C_7465, 0x7761_686C, 0x7A75_6275, 0x6564_6974: true
    // opt
    default: letters & 0xFF_FFFF == 0x6F_7074
    }
  }

  private static func isSure(_ word: String) -> Bool {
    word.hasPrefix("optional") || word.hasPrefix("zusatzoption") || positions.contains(word)
      || word.hasPrefix("eventualposition") || word.hasPrefix("bedarfs/") || word == "eventuell"
  }

  /// Whether the first word is set apart: "Alternative: …", "Option 2 – …".
  private static func speaksAside(_ item: String) -> Bool {
    let rest = item.drop { !$0.isWhitespace && $0 != ":" }
    let next = rest.drop { $0.isWhitespace }.first
    return rest.isEmpty || next.map { ":-–0123456789".contains($0) } ?? true
  }

  private static let positions: Set = [
    "bedarfsposition", "eventualposition", "alternativposition", "wahlposition", "bedarfspos",
    "eventualpos", "alternativpos", "wahlpos", "wahlweise", "zubuchbar",
  ]
  private static let leading: Set = ["option", "alternativ", "alternative", "alternativangebot"]
}

extension OfferReader {
  /// Whether a line belongs to the total, where its row does not say so itself: what its name calls
  /// an option stays out, with a warning. Of several editions the first counts.
  mutating func statusByName(
    _ item: Cell, editions: Int
  ) -> CostLine.Status {
    if let word = OptionalWords.found(in: item.text) {
      diagnostics.warning(item.position, .priceTakenAsOptional(item: item.text, word: word))
      return .optional
    }
    guard editions > 1, OptionalWords.isEdition(item.text) else { return .included }
    diagnostics.warning(item.position, .priceTakenAsEdition(item: item.text))
    return .alternative(group: "Edition", chosen: false)
  }
}
