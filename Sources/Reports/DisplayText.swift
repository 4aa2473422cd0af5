/// Text as a terminal shows it: measured in columns, broken into lines, and free of anything that a
/// terminal would obey.
enum DisplayText {
  /// Columns that a text takes: none for marks that combine, two for wide characters.
  static func width(_ text: String) -> Int { text.reduce(0) { $0 + width($1) } }

  /// Columns that a character takes; a character of several scalars takes as many as its widest.
  static func width(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { max($0, width($1)) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    // Asks for the picture instead of the sign: the picture is wide.
    if scalar == "\u{FE0F}" { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  /// East Asian wide and full-width characters (Unicode Standard Annex #11) and pictures.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }

  /// The text without control characters and without marks that turn the direction of writing:
  /// names come from files of others, and an escape sequence in one must not reach the terminal.
  static func harmless(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
      default: break
      }
      let category = scalar.properties.generalCategory
      let breaksLine = category == .lineSeparator || category == .paragraphSeparator
      result.append(category == .control || breaksLine ? " " : scalar)
    }
    return String(result)
  }

  /// The text in lines of at most so many columns, broken at blanks, and inside words that are longer
  /// than a line. Non-breaking blanks hold, and are blanks in the result. At least one line.
  static func lines(_ text: String, width limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in harmless(text).split(separator: " ") {
      let wordWidth = width(String(word))
      if used > 0, used + 1 + wordWidth > limit {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 {
        line.append(" ")
        used += 1
      }
      for character in word {
        let columns = width(character)
        if used > 0, used + columns > limit {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character == "\u{A0}" ? " " : character)
        used += columns
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The text filled with blanks to so many columns.
  static func padded(_ text: String, to columns: Int, alignment: Alignment = .left) -> String {
    let blanks = String(repeating: " ", count: max(0, columns - width(text)))
    return alignment == .left ? text + blanks : blanks + text
  }

  /// On which side of a column a text stands.
  enum Alignment {
    case left
    case right
  }
}
