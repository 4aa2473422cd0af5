/// Messages about how the decision says that a table is written.
extension Message {
  /// A file whose first bytes name another encoding than the decision does.
  public static func fileMarkOfOtherEncoding(found: String, stated: String) -> Message {
    Message(
      de: """
        die Datei beginnt mit der Kennung von \(found), die Entscheidung gibt aber \(stated) an; \
        encoding dort streichen
        """,
      en: """
        the file begins with the mark of \(found), but the decision states \(stated); delete \
        encoding there
        """)
  }

  /// A file that is UTF-8 though the decision states another encoding.
  public static func fileLooksLikeUTF8(stated: String) -> Message {
    Message(
      de: """
        die Datei sieht nach UTF-8 aus und wird, wie angegeben, als \(stated) gelesen; stehen in \
        den Texten Zeichen wie Ã¼, encoding in der Entscheidung streichen
        """,
      en: """
        the file looks like UTF-8 and is read as \(stated), as stated; if texts show signs such \
        as Ã¼, delete encoding in the decision
        """)
  }

  /// Encoding, delimiter or decimals stated for an XML file.
  public static func dialectForXML(path: String) -> Message {
    Message(
      de: """
        \(path) ist XML und sagt selbst, wie es geschrieben ist; encoding, delimiter und decimals \
        dort streichen
        """,
      en: """
        \(path) is XML and says itself how it is written; delete encoding, delimiter and decimals \
        there
        """)
  }
}
