import DecisionModel
import Measures
import Messages

/// Reads named alternative weights (`rulings.md` R2): a profile states the percentage that a node has
/// among its siblings; the siblings that it does not name share the rest in their old proportions.
struct ProfileReader {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  /// More would be no help in deciding.
  private static let mostProfiles = 30

  /// The profiles in the order declared; without a tree nothing is checked.
  func profiles(_ node: YAMLNode, tree: CriteriaTree?) -> [WeightProfile] {
    guard var group = MappingReader(node, .free, reading) else { return [] }
    let entries = group.all()
    if entries.count > ProfileReader.mostProfiles {
      reading.error(node.position, .tooManyProfiles(ProfileReader.mostProfiles))
      return []
    }
    guard let tree else { return [] }
    return entries.compactMap { profile($0, tree) }
  }

  private func profile(_ entry: MappingReader.Entry, _ tree: CriteriaTree) -> WeightProfile? {
    localWeights(entry.value, tree).map { WeightProfile(name: entry.name, localWeights: $0) }
  }

  /// Local weights of all nodes under a group of stated percentages.
  func localWeights(_ node: YAMLNode, _ tree: CriteriaTree) -> [Double]? {
    guard var group = MappingReader(node, .free, reading) else { return nil }
    var named: [Int: Amount] = [:]
    var places: [Int: SourcePosition] = [:]
    for weight in group.all() {
      guard let index = tree.index(of: weight.name) else {
        let meant = reading.suggestion(for: weight.name, in: tree.names)
        reading.error(weight.position, .unknownCriterion(weight.name, meant))
        continue
      }
      if let place = places[index] {
        reading.error(weight.position, .duplicateKey(weight.name, place.line))
        continue
      }
      places[index] = weight.position
      guard let number = reading.number(weight.value) else { continue }
      if number.value.isNegative {
        reading.error(weight.value.position, .negative())
      } else {
        named[index] = number.value
      }
    }
    return localWeights(named, places, tree)
  }

  /// Local weights of all nodes when some have stated percentages.
  func localWeights(
    _ named: [Int: Amount], _ places: [Int: SourcePosition], _ tree: CriteriaTree
  ) -> [Double] {
    var weights = tree.nodes.map(\.localWeight)
    for siblings in tree.children {
      let touched = siblings.filter { named[$0] != nil }
      guard let first = touched.compactMap({ places[$0] }).min() else { continue }
      redistribute(siblings, named, at: first, &weights)
    }
    return weights
  }

  private func redistribute(
    _ siblings: [Int], _ named: [Int: Amount], at place: SourcePosition,
    _ weights: inout [Double]
  ) {
    var sum = Amount.zero
    for sibling in siblings {
      guard let next = try? sum.adding(named[sibling] ?? .zero) else {
        reading.error(place, .weightsTooLarge())
        return
      }
      sum = next
    }
    let tolerance = Amount(units: Amount.unitsPerWhole / 100)
    let whole = Amount(100)
    var others = 0.0
    for sibling in siblings where named[sibling] == nil { others += weights[sibling] }
    let isFull = (sum.units - whole.units).magnitude <= tolerance.units.magnitude
    guard isFull || (sum < whole && others > 0) else {
      reading.error(place, .profileSum(sum.text))
      return
    }
    let total = isFull ? sum.double : 100
    let rest = isFull ? 0 : 1 - sum.double / 100
    for sibling in siblings {
      if let weight = named[sibling] {
        weights[sibling] = weight.double / total
      } else if others > 0 {
        weights[sibling] *= rest / others
      }
    }
  }
}
