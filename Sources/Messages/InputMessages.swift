/// What can be wrong with files before anybody looks inside.
extension Message {
  /// Reading is not permitted.
  public static func inputForbidden(_ name: String) -> Message {
    Message(
      de: "„\(name)“ darf nicht gelesen werden; Leserecht geben",
      en: "“\(name)” may not be read; grant permission to read it")
  }

  /// A folder stands where a file should be.
  public static func inputIsFolder(_ name: String) -> Message {
    Message(
      de: "„\(name)“ ist ein Ordner; eine Datei darin nennen",
      en: "“\(name)” is a folder; name a file in it")
  }

  /// Something that is no file.
  public static func inputIsNoFile(_ name: String) -> Message {
    Message(
      de: "„\(name)“ ist keine gewöhnliche Datei; den Inhalt als Datei ablegen",
      en: "“\(name)” is not a regular file; save its content as a file")
  }

  /// Nothing of that name.
  public static func inputMissing(_ name: String) -> Message {
    Message(
      de: "„\(name)“ gibt es nicht; Pfad prüfen (in decision.yaml gilt er ab deren Ordner)",
      en: "“\(name)” does not exist; check the path (in decision.yaml it starts at its folder)")
  }

  /// The hash could not be computed.
  public static func inputNotHashed(_ name: String) -> Message {
    Message(
      de: "die Prüfsumme von „\(name)“ ließ sich nicht bilden; die OpenSSL-Bibliothek des "
        + "Systems prüfen",
      en: "the hash of “\(name)” could not be computed; check the system's OpenSSL library")
  }

  /// Too large to be an offer.
  public static func inputTooLarge(_ name: String, megabytes: Int) -> Message {
    Message(
      de: "„\(name)“ ist mit \(megabytes) MB zu groß; höchstens 1024 MB, Datei teilen",
      en: "“\(name)” is too large at \(megabytes) MB; at most 1024 MB, split the file")
  }

  /// The system reports an error.
  public static func inputUnreadable(_ name: String, code: Int) -> Message {
    Message(
      de: "„\(name)“ lässt sich nicht lesen (Systemfehler \(code)); Datei und Datenträger prüfen",
      en: "“\(name)” cannot be read (system error \(code)); check the file and the disk")
  }
}
