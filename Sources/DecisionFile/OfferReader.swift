import DecisionModel
import DelimitedText
import Measures
import Messages
import TotalCost

/// Reads the options and everything that refers to them.
struct OfferReader {
  private let reading: Reading
  private let currency: String?

  init(_ reading: Reading, currency: String?) {
    self.reading = reading
    self.currency = currency
  }

  // MARK: Options

  /// The options in the order declared.
  func offers(_ reader: inout MappingReader) -> [OfferDeclaration] {
    guard let node = reader.required("offers"), let elements = reading.list(node) else { return [] }
    if elements.isEmpty { reading.error(node.position, .noOffers()) }
    var lines: [String: Int] = [:]
    var offers: [OfferDeclaration] = []
    for element in elements {
      guard let offer = offer(element) else { continue }
      if let line = lines[offer.id] {
        reading.error(offer.position, .duplicateOffer(offer.id, line))
        continue
      }
      lines[offer.id] = offer.position.line
      offers.append(offer)
    }
    return offers
  }

  private func offer(_ node: YAMLNode) -> OfferDeclaration? {
    guard var group = MappingReader(node, .offer, reading) else { return nil }
    let idNode = group.required("id")
    let id = idNode.flatMap { reading.identifier($0, allowsHyphen: true) }
    let name = group.required("name").flatMap(reading.text)
    let kind = group.required("kind").flatMap {
      reading.choice($0, of: OfferDeclaration.Kind.self)
    }
    let goLive = group.optional("go_live").flatMap(reading.uncertainDate)
    let life = group.optional("life").flatMap(CostFrameReader(reading, currency: currency).years)
    let team = group.optional("team").flatMap(team)
    let delay = group.optional("delay").flatMap(delay)
    let files = group.required("files").flatMap(files)
    group.finish()
    guard let id, let name, let kind, let files else { return nil }
    var offer = OfferDeclaration(
      id: id, name: name, kind: kind, goLive: goLive?.likely, files: files,
      position: idNode?.position ?? node.position)
    offer.goLiveRange = goLive?.range
    offer.life = life
    offer.team = team
    offer.delay = delay
    return offer
  }

  /// The people whom a solution of one's own depends on.
  private func team(_ node: YAMLNode) -> Team? {
    guard var group = MappingReader(node, .team, reading) else { return nil }
    let people = group.required("people").flatMap(reading.positiveOrZero)
    let leaving = group.required("leaving").flatMap { reading.share($0) }
    let months = group.required("months").flatMap(reading.positiveOrZero)
    let impact = group.required("impact").flatMap { reading.money($0, currency: currency) }
    let recruiting = group.optional("recruiting").flatMap {
      reading.money($0, currency: currency)
    }
    let keepers = group.optional("keepers").flatMap { reading.whole($0, in: 1...1_000) }
    let standstill = group.optional("standstill").flatMap {
      reading.money($0, currency: currency)
    }
    group.finish()
    guard let people, let leaving, let months, let impact else { return nil }
    return Team(
      people: people, leaving: leaving, months: months, impact: impact,
      recruiting: recruiting ?? .zero, keepers: keepers, standstill: standstill ?? .zero)
  }

  /// By how much going live will probably slip.
  private func delay(_ node: YAMLNode) -> Delay? {
    guard var group = MappingReader(node, .delay, reading) else { return nil }
    let months = group.required("months").flatMap { reading.whole($0, in: 0...120) }
    let cost = group.required("cost").flatMap { reading.money($0, currency: currency) }
    group.finish()
    guard let months, let cost else { return nil }
    return Delay(months: months, monthlyCost: cost)
  }

  private func files(_ node: YAMLNode) -> [FileReference]? {
    guard let elements = reading.list(node) else { return nil }
    if elements.isEmpty {
      reading.error(node.position, .emptyList())
      return nil
    }
    var lines: [String: Int] = [:]
    var files: [FileReference] = []
    for element in elements {
      guard let file = file(element) else { continue }
      if let line = lines[file.path] {
        reading.error(file.position, .duplicateFile(file.path, line))
        continue
      }
      lines[file.path] = file.position.line
      files.append(file)
    }
    return files
  }

  /// A path, or a group of a path and what the file has to keep to.
  private func file(_ node: YAMLNode) -> FileReference? {
    guard case .mapping = node.content else {
      return reading.file(node).map { FileReference(path: $0, position: node.position) }
    }
    guard var group = MappingReader(node, .offerFile, reading) else { return nil }
    let pathNode = group.required("path")
    let path = pathNode.flatMap(reading.file)
    let schema = group.optional("schema").flatMap { schema in
      reading.file(schema).map { FileReference.Schema(path: $0, position: schema.position) }
    }
    let dialect = StatedDialect(
      encoding: group.optional("encoding").flatMap { reading.choice($0, of: TextEncoding.self) },
      delimiter: group.optional("delimiter").flatMap(delimiter),
      decimals: group.optional("decimals").flatMap { reading.choice($0, of: NumberStyle.self) })
    group.finish()
    return path.map {
      FileReference(
        path: $0, position: pathNode?.position ?? node.position, schema: schema, dialect: dialect)
    }
  }

  /// A delimiter by its name or as it is.
  private func delimiter(_ node: YAMLNode) -> Delimiter? {
    let names: KeyValuePairs<String, Delimiter> = [
      "semicolon": .semicolon, "comma": .comma, "tab": .tab, "pipe": .pipe,
    ]
    if let text = node.text, text.utf8.count == 1,
      let delimiter = text.utf8.first.flatMap(Delimiter.init(rawValue:))
    {
      return delimiter
    }
    return reading.choice(node, of: names)
  }

