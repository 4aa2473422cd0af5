/// Words of a report's tables that a reader works with: sorting, folding, and where a figure comes
/// from.
public enum PageWords {
  /// Only rows in which the options differ.
  public static let onlyDifferences = LocalText(
    de: "Nur zeigen, was sich unterscheidet", en: "Show only what differs")
  /// Opens all branches.
  public static let unfold = LocalText(de: "Alle Zweige öffnen", en: "Open all branches")
  /// Closes all branches.
  public static let fold = LocalText(de: "Alle Zweige schließen", en: "Close all branches")
  /// How figures tell their source.
  public static let askAnyFigure = LocalText(
    de: """
      Ein Klick auf eine Zelle (oder Pfeiltasten und Eingabe) zeigt, woraus ihre Punkte entstehen \
      und wo das steht; bei Kosten ebenso. Ein Klick auf einen Spaltenkopf sortiert.
      """,
    en: """
      A click on a cell (or arrow keys and Enter) shows what its points are made of and where that \
      is written; for costs likewise. A click on the head of a column sorts.
      """)
  /// Closes the sheet that tells where a figure comes from.
  public static let close = LocalText(de: "Schließen", en: "Close")

  /// Words and templates for the page's scripts, which know none themselves, by the name under which
  /// they know them.
  public static func templates(_ language: Language) -> [String: String] {
    templates.mapValues { $0(language) }
      .merging(WhatIfWords.templates(language)) { first, _ in first }
  }

  private static let templates: [String: LocalText] = [
    "locale": LocalText(de: "de-DE", en: "en-GB"),
    "percent": LocalText(de: "{n}\u{A0}%", en: "{n}%"),
    "sort": LocalText(de: "Sortieren", en: "Sort"),
    "answer": LocalText(de: "Antwort", en: "Answer"),
    "understood": LocalText(de: "Verstanden als", en: "Understood as"),
    "noAnswer": LocalText(de: "keine Antwort", en: "no answer"),
    "scale": LocalText(de: "Maßstab", en: "Scale"),
    "evidence": LocalText(de: "Beleg", en: "Evidence"),
    "comment": LocalText(de: "Bemerkung", en: "Remark"),
    "weight": LocalText(de: "Gewicht", en: "Weight"),
    "points": LocalText(de: "Punkte", en: "Points"),
    "sumBelow": LocalText(de: "Summe der Zeilen darunter", en: "sum of the rows below"),
    "product": LocalText(
      de: "100 × Gewicht {weight} × Wert {value} = {points}",
      en: "100 × weight {weight} × value {value} = {points}"),
    "source": LocalText(de: "Steht in", en: "Written in"),
    "position": LocalText(
      de: "{figure}, aus {price} ({source})", en: "{figure}, from {price} ({source})"),
    "sumOfPositions": LocalText(
      de: "{sum}, Summe der Positionen oben", en: "{sum}, the sum of the positions above"),
    "sum": LocalText(de: "Zusammen", en: "Together"),
  ]

  /// A place in a file in words.
  public static func place(_ source: SourcePosition) -> LocalText {
    guard source.line > 0 else { return LocalText(de: source.file, en: source.file) }
    return LocalText(
      de: "\(source.file), Zeile \(source.line)", en: "\(source.file), line \(source.line)")
  }
}
