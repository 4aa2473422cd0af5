import DecisionModel
import Measures
import Messages

/// Reads scales and their anchors.
struct ScaleReader {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  /// The scales that have a name, with it.
  static let named: KeyValuePairs<String, Scale> = [
    "response": .levels(.response),
    "yes_no": .levels(.yesNo),
    "rating": .numeric(straight(unit: "", best: Amount(10))),
    "evidence": .numeric(straight(unit: "", best: Amount(5))),
    "percent": .numeric(straight(unit: "%", best: Amount(100))),
  ]

  private static func straight(unit: String, best: Amount) -> NumericScale {
    NumericScale(
      unit: unit,
      points: [.init(figure: .zero, value: .zero), .init(figure: best, value: .one)])
  }

  /// A scale in any of its forms.
  func scale(_ node: YAMLNode) -> Scale? {
    guard case .mapping = node.content else {
      return reading.choice(node, of: ScaleReader.named)
    }
    guard var reader = MappingReader(node, .scale, reading) else { return nil }
    let levels = reader.entry("levels")
    let points = reader.entry("points")
    let best = reader.optional("best")
    let worst = reader.optional("worst")
    let unitNode = reader.entry("unit")
    reader.finish()
    let forms = [levels != nil, points != nil, best != nil || worst != nil]
    guard forms.count(where: { $0 }) == 1 else {
      reading.error(node.position, .scaleForm())
      return nil
    }
    if let levels {
      if let unitNode { reading.error(unitNode.position, .unitOfLevels()) }
      return self.levels(levels.value).map { .levels($0) }
    }
    guard let unit = unit(unitNode) else { return nil }
    if let points {
      return self.points(points.value).map { .numeric(NumericScale(unit: unit, points: $0)) }
    }
    guard let best, let worst else {
      reading.error(node.position, .missingKey(best == nil ? "best" : "worst"))
      return nil
    }
    guard let bestFigure = figure(best, unit), let worstFigure = figure(worst, unit) else {
      return nil
    }
    if bestFigure == worstFigure {
      reading.error(worst.position, .bestEqualsWorst())
      return nil
    }
    let ends = [
      NumericScale.Point(figure: bestFigure, value: .one),
      NumericScale.Point(figure: worstFigure, value: .zero),
    ]
    return .numeric(NumericScale(unit: unit, points: ends.sorted { $0.figure < $1.figure }))
  }

  /// The unit; none if it is left out or written as `""`.
  private func unit(_ entry: MappingReader.Entry?) -> String? {
    guard let entry else { return "" }
    guard let text = entry.value.text else {
      reading.error(entry.value.position, .expectedValue(entry.value.kind))
      return nil
    }
    return text.trimmingBlanks
  }

  /// A figure, also with the unit written behind it.
  private func figure(_ node: YAMLNode, _ unit: String) -> Amount? {
    reading.text(node).flatMap { figure($0, unit: unit, at: node.position) }
  }

  /// A figure in a unit, which may stand behind it.
  func figure(_ text: String, unit: String, at position: SourcePosition) -> Amount? {
    var digits = text
    if !unit.isEmpty, text.lowercased().hasSuffix(unit.lowercased()) {
      digits = String(text.dropLast(unit.count)).trimmingBlanks
    }
    do {
      let number = try PlainNumber(digits)
      if number.isPercent {
        reading.error(position, .wrongUnit(text, unit))
        return nil
      }
      return number.value
    } catch .unknownWord {
      reading.error(position, .wrongUnit(text, unit))
    } catch {
      reading.error(position, .plainNumber(digits, problem: error))
    }
    return nil
  }

  // MARK: Points and anchors

  private func points(_ node: YAMLNode) -> [NumericScale.Point]? {
    guard let figures = figures(node) else { return nil }
    var points: [NumericScale.Point] = []
    for (figure, value) in figures {
      guard let value = reading.share(value) else { return nil }
      points.append(.init(figure: figure, value: value))
    }
    guard points.count >= 2 else {
      reading.error(node.position, .tooFewPoints())
      return nil
    }
    if Set(points.map(\.value)).count == 1 {
      reading.error(node.position, .allTheSame())
      return nil
    }
    return points.sorted { $0.figure < $1.figure }
  }

  /// Texts by figure.
  func anchors(_ node: YAMLNode) -> [Located<NumericScale.Anchor>]? {
    guard let figures = figures(node) else { return nil }
    return figures.compactMap { figure, value in
      reading.localText(value).map {
        Located(value: .init(figure: figure, text: $0), position: value.position)
      }
    }
  }

  /// A group whose keys are figures, each once.
  private func figures(_ node: YAMLNode) -> [(Amount, YAMLNode)]? {
    guard var reader = MappingReader(node, .free, reading) else { return nil }
    var result: [(Amount, YAMLNode)] = []
    var lines: [Amount: Int] = [:]
    var isWhole = true
    for entry in reader.all() {
      guard let figure = reading.number(entry.name, at: entry.position)?.value else {
        isWhole = false
        continue
      }
      if let line = lines[figure] {
        reading.error(entry.position, .duplicateKey(entry.name, line))
        isWhole = false
      }
      lines[figure] = entry.position.line
      result.append((figure, entry.value))
    }
    return isWhole ? result : nil
  }

  // MARK: Levels

  private func levels(_ node: YAMLNode) -> LevelScale? {
    var levels: [LevelScale.Level?] = []
    var seen: [String: Int] = [:]
    func add(_ id: String?, at position: SourcePosition, _ level: LevelScale.Level?) {
      if let id {
        if let line = seen[id] { reading.error(position, .duplicateLevel(id, line)) }
        seen[id] = position.line
      }
      levels.append(level)
    }
    switch node.content {
    case .mapping:
      guard var reader = MappingReader(node, .free, reading) else { return nil }
      for entry in reader.all() {
        let id = reading.identifier(
          YAMLNode(content: .scalar(entry.name, isPlain: true), position: entry.position))
        let value = reading.share(entry.value)
        add(
          id, at: entry.position,
          LevelScale.Level(id: id ?? "", name: LocalText(entry.name), value: value ?? .zero))
        if value == nil { return nil }
      }
    case .sequence(let elements):
      for element in elements {
        let level = self.level(element)
        add(level?.id, at: element.position, level)
      }
    case .scalar:
      reading.error(node.position, .expectedList(node.kind))
      return nil
    }
    let good = levels.compactMap(\.self)
    guard good.count == levels.count, seen.count == levels.count else { return nil }
    guard good.count >= 2 else {
      reading.error(node.position, .tooFewLevels())
      return nil
    }
    if Set(good.map(\.value)).count == 1 {
      reading.error(node.position, .allTheSame())
      return nil
    }
    return LevelScale(levels: good)
  }

  private func level(_ node: YAMLNode) -> LevelScale.Level? {
    guard var reader = MappingReader(node, .level, reading) else { return nil }
    let id = reader.required("id").flatMap { reading.identifier($0) }
    let name = reader.optional("name").flatMap(reading.localText)
    let value = reader.required("value").flatMap { reading.share($0) }
    var synonyms: [String] = []
    if let list = reader.optional("synonyms").flatMap(reading.list) {
      synonyms = list.compactMap(reading.text).map { $0.lowercased() }
    }
    reader.finish()
    guard let id, let value else { return nil }
    return LevelScale.Level(
      id: id, name: name ?? LocalText(id), value: value, synonyms: synonyms)
  }
}
