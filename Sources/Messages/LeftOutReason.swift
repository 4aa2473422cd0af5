/// Why a row of a file was left out on purpose.
public enum LeftOutReason {
  /// It stands before the header row.
  public static let beforeHeader = LocalText(
    de: "steht vor der Kopfzeile", en: "stands before the header row")
  /// It is a heading over other rows.
  public static let heading = LocalText(
    de: "Überschrift, ohne Angaben", en: "a heading without figures")
  /// It is the header once more.
  public static let repeatedHeader = LocalText(
    de: "Kopfzeile, wiederholt", en: "the header row, repeated")
  /// It sums up other rows.
  public static let total = LocalText(de: "Summenzeile", en: "a row of totals")
  /// What it stands for came to nothing.
  public static let nothingCharged = LocalText(
    de: "es wurde nichts berechnet", en: "nothing was charged")
}
