import Messages
import Testing

@testable import MatrixFile

/// Files that can't be analysed: what the first finding says, where, in both languages.
@Suite struct MalformedInputTests {
  struct Input: Sendable, CustomStringConvertible {
    let description: String
    let bytes: [UInt8]
    let line: Int
    let column: Int
    /// What the message must contain.
    let english: String
    let german: String

    init(_ text: String, _ line: Int, _ column: Int, _ english: String, _ german: String) {
      self.init(Array(text.utf8), text, line, column, english, german)
    }

    init(
      _ bytes: [UInt8], _ name: String, _ line: Int, _ column: Int, _ english: String,
      _ german: String
    ) {
      (self.bytes, self.line, self.column) = (bytes, line, column)
      (self.english, self.german) = (english, german)
      description = name
    }
  }

  /// A case of two criteria with one of its parts replaced.
  private static func json(
    criteria: String = #"[{"id": "a", "direction": "max"}, {"id": "b", "direction": "min"}]"#,
    alternatives: String = #"["x", "y"]"#, matrix: String = "[[1, 2], [3, 4]]"
  ) -> String {
    """
    {"criteria": \(criteria),
     "alternatives": \(alternatives),
     "matrix": \(matrix)}
    """
  }

  private static func xmcda(_ content: String) -> String {
    "<XMCDA xmlns=\"http://www.decision-deck.org/2012/XMCDA-2.2.0\">\n\(content)\n</XMCDA>"
  }

  private static func row(_ content: String) -> String {
    xmcda("<performanceTable><alternativePerformances>\(content)</alternativePerformances>")
      .replacing("</XMCDA>", with: "</performanceTable></XMCDA>")
  }

  static let syntax: [Input] = [
    Input("", 1, 1, "the file is empty", "die Datei ist leer"),
    Input(" \n\n", 1, 1, "the file is empty", "die Datei ist leer"),
    Input("\u{FEFF}", 1, 1, "the file is empty", "die Datei ist leer"),
    Input("null", 1, 1, "starts with “null”", "beginnt mit „null“"),
    Input("42\n", 1, 1, "starts with “42”", "beginnt mit „42“"),
    Input("\"text\"", 1, 1, "has one column only", "nur eine Spalte"),
    Input(
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "a picture", 1, 1,
      "not a text file", "keine Textdatei"),
    Input(
      [0x50, 0x4B, 3, 4, 20, 0, 6, 0], "a workbook", 1, 1, "not a text file", "keine Textdatei"),
    Input("// cars\n{}", 1, 1, "JSON has no comments", "JSON kennt keine Kommentare"),
    Input("/* cars */ {}", 1, 1, "JSON has no comments", "JSON kennt keine Kommentare"),
    Input("{\n  // cars\n}", 2, 3, "JSON has no comments", "JSON kennt keine Kommentare"),
    Input("{\"a\": /* 1 */ 1}", 1, 7, "JSON has no comments", "JSON kennt keine Kommentare"),
    Input("{} // end", 1, 4, "JSON has no comments", "JSON kennt keine Kommentare"),
    Input("[]", 1, 1, "an object { … } is expected", "wird ein Objekt { … } erwartet"),
    Input("{\"a\": 1,}", 1, 9, "a name in quotation marks", "ein Name in Anführungszeichen"),
    Input("{\"a\" 1}", 1, 6, "a colon is missing", "fehlt ein Doppelpunkt"),
    Input("{\"a\": 1 \"b\": 2}", 1, 9, "“,” or “}”", "„,“ oder „}“"),
    Input("{\"a\": [1 2]}", 1, 10, "“,” or “]”", "„,“ oder „]“"),
    Input("{\"a\": }", 1, 7, "a value is missing", "fehlt ein Wert"),
    Input("{\"a\": NaN}", 1, 7, "not a number", "keine Zahl"),
    Input("{\"a\": 01}", 1, 7, "not a number", "keine Zahl"),
    Input("{\"a\": 1e999}", 1, 7, "too large", "zu groß"),
    Input("{\"a\": 1, \"a\": 2}", 1, 10, "“a” stands twice", "„a“ steht zweimal"),
    Input("{\"a\": \"b", 1, 7, "quotation mark", "Anführungszeichen"),
    Input("{\"a\": \"\\q\"}", 1, 8, "what follows \\", "die Zeichenfolge nach \\"),
    Input("{\"a\": \"b\tc\"}", 1, 9, "control character", "Steuerzeichen"),
    Input("{} {}", 1, 4, "after the end", "nach dem Ende"),
    Input(
      String(repeating: "[", count: 70), 1, 65, "64", "64"),
    Input("<a", 1, 3, "XML", "XML"),
    Input("<XMCDA/>", 1, 1, "does not start an XMCDA 2 file", "beginnt keine XMCDA-2-Datei"),
  ]

