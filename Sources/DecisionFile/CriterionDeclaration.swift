import DecisionModel
import Measures
import Messages

/// A value with the place where it stands.
struct Located<Value: Sendable>: Sendable {
  let value: Value
  let position: SourcePosition
}

/// What a file says about one criterion; whatever it leaves out may stand in a catalogue.
struct CriterionDeclaration: Sendable {
  let id: String
  var position: SourcePosition
  var name: LocalText?
  /// Whether the name is written in both languages.
  var isNameBilingual = false
  var note: LocalText?
  var under: Located<String>?
  var weight: WeightStatement?
  var scale: Located<Scale>?
  var anchors: [Located<NumericScale.Anchor>]?
  var knockout: Located<String>?
  /// The domain of a CAIQ that answers it.
  var caiq: Located<String>?
  var isRemoved = false

  /// Reads one element of a list of criteria.
  init?(_ node: YAMLNode, _ reading: Reading) {
    guard var reader = MappingReader(node, .criterion, reading) else { return nil }
    let idNode = reader.required("id")
    let id = idNode.flatMap { reading.identifier($0) }
    self.id = id ?? ""
    position = idNode?.position ?? node.position
    if let nameNode = reader.optional("name") {
      name = reading.localText(nameNode)
      if case .mapping = nameNode.content { isNameBilingual = true }
    }
    note = reader.optional("note").flatMap(reading.localText)
    if let node = reader.optional("under"), let text = reading.text(node) {
      under = Located(value: text, position: node.position)
    }
    weight = WeightStatement(&reader, reading)
    if let node = reader.optional("scale"), let scale = ScaleReader(reading).scale(node) {
      self.scale = Located(value: scale, position: node.position)
    }
    anchors = reader.optional("anchors").flatMap(ScaleReader(reading).anchors)
    if let node = reader.optional("knockout"), let text = reading.text(node) {
      knockout = Located(value: text, position: node.position)
    }
    if let node = reader.optional("caiq"), let text = reading.text(node) {
      caiq = Located(value: text.uppercased(), position: node.position)
    }
    isRemoved = reader.optional("remove").flatMap(reading.flag) ?? false
    reader.finish()
    if id == nil { return nil }
  }

  /// Reads a list of criteria; those that cannot be told apart are left out.
  static func list(_ node: YAMLNode, _ reading: Reading) -> [CriterionDeclaration] {
    guard let elements = reading.list(node) else { return [] }
    if elements.count > mostCriteria {
      reading.error(node.position, .tooManyCriteria(mostCriteria))
      return []
    }
    return elements.compactMap { CriterionDeclaration($0, reading) }
  }

  /// More questions than anybody answers; a bound against files gone wrong.
  static let mostCriteria = 5_000

  /// Takes over what a later declaration of the same criterion says.
  mutating func apply(_ change: CriterionDeclaration) {
    if let name = change.name {
      self.name = name
      isNameBilingual = change.isNameBilingual
    }
    note = change.note ?? note
    weight = change.weight ?? weight
    if let scale = change.scale {
      self.scale = scale
      anchors = nil
      // What a knock-out asks for is told in terms of the scale, so that is where it now fails.
      if let knockout { self.knockout = Located(value: knockout.value, position: scale.position) }
    }
    anchors = change.anchors ?? anchors
    knockout = change.knockout ?? knockout
    caiq = change.caiq ?? caiq
    position = change.position
  }
}

extension CriterionDeclaration {
  /// A factor of lock-in where leaving is part of the cost (`rulings.md` R5): what is paid for then
  /// has no weight beside it.
  var withoutCostOfLeaving: CriterionDeclaration {
    guard ["integrations", "data_export", "exit_help", "data_volume"].contains(id) else {
      return self
    }
    var factor = self
    factor.weight = weight.map {
      WeightStatement(basis: .number(StatedWeight(value: .zero), isPercent: false), of: $0)
    }
    return factor
  }
}

/// The weight of a goal or criterion in one of the forms in which it can be stated.
struct WeightStatement: Sendable {
  enum Basis: Sendable {
    case number(StatedWeight, isPercent: Bool)
    case priority(Priority)
    case rank(Int)
    /// Stated, but not readable, which was reported.
    case unreadable
  }

  let basis: Basis
  let position: SourcePosition

  /// Another weight at the same place.
  init(basis: Basis, of other: WeightStatement) {
    (self.basis, position) = (basis, other.position)
  }

  /// Reads `weight`, `priority` or `rank`; `nil` if none is there.
  init?(_ reader: inout MappingReader, _ reading: Reading) {
    let weight = reader.optional("weight")
    let priority = reader.optional("priority")
    let rank = reader.optional("rank")
    let stated = [weight, priority, rank].compactMap(\.self)
    if stated.count > 1 { reading.error(stated[1].position, .severalWeights()) }
    guard let node = stated.first else { return nil }
    position = node.position
    if weight != nil {
      basis =
        WeightStatement.number(node, reading).map { .number($0, isPercent: $1) } ?? .unreadable
    } else if priority != nil {
      basis = reading.choice(node, of: Priority.self).map { .priority($0) } ?? .unreadable
    } else {
      let rank = reading.whole(node, in: 1...CriterionDeclaration.mostCriteria)
      basis = rank.map { .rank($0) } ?? .unreadable
    }
  }

  /// `8`, `8 %` or `{ value: 8, low: 5, high: 12 }`.
  private static func number(_ node: YAMLNode, _ reading: Reading) -> (StatedWeight, Bool)? {
    guard case .mapping = node.content else {
      return plain(node, reading).map { (StatedWeight(value: $0.value), $0.isPercent) }
    }
    guard var reader = MappingReader(node, .weight, reading) else { return nil }
    let value = reader.required("value").flatMap { plain($0, reading) }
    let low = reader.required("low").flatMap { plain($0, reading) }
    let high = reader.required("high").flatMap { plain($0, reading) }
    reader.finish()
    guard let value, let low, let high else { return nil }
    guard low.value <= value.value, value.value <= high.value else {
      reading.error(node.position, .rangeNotOrdered("low", "value", "high"))
      return nil
    }
    return (StatedWeight(value: value.value, range: low.value...high.value), value.isPercent)
  }

  private static func plain(_ node: YAMLNode, _ reading: Reading) -> PlainNumber? {
    guard let number = reading.number(node) else { return nil }
    if number.value.isNegative {
      reading.error(node.position, .negative())
      return nil
    }
    return number
  }
}