  /// Lets what is stated of a file in one place hold wherever the file is named.
  func shareDialects(_ offers: inout [OfferDeclaration], _ baseline: inout FileReference?) {
    var stated: [String: StatedDialect] = [:]
    for file in offers.flatMap(\.files) + (baseline.map { [$0] } ?? []) {
      let known = stated[file.path] ?? StatedDialect()
      if let joined = known.joined(with: file.dialect) {
        stated[file.path] = joined
      } else {
        reading.error(file.position, .dialectStatedTwice(file.path))
      }
    }
    func complete(_ file: inout FileReference) { file.dialect = stated[file.path] ?? file.dialect }
    for offer in offers.indices {
      for file in offers[offer].files.indices { complete(&offers[offer].files[file]) }
    }
    if var file = baseline {
      complete(&file)
      baseline = file
    }
  }

  /// The file whose costs run until an option goes live.
  func baseline(_ reader: inout MappingReader) -> FileReference? {
    reader.optional("today").flatMap(file)
  }

  /// Names of columns that vendors chose themselves.
  func columns(
    _ reader: inout MappingReader, files: [FileReference]
  ) -> [String: ColumnMapping] {
    guard let node = reader.optional("columns"), var group = MappingReader(node, .free, reading)
    else { return [:] }
    let paths = Set(files.map(\.path))
    var columns: [String: ColumnMapping] = [:]
    for entry in group.all() {
      if !paths.contains(entry.name) {
        let meant = reading.suggestion(for: entry.name, in: paths.sorted())
        reading.error(entry.position, .columnsOfUnknownFile(entry.name, meant))
      }
      guard var names = MappingReader(entry.value, .free, reading) else { continue }
      var headers: [String: String] = [:]
      for column in names.all() { headers[column.name] = reading.text(column.value) }
      columns[entry.name] = ColumnMapping(headers: headers, position: entry.position)
    }
    return columns
  }

  // MARK: What refers to options

  /// Limits on money and time.
  func limits(_ reader: inout MappingReader) -> Limits {
    guard let node = reader.optional("limits"), var group = MappingReader(node, .limits, reading)
    else { return Limits() }
    func money(_ key: String) -> Amount? {
      group.optional(key).flatMap { reading.money($0, currency: currency) }
    }
    let limits = Limits(
      total: money("total"), firstYear: money("first_year"), investment: money("investment"),
      fiscalYear: money("fiscal_year"),
      goLive: group.optional("go_live").flatMap(reading.date))
    group.finish()
    return limits
  }

  /// Knock-outs that are waived for an option.
  func waivers(
    _ reader: inout MappingReader, offers: [OfferDeclaration], tree: CriteriaTree?
  ) -> [Waiver] {
    guard let elements = reader.optional("waivers").flatMap(reading.list) else { return [] }
    return elements.compactMap { element in
      guard var group = MappingReader(element, .waiver, reading) else { return nil }
      let offer = group.required("offer").flatMap { known($0, among: offers) }
      let criterion = group.required("criterion").flatMap { node in
        tree.flatMap { self.criterion(node, in: $0) }
      }
      let reason = group.required("reason").flatMap(reading.text)
      group.finish()
      guard let offer, let criterion, let reason else { return nil }
      return Waiver(offer: offer, criterion: criterion, reason: reason)
    }
  }

  private func criterion(_ node: YAMLNode, in tree: CriteriaTree) -> Int? {
    guard let name = reading.text(node) else { return nil }
    guard let index = tree.index(of: name) else {
      reading.error(
        node.position, .unknownCriterion(name, reading.suggestion(for: name, in: tree.names)))
      return nil
    }
    if tree.nodes[index].knockout == nil {
      reading.error(node.position, .nothingToWaive(name))
      return nil
    }
    return index
  }

  /// Ranges assumed for prices that options leave open.
  func assumedPrices(
    _ reader: inout MappingReader, offers: [OfferDeclaration]
  ) -> [AssumedPrice] {
    guard let elements = reader.optional("assumed_prices").flatMap(reading.list) else { return [] }
    return elements.compactMap { element in
      guard var group = MappingReader(element, .assumedPrice, reading) else { return nil }
      let offer = group.required("offer").flatMap { known($0, among: offers) }
      let line = group.required("line").flatMap(reading.text)
      func money(_ key: String) -> Amount? {
        group.required(key).flatMap { reading.money($0, currency: currency) }
      }
      let (low, likely, high) = (money("low"), money("likely"), money("high"))
      let shape = group.optional("shape").flatMap { reading.choice($0, of: RangeShape.self) }
      group.finish()
      guard let offer, let line, let low, let likely, let high else { return nil }
      guard low <= likely, likely <= high else {
        reading.error(element.position, .rangeNotOrdered("low", "likely", "high"))
        return nil
      }
      return AssumedPrice(
        offer: offer, line: line,
        range: CostLine.AssumedRange(low: low, likely: likely, high: high),
        shape: shape ?? .triangular,
        position: element.position)
    }
  }

  private func known(_ node: YAMLNode, among offers: [OfferDeclaration]) -> String? {
    reading.text(node).flatMap { reading.offer($0, at: node.position, among: offers) }
  }
}

extension Reading {
  /// The identifier of a declared option; reports any other name.
  func offer(
    _ name: String, at position: SourcePosition, among offers: [OfferDeclaration]
  ) -> String? {
    if offers.contains(where: { $0.id == name }) { return name }
    let ids = offers.map(\.id)
    error(position, .unknownOffer(name, suggestion(for: name, in: ids), ids))
    return nil
  }
}
