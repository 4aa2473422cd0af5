public import DecisionModel
public import DelimitedText
public import Measures
public import Messages

/// What was understood of one file: how it is written, what its columns were taken for, what was left
/// out and why, and which totals it states.
///
/// It holds what the result alone doesn't show; the rows taken are the answers, costs and terms whose
/// position names the file. Lists are cut after ``most`` entries, of which the number is kept.
public struct FileUnderstanding: Sendable, Equatable {
  /// Entries of a list that are kept.
  public static let most = 500

  /// The file, as the decision names it.
  public let path: String
  /// How it is written; `nil` if it could not even be told what it is.
  public internal(set) var form: Form?
  /// What it says beside its rows, such as currency and validity.
  public internal(set) var facts: [Fact] = []
  /// What each column was taken for.
  public internal(set) var columns: [Column] = []
  /// How the numbers of each column are written, by its name, as far as numbers were read.
  public internal(set) var numberStyles: [String: NumberStyle] = [:]
  /// Rows that were left out on purpose; rows with an error are in the diagnostics.
  public internal(set) var leftOut = Listed<LeftOut>()
  /// Totals that the file states, with what they come to.
  public internal(set) var totals = Listed<Total>()
  /// Articles of a price list, with their first price, whether the decision needs them or not.
  public internal(set) var articles = Listed<Fact>()
  /// How many amounts are in each currency, by its three-letter code.
  public internal(set) var currencies: [String: Int] = [:]
  /// Positions that nobody has given a category.
  public internal(set) var uncategorised = Listed<Uncategorised>()

  init(path: String) { self.path = path }

  /// How a file is written.
  public enum Form: Sendable, Equatable {
    /// A delimited text file.
    case table(Table)
    /// An XML document, with the name of its format.
    case xml(LocalText)
  }

  /// How a delimited text file is written.
  public struct Table: Sendable, Equatable {
    /// Encoding and delimiter.
    public var dialect: Dialect
    /// What of this the decision states.
    public var stated: StatedDialect
    /// What its rows are; `nil` if no header row was found.
    public var shape: TableShape?
    /// Line of the header row.
    public var headerLine: Int?
  }

  /// Something that a file says once for all of its rows.
  public struct Fact: Sendable, Equatable {
    /// What it is about.
    public let name: LocalText
    /// What it says.
    public let text: String
    /// Where it stands.
    public let position: SourcePosition
  }

  /// A column of a table.
  public struct Column: Sendable, Equatable {
    /// Number from 1, counted from the left.
    public let number: Int
    /// Its header as written.
    public let header: String
    /// Votum's name for what it holds; `nil` if it is not read.
    public let meaning: String?
    /// The currency that the header names.
    public var currency: String?
    /// Whether the header says that prices are with (true) or without (false) tax.
    public var isGross: Bool?
    /// Whether the header says that figures are percent.
    public var isPercent = false
    /// What else the header says of its figures: thousands, for how many units, how often paid.
    public var notes: [LocalText] = []
  }

  /// A row that was left out.
  public struct LeftOut: Sendable, Equatable {
    /// Why.
    public let reason: LocalText
    /// What can be read in it first.
    public let text: String
    /// Where it stands.
    public let position: SourcePosition
  }

  /// A total that a file states.
  public struct Total: Sendable, Equatable {
    /// What it is the total of.
    public let name: LocalText
    /// What the file says.
    public let stated: Amount
    /// What its rows come to; `nil` if that can't be told.
    public let reckoned: Amount?
    /// Where it stands.
    public let position: SourcePosition

    /// Whether the two are equal to the cent; false if there is nothing to compare.
    public var agrees: Bool { reckoned.map(stated.agrees(with:)) ?? false }
  }

  /// A position without a category.
  public struct Uncategorised: Sendable, Equatable {
    /// What the decision may call it by.
    public let key: String
    /// The category that its words speak of.
    public let category: String?
    /// How often its words say that it is paid.
    public let frequency: String?
    /// Whether its quantity counts the months or years, so that one of them is paid each time.
    public let countsTime: Bool
  }

  /// The first entries of a list that may be long.
  public struct Listed<Entry: Sendable & Equatable>: Sendable, Equatable {
    /// The first entries.
    public private(set) var first: [Entry] = []
    /// How many there are.
    public private(set) var count = 0

    mutating func append(_ entry: @autoclosure () -> Entry) {
      count += 1
      if first.count < FileUnderstanding.most { first.append(entry()) }
    }

    /// Counts entries that nobody keeps.
    mutating func leaveOut(_ more: Int) { count += more }
  }
}

extension OfferReader {
  /// Notes something that was understood of a file.
  mutating func note(_ path: String, _ change: (inout FileUnderstanding) -> Void) {
    change(&understood[path, default: FileUnderstanding(path: path)])
  }

  /// Notes that a row was left out.
  mutating func noteLeftOut(_ cell: Cell, because reason: LocalText) {
    note(cell.position.file) {
      $0.leftOut.append(.init(reason: reason, text: cell.text, position: cell.position))
    }
  }

  /// Notes what the columns of a table were taken for.
  mutating func noteColumns<Column: OfferColumn>(_ header: HeaderRow<Column>, _ table: TableBody) {
    let cells = table.cells
    guard let place = cells.first?.position else { return }
    var meanings = Dictionary(header.fields.map { ($0.value, $0.key) }) { first, _ in first }
    for index in table.marks { meanings[index] = Column(rawValue: AnswerColumn.answer.rawValue) }
    for field in header.rhythms?.fields ?? [] {
      meanings[field.index] = Column(rawValue: PriceColumn.amount.rawValue)
    }
    note(place.file) { file in
      for (index, cell) in cells.enumerated() where !cell.text.isEmpty {
        let hint = meanings[index].flatMap { header.hints[$0] }
        file.columns.append(
          .init(
            number: index + 1, header: table.header(of: index),
            meaning: meanings[index]?.rawValue, currency: hint?.currency, isGross: hint?.isGross,
            isPercent: hint?.isPercent ?? false, notes: hint?.notes ?? []))
      }
    }
  }
}
