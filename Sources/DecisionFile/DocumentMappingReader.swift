import DecisionModel
import Measures
import Messages

/// Reads `xml` and `positions`: what offers in XML formats mean to the decision.
struct DocumentMappingReader {
  private let reading: Reading
  private let paths: Set<String>

  /// - Parameter files: all files that the decision names for offers.
  init(_ reading: Reading, files: [FileReference]) {
    self.reading = reading
    paths = Set(files.map(\.path))
  }

  /// Paths of rows and cells in documents of formats that Votum doesn't know, by file.
  func documents(_ reader: inout MappingReader) -> [String: [XMLMapping]] {
    var documents: [String: [XMLMapping]] = [:]
    for entry in entries("xml", &reader) {
      let groups: [YAMLNode]
      if case .sequence(let elements) = entry.value.content {
        groups = elements
      } else {
        groups = [entry.value]
      }
      if groups.isEmpty { reading.error(entry.value.position, .emptyList()) }
      documents[entry.name] = groups.compactMap { mapping($0) }
    }
    return documents
  }

  private func mapping(_ node: YAMLNode) -> XMLMapping? {
    guard var group = MappingReader(node, .free, reading) else { return nil }
    let rows = group.required("rows").flatMap(text)
    let decimals = group.optional("decimals").flatMap {
      reading.choice($0, of: NumberStyle.self)
    }
    let cells = texts(&group)
    guard let rows else { return nil }
    return XMLMapping(rows: rows, cells: cells, decimals: decimals, position: node.position)
  }

  /// What positions of quotations are, by file.
  func positions(_ reader: inout MappingReader) -> [String: [PositionMapping]] {
    var positions: [String: [PositionMapping]] = [:]
    for entry in entries("positions", &reader) {
      guard var group = MappingReader(entry.value, .free, reading) else { continue }
      positions[entry.name] = group.all().compactMap { position in
        guard var columns = MappingReader(position.value, .free, reading) else { return nil }
        return PositionMapping(
          key: MappedText(position.name, position: position.position), cells: texts(&columns))
      }
    }
    return positions
  }

  /// The entries of a group whose keys are files.
  private func entries(_ key: String, _ reader: inout MappingReader) -> [MappingReader.Entry] {
    guard let node = reader.optional(key), var group = MappingReader(node, .free, reading)
    else { return [] }
    let entries = group.all()
    for entry in entries where !paths.contains(entry.name) {
      let meant = reading.suggestion(for: entry.name, in: paths.sorted())
      reading.error(entry.position, .columnsOfUnknownFile(entry.name, meant))
    }
    return entries
  }

  private func texts(_ group: inout MappingReader) -> [String: MappedText] {
    var texts: [String: MappedText] = [:]
    for entry in group.all() { texts[entry.name] = text(entry.value) }
    return texts
  }

  private func text(_ node: YAMLNode) -> MappedText? {
    reading.text(node).map { MappedText($0, position: node.position) }
  }
}
