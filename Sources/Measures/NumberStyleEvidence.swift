/// What the numbers of a column say about its style, cell by cell, without keeping them.
public struct NumberStyleEvidence: Sendable {
  private var count = 0
  private var pointCell: Int?
  private var commaCell: Int?
  private var differing: (cell: Int, point: Amount, comma: Amount)?

  /// No cell.
  public init() {}

  /// Takes in the number of the next cell.
  public mutating func add(_ number: NumberText) {
    if let point = number.point, let comma = number.comma {
      if point != comma, differing == nil { differing = (count, point, comma) }
    } else if number.comma == nil {
      pointCell = pointCell ?? count
    } else {
      commaCell = commaCell ?? count
    }
    count += 1
  }

  /// What all cells so far say; cells are counted from 0.
  ///
  /// One cell that only one style can read, such as `0,5`, proves the style of the whole column.
  public var finding: NumberStyle.Finding {
    switch (pointCell, commaCell) {
    case (let point?, let comma?): .contradictory(pointCell: point, commaCell: comma)
    case (_?, nil): .decided(.point)
    case (nil, _?): .decided(.comma)
    case (nil, nil):
      if let differing {
        .ambiguous(cell: differing.cell, point: differing.point, comma: differing.comma)
      } else {
        .decided(.point)
      }
    }
  }
}
