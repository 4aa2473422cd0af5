import Measures
import Messages
import TotalCost

// What prices multiply with.
extension CostFrameReader {
  /// What prices multiply with, in the order declared.
  func quantities(_ reader: inout MappingReader) -> [Named] {
    guard let node = reader.optional("quantities"),
      var group = MappingReader(node, .free, reading)
    else { return [] }
    let named = group.all().compactMap {
      entry -> (entry: MappingReader.Entry, quantity: Quantity)? in
      guard Reading.isIdentifier(entry.name) else {
        reading.error(entry.position, .badIdentifier(entry.name))
        return nil
      }
      return quantity(entry.value, of: entry.name).map { (entry, $0) }
    }
    checkShares(named)
    return named.map { ($0.entry.name, $0.quantity) }
  }

  /// The course of a quantity with a name.
  func quantity(_ node: YAMLNode, of name: String) -> Quantity? {
    quantity(node, isWhole: Self.wholeByNature.contains(name))
  }

  /// Quantities that come in ones (`rulings.md` R8).
  private static let wholeByNature: Set = ["users", "sites", "devices"]

  private func quantity(_ node: YAMLNode, isWhole: Bool) -> Quantity? {
    switch node.content {
    case .scalar:
      return reading.positiveOrZero(node).map {
        Quantity(course: .growing(start: $0, rate: .zero), isWhole: isWhole)
      }
    case .sequence(let elements):
      if elements.isEmpty {
        reading.error(node.position, .emptyList())
        return nil
      }
      let values = elements.compactMap(reading.positiveOrZero)
      guard values.count == elements.count else { return nil }
      return Quantity(course: .series(values), isWhole: isWhole)
    case .mapping:
      return growing(node, isWhole: isWhole)
    }
  }

  private func growing(_ node: YAMLNode, isWhole: Bool) -> Quantity? {
    guard var group = MappingReader(node, .quantity, reading) else { return nil }
    let whole = group.optional("whole").flatMap(reading.flag)
    let ofNode = group.optional("of")
    let share = group.optional("share").flatMap { reading.share($0) }
    let stepsNode = group.optional("steps")
    let start =
      ofNode == nil
      ? group.required("start").flatMap(reading.positiveOrZero)
      : group.optional("start").flatMap(reading.positiveOrZero)
    let growthNode = group.optional("growth")
    let growth = growthNode.flatMap {
      reading.rate($0, in: Amount(units: -99 * Amount.unitsPerWhole / 100)...Amount(10))
    }
    let low = group.optional("low").flatMap(reading.positiveOrZero)
    let high = group.optional("high").flatMap(reading.positiveOrZero)
    let shape = group.optional("shape").flatMap { reading.choice($0, of: RangeShape.self) }
    group.finish()
    if let ofNode {
      return shared(
        ofNode, share, isWhole: whole ?? true,
        standsAlone: start == nil && low == nil
          && high == nil && shape == nil && growthNode == nil && stepsNode == nil)
    }
    guard let start, growthNode == nil || growth != nil else { return nil }
    guard low ?? start <= start, start <= high ?? start else {
      reading.error(node.position, .rangeNotOrdered("low", "start", "high"))
      return nil
    }
    if start == .zero, let high, high > .zero {
      reading.error(node.position, .rangeAroundZero())
      return nil
    }
    var course = Quantity.Course.growing(start: start, rate: growth?.likely ?? .zero)
    if let stepsNode {
      guard growthNode == nil else {
        reading.error(stepsNode.position, .stepsBesideGrowth())
        return nil
      }
      guard let steps = steps(stepsNode) else { return nil }
      course = .steps(start: start, steps)
    }
    return Quantity(
      course: course, low: low, high: high, shape: shape ?? .triangular, growthRange: growth?.range,
      isWhole: whole ?? isWhole)
  }

  /// A share of another quantity, such as users at work at once.
  private func shared(
    _ node: YAMLNode, _ share: Amount?, isWhole: Bool, standsAlone: Bool
  ) -> Quantity? {
    guard let name = reading.text(node) else { return nil }
    guard let share, standsAlone else {
      reading.error(node.position, .shareOfQuantityForm())
      return nil
    }
    return Quantity(course: .share(of: name, share), isWhole: isWhole)
  }

  /// `{ 2028-07-01: 80, 2029-01-01: 95 }`.
  private func steps(_ node: YAMLNode) -> [Quantity.Step]? {
    guard var group = MappingReader(node, .free, reading) else { return nil }
    let entries = group.all()
    let steps = entries.compactMap { entry -> Quantity.Step? in
      guard let date = CalendarDate(entry.name) else {
        reading.error(entry.position, .badDate(entry.name))
        return nil
      }
      return reading.positiveOrZero(entry.value).map { .init(from: date, value: $0) }
    }
    return steps.count == entries.count ? steps : nil
  }

  /// Reports shares of quantities that do not exist or are shares themselves.
  private func checkShares(_ named: [(entry: MappingReader.Entry, quantity: Quantity)]) {
    for (entry, quantity) in named {
      guard case .share(let base, _) = quantity.course else { continue }
      let others = named.filter {
        if case .share = $0.quantity.course { false } else { true }
      }.map(\.entry.name)
      if others.contains(base) { continue }
      if named.contains(where: { $0.entry.name == base }) {
        reading.error(entry.value.position, .shareOfShare(base))
      } else {
        reading.error(
          entry.value.position,
          .shareOfUnknownQuantity(base, reading.suggestion(for: base, in: others), others))
      }
    }
  }
}
