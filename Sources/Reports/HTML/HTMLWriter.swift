/// Writes HTML in which text from outside can never become markup.
///
/// Everything written is escaped; only tags and attribute names known here exist, links lead only
/// inside the document, and there is no way past the escaping but for the style sheet, which escapes
/// by itself the one line in it from outside, and the scripts, which are constants.
struct HTMLWriter {
  /// What has been written.
  private(set) var html = ""

  /// Elements that reports use.
  enum Tag: String {
    case html, head, title, body, header, main, nav, section, footer, figure, figcaption
    case h1, h2, h3, h4, p, div, span, strong, code, bdi, a, ul, ol, li, dl, dt, dd
    case table, caption, thead, tbody, tr, th, td, details, summary, fieldset, legend, label
    case button, output, dialog
    case svg, g, text, desc
  }

  /// Elements without content.
  enum VoidTag: String {
    case br, meta, input
    case rect, line, path, circle
  }

  /// An attribute with its value, which is escaped when written.
  struct Attribute {
    let name: StaticString
    let value: String

    static func classes(_ names: String) -> Attribute { .init(name: "class", value: names) }
    static func id(_ id: String) -> Attribute { .init(name: "id", value: id) }
    /// A link to an element of the document.
    static func link(to id: String) -> Attribute { .init(name: "href", value: "#" + id) }
    static func language(_ code: String) -> Attribute { .init(name: "lang", value: code) }
    static func label(_ text: String) -> Attribute { .init(name: "aria-label", value: text) }
    static func labelled(by id: String) -> Attribute {
      .init(name: "aria-labelledby", value: id)
    }
    static func role(_ role: StaticString) -> Attribute {
      .init(name: "role", value: "\(role)")
    }
    static func scope(_ scope: StaticString) -> Attribute {
      .init(name: "scope", value: "\(scope)")
    }
    static func columns(_ count: Int) -> Attribute { .init(name: "colspan", value: "\(count)") }
    static func figure(_ name: StaticString, _ value: Int) -> Attribute {
      .init(name: name, value: "\(value)")
    }
    /// A length in a picture, with three decimals.
    static func length(_ name: StaticString, _ value: Double) -> Attribute {
      .init(name: name, value: SVGNumber.text(value))
    }
    static func constant(_ name: StaticString, _ value: StaticString) -> Attribute {
      .init(name: name, value: "\(value)")
    }
    static var focusable: Attribute { .constant("tabindex", "0") }
    static var checked: Attribute { .constant("checked", "checked") }
    static var open: Attribute { .constant("open", "open") }
    /// A button that sends nothing.
    static var button: Attribute { .constant("type", "button") }
    /// Not for those who listen.
    static var hidden: Attribute { .constant("aria-hidden", "true") }
    /// Not shown until a script is there to make it work.
    static var scripted: [Attribute] { [.constant("hidden", ""), .constant("data-scripted", "")] }
  }

  /// An element and what it holds.
  mutating func element(
    _ tag: Tag, _ attributes: Attribute..., content: (inout HTMLWriter) -> Void
  ) {
    element(tag, attributes, content: content)
  }

  /// An element and what it holds, its attributes as a list.
  mutating func element(
    _ tag: Tag, _ attributes: [Attribute], content: (inout HTMLWriter) -> Void
  ) {
    open(tag.rawValue, attributes)
    content(&self)
    close(tag.rawValue)
  }

  /// An element that holds text.
  mutating func element(_ tag: Tag, _ attributes: Attribute..., text: String) {
    open(tag.rawValue, attributes)
    write(text)
    close(tag.rawValue)
  }

  /// An element without content.
  mutating func void(_ tag: VoidTag, _ attributes: Attribute...) {
    open(tag.rawValue, attributes)
  }

  /// A shape of a picture; written with its end, since pictures are XML.
  mutating func shape(_ tag: VoidTag, _ attributes: Attribute...) {
    open(tag.rawValue, attributes)
    close(tag.rawValue)
  }

  /// Text, escaped.
  mutating func write(_ text: String) { HTMLText.append(text, to: &html) }

  /// Text that somebody outside wrote: escaped, and set apart so that its writing direction stays
  /// with it.
  mutating func outside(_ text: String) { element(.bdi, text: text) }

  /// The start of a document.
  mutating func doctype() { html += "<!DOCTYPE html>\n" }

  /// The style sheet.
  mutating func style(_ sheet: StyleSheet) {
    html += "<style>"
    html += sheet.text
    html += "</style>"
  }

  /// A script of the page's own, which is a constant.
  mutating func script(_ script: PageScript) {
    html += "<script>"
    html += script.text
    html += "</script>"
  }

  /// Figures and words for a script, as JSON, which a browser never runs.
  mutating func data(_ json: String, id: StaticString) {
    html += "<script type=\"application/json\" id=\"\(id)\">"
    // Nothing in it may look like markup.
    html += json.split(separator: "<", omittingEmptySubsequences: false)
      .joined(separator: "\\u003c")
    html += "</script>"
  }

  /// A line break in the source, where diffs should have one.
  mutating func newline() { html += "\n" }

  private mutating func open(_ tag: String, _ attributes: [Attribute]) {
    html += "<"
    html += tag
    for attribute in attributes {
      html += " "
      html += "\(attribute.name)"
      html += "=\""
      HTMLText.append(attribute.value, to: &html)
      html += "\""
    }
    html += ">"
  }

  private mutating func close(_ tag: String) {
    html += "</"
    html += tag
    html += ">"
  }
}

/// Text on its way into a document.
enum HTMLText {
  /// Appends text with everything replaced that has a meaning in HTML, and everything shown that
  /// could hide or turn what stands around it.
  static func append(_ text: String, to html: inout String) {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
        && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
    }
    if isPlain {
      html += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      case "\n", "\t": html.unicodeScalars.append(scalar)
      case "\r": html += " "
      default:
        if isUnseen(scalar) {
          html += name(of: scalar)
        } else {
          html.unicodeScalars.append(scalar)
        }
      }
    }
  }

  /// The same for text that a script puts on the page, where nothing needs escaping.
  static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnseen) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isUnseen(scalar) {
        result += name(of: scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    "[U+\(String(scalar.value, radix: 16, uppercase: true))]"
  }

  /// Control characters, marks that turn the writing direction, and others that nobody sees.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F:
      true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}

/// Lengths in pictures.
enum SVGNumber {
  /// A length with at most three decimals; figures out of any sensible range are pinned to it.
  static func text(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let thousandths = Int((min(max(value, -1e6), 1e6) * 1000).rounded())
    let magnitude = thousandths.magnitude
    var fraction = String(magnitude % 1000)
    fraction = String(repeating: "0", count: 3 - fraction.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let whole = (thousandths < 0 ? "-" : "") + String(magnitude / 1000)
    return fraction.isEmpty ? whole : whole + "." + fraction
  }
}
