/// A document taken apart into tags and text, by a parser strict enough to notice markup that
/// slipped in from outside.
struct Markup {
  /// A tag with its attributes.
  struct Tag {
    var name: String
    var attributes: [(name: String, value: String)]
  }

  /// What is wrong with the document.
  private(set) var problems: [String] = []
  /// All opening tags.
  private(set) var tags: [Tag] = []
  /// Text outside `style` and `script`, with the elements around it, references resolved.
  private(set) var texts: [(text: String, path: [String])] = []

  private static let void: Set<String> = ["meta", "input", "br"]

  init(_ html: String) {
    var rest = Substring(html)
    var path: [String] = []
    if rest.hasPrefix("<!DOCTYPE html>") { rest.removeFirst("<!DOCTYPE html>".count) }
    while let start = rest.firstIndex(of: "<") {
      add(rest[..<start], path)
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else {
        problems.append("tag without end")
        return
      }
      let body = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if body.hasPrefix("/") {
        let name = String(body.dropFirst())
        if path.last != name { problems.append("</\(name)> closes <\(path.last ?? "nothing")>") }
        if !path.isEmpty { path.removeLast() }
        continue
      }
      let tag = parse(body)
      tags.append(tag)
      if tag.name == "style" || tag.name == "script" {
        guard let close = rest.range(of: "</\(tag.name)>") else {
          problems.append("\(tag.name) without end")
          return
        }
        rest = rest[close.upperBound...]
      } else if !Markup.void.contains(tag.name) {
        path.append(tag.name)
      }
    }
    add(rest, path)
    if !path.isEmpty { problems.append("not closed: \(path)") }
  }

  private mutating func add(_ text: Substring, _ path: [String]) {
    if text.contains(">") || text.contains("\"") || text.contains("'") {
      problems.append("unescaped: \(text.prefix(80))")
    }
    let resolved = resolve(String(text))
    if resolved.contains(where: { !$0.isWhitespace }) { texts.append((resolved, path)) }
  }

  private func resolve(_ text: String) -> String {
    var result = text
    for (reference, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      result = result.split(separator: reference, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return result
  }

  private mutating func parse(_ body: Substring) -> Tag {
    let name = String(body.prefix { $0 != " " })
    var tag = Tag(name: name, attributes: [])
    var rest = body.dropFirst(name.count)
    while let first = rest.first {
      guard first == " ", let equals = rest.firstIndex(of: "=") else {
        problems.append("odd attributes: \(body.prefix(120))")
        break
      }
      let attribute = String(rest[rest.index(after: rest.startIndex)..<equals])
      rest = rest[rest.index(after: equals)...]
      guard rest.first == "\"" else {
        problems.append("unquoted attribute: \(body.prefix(120))")
        break
      }
      rest = rest.dropFirst()
      guard let end = rest.firstIndex(of: "\"") else {
        problems.append("attribute without end: \(body.prefix(120))")
        break
      }
      tag.attributes.append((attribute, resolve(String(rest[..<end]))))
      rest = rest[rest.index(after: end)...]
    }
    return tag
  }
}

extension Substring {
  /// First place of some text.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<(index(start, offsetBy: text.count))
      }
      start = index(after: start)
    }
    return nil
  }
}
