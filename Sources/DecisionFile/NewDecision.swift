public import Catalogues
import DecisionModel
import DelimitedText
public import Measures
public import Messages

/// A decision folder to begin with: it evaluates as it stands, says what each field means, and is
/// plainly an example in everything that has to be replaced.
public enum NewDecision {
  /// A file of the folder.
  public struct File: Sendable, Hashable {
    /// Path relative to the folder, with `/`.
    public let path: String
    /// Its contents.
    public let bytes: [UInt8]
  }

  /// The files of a new decision folder.
  ///
  /// - Parameters:
  ///   - catalogue: The catalogue that it asks its questions from.
  ///   - language: The language of its comments, its example offers and its reports.
  ///   - today: The day from which all dates are counted.
  /// - Returns: `decision.yaml`, `README.md` and the offers; nothing if the catalogue has errors.
  public static func files(
    catalogue: Catalogue, language: Language, today: CalendarDate
  ) -> [File] {
    var ignored = Diagnostics()
    guard
      let shared = CatalogueFile.read(
        bytes: catalogue.bytes, file: catalogue.file, diagnostics: &ignored),
      let lockIn = CatalogueFile.read(
        bytes: Catalogue.lockIn.bytes, file: Catalogue.lockIn.file, diagnostics: &ignored)
    else { return [] }
    let template = DecisionTemplate(catalogue: shared, language: language, today: today)
    var files = [
      File(path: "decision.yaml", bytes: Array(template.decision.utf8)),
      File(path: "README.md", bytes: Array(template.readme.utf8)),
    ]
    for example in ExampleOffer.allCases {
      let tables = ExampleTables(example, language: language, start: template.start)
      let answers = tables.answers(to: [shared.criteria, lockIn.criteria])
      for (name, bytes) in zip(example.files(language), [answers, tables.prices, tables.terms]) {
        files.append(File(path: name, bytes: bytes))
      }
    }
    return files
  }
}

/// An option made up for a new folder.
enum ExampleOffer: CaseIterable {
  /// Software as a service, paid by user and month.
  case service
  /// Software run on own premises, bought once.
  case ownPremises
  /// What there is.
  case today

  /// The identifier, which also begins the names of the files.
  func id(_ language: Language) -> String {
    switch (self, language) {
    case (.service, .german): "beispiel-a"
    case (.service, .english): "example-a"
    case (.ownPremises, .german): "beispiel-b"
    case (.ownPremises, .english): "example-b"
    case (.today, .german): "heute"
    case (.today, .english): "today"
    }
  }

  /// Files with answers, prices and contract terms.
  func files(_ language: Language) -> [String] {
    let parts =
      switch language {
      case .german: ["antworten", "preise", "vertrag"]
      case .english: ["answers", "prices", "terms"]
      }
    return parts.map { "offers/\(id(language))-\($0).csv" }
  }

  /// The worth of its answers in hundredths, used in turn: plausible, and different for each option.
  var worths: [Int] {
    switch self {
    case .service: [90, 70, 95, 60, 80]
    case .ownPremises: [75, 90, 60, 85, 50]
    case .today: [40, 55, 30, 60, 35]
    }
  }

  /// The same for the factors of lock-in: the worth of being free to leave.
  var freedoms: [Int] {
    switch self {
    case .service: [50, 30, 75, 25, 55]
    case .ownPremises: [50, 75, 50, 30, 75]
    case .today: [25, 50, 30, 75, 50]
    }
  }

  /// How well its answers are proven.
  var evidence: Int {
    switch self {
    case .service: 2
    case .ownPremises: 3
    case .today: 5
    }
  }
}
