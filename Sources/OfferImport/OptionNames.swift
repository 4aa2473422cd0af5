import DecisionModel
import Messages

/// The names by which tables with a column for each option tell whose is which.
struct OptionNames {
  /// A header that names an option.
  struct Match {
    /// The option's identifier.
    let option: String
    /// What the header says beside the name: `Kommentar` in `Nordwind Kommentar`.
    let rest: String
  }

  /// The option that is being read.
  let own: String
  private let names: [(option: String, key: String)]
  private let shown: [String]
  /// Headers that the decision gives to options, folded.
  private let mapped: [String: String]

  /// - Parameter mapping: headers that the decision gives to columns, or to options by identifier.
  init(_ decision: Decision, own declaration: OfferDeclaration, mapping: [String: String]) {
    own = declaration.id
    var options = decision.offers
    if !options.contains(where: { $0.id == declaration.id }), !declaration.id.isEmpty {
      options.append(declaration)
    }
    names = options.flatMap { option in
      [option.id, option.name].map { (option.id, OptionNames.key(of: $0)) }
    }
    .filter { !$0.1.isEmpty }
    // The longest first, so that "Nord" does not take what "Nordwind" is meant by.
    .sorted { ($0.key.count, $1.key) > ($1.key.count, $0.key) }
    shown = options.flatMap { [$0.id, $0.name] }
    let ids = Set(options.map(\.id))
    var mapped: [String: String] = [:]
    for (name, header) in mapping where ids.contains(name) { mapped[header.closed] = name }
    self.mapped = mapped
  }

  /// The option that a header is the name of.
  func option(_ header: String) -> String? {
    if let option = mapped[header.closed] { return option }
    let key = OptionNames.key(of: header)
    return names.first { $0.key == key }?.option
  }

  /// The option that a header names, beside what the column holds.
  ///
  /// - Parameter isKnown: whether a folded text says what a column holds.
  func match(_ header: String, isKnown: (String) -> Bool) -> Match? {
    if let option = option(header) { return Match(option: option, rest: "") }
    let key = OptionNames.key(of: header)
    for (option, name) in names {
      if key.hasPrefix(name), isKnown(String(key.dropFirst(name.count))) {
        return Match(option: option, rest: String(key.dropFirst(name.count)))
      }
      if key.hasSuffix(name), isKnown(String(key.dropLast(name.count))) {
        return Match(option: option, rest: String(key.dropLast(name.count)))
      }
    }
    return nil
  }

  /// The option whose name is contained in a text such as that of a company.
  func option(within text: String) -> String? {
    let key = OptionNames.key(of: text)
    return names.first { $0.key.count > 3 && key.contains($0.key) }?.option
  }

  /// Whether a text contains a name of an option.
  func contains(_ option: String, within text: String) -> Bool {
    let key = OptionNames.key(of: text)
    return names.contains { $0.option == option && key.contains($0.key) }
  }

  /// The name that a header was probably meant to be.
  func suggestion(for header: String) -> String? { Suggestion.nearest(to: header, in: shown) }

  private static func key(of text: String) -> String {
    text.nameKey.filter { !"()[]/,–—".contains($0) }
  }
}
