/// Which mark stands before the decimals: a person's habit, the same throughout a column.
public enum NumberStyle: String, Sendable, Hashable, Codable, CaseIterable {
  /// `1,234.56`
  case point
  /// `1.234,56`
  case comma

  /// What a column's cells say about its style.
  public enum Finding: Sendable, Hashable {
    /// One style reads every cell. If both do, with the same values throughout, ``point``.
    case decided(NumberStyle)
    /// Both styles read every cell, and the values differ; the first such cell, by its index, with
    /// both readings.
    case ambiguous(cell: Int, point: Amount, comma: Amount)
    /// No style reads every cell; the first cells, by index, that fit only one style.
    case contradictory(pointCell: Int, commaCell: Int)
  }

  /// Finds the style of a column from all its numbers (see ``NumberStyleEvidence``).
  public static func decide(_ cells: [NumberText]) -> Finding {
    var evidence = NumberStyleEvidence()
    for cell in cells { evidence.add(cell) }
    return evidence.finding
  }
}
