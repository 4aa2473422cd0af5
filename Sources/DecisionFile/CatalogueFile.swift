public import DecisionModel
public import Measures
public import Messages

/// A catalogue of criteria read from its file; the format is described in `docs/decision-file.md`.
public struct CatalogueFile: Sendable, Equatable {
  /// Its name in commands and decisions.
  public let id: String
  /// What people read.
  public let name: LocalText
  /// The day on which it was last looked through.
  public let asOf: CalendarDate
  /// Where its contents come from.
  public let source: String
  /// Its criteria, under the goals that it presumes, which weigh the same here.
  public let criteria: CriteriaTree

  /// Reads a catalogue and reports everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: How diagnostics name the file.
  ///   - diagnostics: Receives errors, and warnings about what a good catalogue has: names in both
  ///     languages, notes, anchors for ratings, at most ten knock-outs.
  /// - Returns: The catalogue, or `nil` if there was an error.
  public static func read(
    bytes: [UInt8], file: String, diagnostics: inout Diagnostics
  ) -> CatalogueFile? {
    let reading = Reading()
    defer { diagnostics.append(reading.diagnostics) }
    guard let declarations = declarations(bytes: bytes, file: file, reading) else { return nil }
    let top = SourcePosition(file: file, line: 1, column: 1)
    let goals = declarations.goals.map { GoalDeclaration(presumed: $0, position: top) }
    var builder = CriteriaBuilder(reading, goals: goals, method: .direct)
    builder.add(declarations.criteria)
    guard let tree = builder.tree(title: declarations.name?.en ?? "", position: top),
      !reading.diagnostics.hasErrors, let id = declarations.id, let name = declarations.name,
      let asOf = declarations.asOf, let source = declarations.source
    else { return nil }
    lint(declarations, tree, top, reading)
    return CatalogueFile(id: id, name: name, asOf: asOf, source: source, criteria: tree)
  }

  /// A catalogue's file before its criteria are put together.
  struct Declarations {
    var id: String?
    var name: LocalText?
    var asOf: CalendarDate?
    var source: String?
    var criteria: [CriterionDeclaration]

    /// The goals that the criteria presume, in the order in which they are named.
    var goals: [String] {
      let own = Set(criteria.map(\.id))
      var goals: [String] = []
      for criterion in criteria {
        guard let first = criterion.under?.value.split(separator: "/").first.map(String.init),
          !own.contains(first), !goals.contains(first), goals.count < 20
        else { continue }
        goals.append(first)
      }
      return goals
    }
  }

  /// Reads a catalogue's file; `nil` if it is not YAML.
  static func declarations(bytes: [UInt8], file: String, _ reading: Reading) -> Declarations? {
    guard
      let root = YAMLDocument.mapping(in: bytes, file: file, diagnostics: &reading.diagnostics),
      var reader = MappingReader(root, .catalogue, reading)
    else { return nil }
    reader.required("votum_catalogue").map(reading.version)
    let id = reader.required("id").flatMap { reading.identifier($0, allowsHyphen: true) }
    let name = reader.required("name").flatMap(reading.localText)
    let asOf = reader.required("as_of").flatMap(reading.date)
    let source = reader.required("source").flatMap(reading.text)
    let criteria = reader.required("criteria").map { CriterionDeclaration.list($0, reading) } ?? []
    reader.finish()
    return Declarations(id: id, name: name, asOf: asOf, source: source, criteria: criteria)
  }

  /// The most knock-outs that a catalogue should flag (`rulings.md` R2).
  static let mostKnockouts = 10

  private static func lint(
    _ declarations: Declarations, _ tree: CriteriaTree, _ top: SourcePosition, _ reading: Reading
  ) {
    for declaration in declarations.criteria {
      if !declaration.isNameBilingual {
        reading.warning(declaration.position, .nameInOneLanguage(declaration.id))
      }
    }
    for leaf in tree.leaves {
      let criterion = tree.nodes[leaf]
      if criterion.note == nil { reading.warning(criterion.position, .noteMissing(criterion.id)) }
      if case .question(.numeric(let scale)) = criterion.role, scale.unit.isEmpty,
        scale.anchors.isEmpty, scale.points.count == 2
      {
        reading.warning(criterion.position, .anchorsMissing(criterion.id))
      }
    }
    let knockouts = tree.nodes.count { $0.knockout != nil }
    if knockouts > mostKnockouts {
      reading.warning(top, .manyKnockouts(knockouts, mostKnockouts))
    }
  }
}