  static let tables: [Input] = [
    Input(json(criteria: "[]"), 1, 14, "“criteria” is empty", "„criteria“ ist leer"),
    Input(json(alternatives: "[]"), 2, 18, "“alternatives” is empty", "„alternatives“ ist leer"),
    Input(json(matrix: "[]"), 3, 12, "“matrix” is empty", "„matrix“ ist leer"),
    Input(json(criteria: "null"), 1, 14, "“criteria” is null", "„criteria“ ist null"),
    Input(json(criteria: "7"), 1, 14, "must be a list", "muss hier eine Liste"),
    Input(json(criteria: "[7, 8]"), 1, 15, "an object { … } is expected", "ein Objekt { … }"),
    Input(json(alternatives: #"["x", ""]"#), 2, 24, "this name is empty", "Name ist leer"),
    Input(json(alternatives: #"["x", "  "]"#), 2, 24, "this name is empty", "Name ist leer"),
    Input(json(alternatives: #"["x", "x"]"#), 2, 24, "“x” occurs twice", "„x“ kommt zweimal"),
    Input(json(alternatives: #"["x", 2]"#), 2, 24, "must be a text", "muss hier ein Text"),
    Input(
      json(alternatives: #"["x"]"#), 3, 12, "2 entries here instead of 1", "2 Einträge statt 1"),
    Input(
      json(criteria: #"[{"id": "", "direction": "max"}, {"id": "b", "direction": "min"}]"#), 1, 15,
      "this name is empty", "Name ist leer"),
    Input(
      json(criteria: #"[{"id": "a"}, {"id": "b", "direction": "min"}]"#), 1, 15,
      "“direction” is missing", "fehlt „direction“"),
    Input(
      json(criteria: #"[{"id": "a", "direction": null}, {"id": "b", "direction": "min"}]"#), 1, 15,
      "“direction” is", "„direction“"),
    Input(
      json(
        criteria: #"[{"id": "a", "direction": "max", "weight": -1}, "#
          + #"{"id": "b", "direction": "min", "weight": 2}]"#), 1, 15, "at least 0", "mindestens 0"),
    Input(
      json(
        criteria: #"[{"id": "a", "direction": "max", "weight": 0}, "#
          + #"{"id": "b", "direction": "min", "weight": 0}]"#), 1, 15, "all weights",
      "alle Gewichte"),
    Input(json(matrix: "[[1, 2], 3]"), 3, 21, "must be a list", "muss hier eine Liste"),
    Input(json(matrix: "[[1, 2], [3, true]]"), 3, 25, "must be a number", "muss hier eine Zahl"),
    Input(
      json(matrix: #"[[1, 2], [3, {"low": 5, "high": 4}]]"#), 3, 25, "low", "low"),
    Input(json(matrix: "[[1, 2], [3, 1e101]]"), 3, 25, "below 1e100", "kleiner als 1e100"),
    Input(";a;b\ndirection;max;min\n", 1, 1, "no alternative below", "keine Alternative"),
    Input(";a;\ndirection;max;min\nx;1;2\n", 1, 4, "this name is empty", "Name ist leer"),
    Input(";a;b\ndirection;max;min\n;1;2\n", 3, 1, "this name is empty", "Name ist leer"),
    Input(";a;b\ndirection;max;min\nx;1;\n", 3, 5, "no value", "keinen Wert"),
    Input(";a;b\ndirection;max;min\nx;1\n", 3, 1, "2 entries", "2 Einträge"),
    Input(";a;b\nweight;1;\nx;1;2\n", 2, 10, "“weight” is missing", "fehlt „weight“"),
    Input(";a;b\ndirection;max;up\nx;1;2\n", 2, 15, "“up” is not known", "„up“ ist"),
    Input(";a;b\ndirection;max;min\nx;1;two\n", 3, 5, "“two” is not a number", "„two“ ist keine"),
    Input(",a,b\nx,1,\"2\n", 2, 5, "quot", "nführung"),
    Input(xmcda(""), 1, 1, "“performanceTable” is missing", "fehlt „performanceTable“"),
    Input(
      xmcda("<performanceTable/>"), 2, 1, "“performanceTable” is empty",
      "„performanceTable“ ist leer"),
    Input(row(""), 2, 19, "“alternativeID” is missing", "fehlt „alternativeID“"),
    Input(
      row(
        "<alternativeID>x</alternativeID><performance><value><real>1</real></value></performance>"),
      2, 76, "“criterionID” is missing", "fehlt „criterionID“"),
    Input(
      row(
        "<alternativeID>x</alternativeID><performance><criterionID>a</criterionID>"
          + "<value><real>one</real></value></performance>"), 2, 117, "“one” is not a number",
      "„one“ ist keine Zahl"),
    Input(
      row(
        "<alternativeID>x</alternativeID><performance><criterionID>a</criterionID>"
          + "<value><label>good</label></value></performance>"), 2, 117, "must be a number",
      "muss hier eine Zahl"),
  ]

  @Test(arguments: syntax + tables)
  func theFirstFindingSaysWhatAndWhere(_ input: Input) async {
    let outcome = await MatrixFile.analyse(
      input.bytes, path: "f", options: MatrixOptions(method: "topsis"))
    #expect(outcome.json == nil)
    let first = outcome.diagnostics.sorted.first { $0.severity == .error }
    #expect(
      first?.position == SourcePosition(file: "f", line: input.line, column: input.column))
    let text = first?.message.text
    #expect(text?.en.contains(input.english) == true, "\(text?.en ?? "nothing")")
    #expect(text?.de.contains(input.german) == true, "\(text?.de ?? "nothing")")
  }
}
