import Catalogues
public import DecisionModel
import Measures
public import Messages
import TotalCost

/// Reads `decision.yaml`; the format is described in `docs/decision-file.md`.
public enum DecisionFile {
  /// Reads a decision and reports everything that is wrong with it, each with line and column.
  ///
  /// No file is opened here: whoever calls reads, and hashes, every input.
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: How diagnostics name the file.
  ///   - loadCatalogue: The bytes of a catalogue by its path relative to the decision's folder;
  ///     `nil` if it cannot be read. Asked at most once; shipped catalogues are not asked for.
  ///   - diagnostics: Receives errors and warnings, also those within catalogues.
  /// - Returns: The decision, or `nil` if there was an error.
  public static func read(
    bytes: [UInt8], file: String, loadCatalogue: (String) -> [UInt8]?,
    diagnostics: inout Diagnostics
  ) -> Decision? {
    let reading = Reading()
    defer { diagnostics.append(reading.diagnostics) }
    return read(bytes: bytes, file: file, loadCatalogue: loadCatalogue, reading)
  }

  static func read(
    bytes: [UInt8], file: String, loadCatalogue: (String) -> [UInt8]?, _ reading: Reading
  ) -> Decision? {
    guard
      let root = YAMLDocument.mapping(in: bytes, file: file, diagnostics: &reading.diagnostics),
      var reader = MappingReader(root, .decision, reading)
    else { return nil }
    let decision = DecisionReader(reading, file: file).decision(&reader, loadCatalogue)
    reader.finish()
    return reading.diagnostics.hasErrors ? nil : decision
  }
}

/// Reads the keys of `decision.yaml` one after another.
struct DecisionReader {
  let reading: Reading
  let file: String

  init(_ reading: Reading, file: String) {
    self.reading = reading
    self.file = file
  }

  /// The decision; `nil` only after an error. Everything is read even so, for its errors.
  func decision(
    _ reader: inout MappingReader, _ loadCatalogue: (String) -> [UInt8]?
  ) -> Decision? {
    reader.required("votum").map(reading.version)
    let title = reader.required("title").flatMap(reading.text)
    let language =
      reader.optional("language").flatMap { reading.choice($0, of: Language.self) } ?? .english
    let currency = reader.required("currency").flatMap(currency)
    let asOf = reader.required("as_of").flatMap(reading.date)
    let decideByNode = reader.optional("decide_by")
    let decideBy = decideByNode.flatMap(reading.date)
    let reviewOnNode = reader.optional("review_on")
    let reviewOn = reviewOnNode.flatMap(reading.date)
    if let asOf, let decideBy, let node = decideByNode, decideBy < asOf {
      reading.warning(node.position, .decideByPassed())
    }
    if let decideBy, let reviewOn, let node = reviewOnNode, reviewOn < decideBy {
      reading.warning(node.position, .reviewBeforeDecision())
    }
    let owner = reader.optional("owner").flatMap(reading.text)
    let confidential = reader.optional("confidential").flatMap(reading.flag) ?? false
    let frame = CostFrameReader(reading, currency: currency)
    let quantities = frame.quantities(&reader)
    var plan = frame.plan(&reader, quantities: quantities)
    let rates = frame.exchangeRates(&reader)
    let shocks = frame.exchangeShocks(&reader, rates: rates)
    let indexes = frame.indexes(&reader)
    plan?.exchangeRates = Dictionary(grouping: rates, by: \.currency).mapValues {
      $0.map { DatedRate(from: $0.from, rate: $0.rate, range: $0.range) }
    }
    plan?.indexes = indexes.series
    let milestones = frame.milestones(&reader)
    let roles = frame.roles(&reader)
    let tax = frame.unrecoverableTax(&reader)
    let correlation = reader.optional("work_correlation").flatMap { reading.share($0) }
    let weighting = self.weighting(&reader)
    let (catalogue, tree) = criteria(
      &reader, title: title ?? "", currency: currency, method: weighting.method,
      countsLeaving: plan?.includesExit != true, loadCatalogue)
    let profiles = reader.optional("weight_profiles").map {
      ProfileReader(reading).profiles($0, tree: tree)
    }
    let options = OfferReader(reading, currency: currency)
    var offers = options.offers(&reader)
    var baseline = options.baseline(&reader)
    options.shareDialects(&offers, &baseline)
    let scenarioReader = ScenarioReader(
      reading, frame: frame, quantities: quantities, offers: offers, tree: tree)
    let scenarios = scenarioReader.scenarios(&reader, profiles: profiles ?? [])
    let twoWayTables = scenarioReader.twoWayTables(&reader)
    let limits = options.limits(&reader)
    let waivers = options.waivers(&reader, offers: offers, tree: tree)
    let unanswered = reader.optional("unanswered").flatMap {
      reading.choice($0, of: Unanswered.self)
    }
    let rules = verdictRules(&reader)
    let tieBreaker = reader.optional("tie_breaker").flatMap {
      reading.choice($0, of: TieBreaker.self)
    }
    let assumedPrices = options.assumedPrices(&reader, offers: offers)
    let sampling = self.sampling(&reader)
    let files = offers.flatMap(\.files) + (baseline.map { [$0] } ?? [])
    let columns = options.columns(&reader, files: files)
    let mappings = DocumentMappingReader(reading, files: files)
    let documents = mappings.documents(&reader)
    let positions = mappings.positions(&reader)
    guard let title, let currency, let asOf, let plan, let tree else { return nil }
    var decision = Decision(
      title: title, language: language, currency: currency, asOf: asOf, decideBy: decideBy,
      reviewOn: reviewOn, owner: owner, isConfidential: confidential, costPlan: plan,
      quantityOrder: quantities.map(\.name), exchangeRates: rates, criteria: tree,
      weighting: weighting, profiles: profiles ?? [], scenarios: scenarios,
      twoWayTables: twoWayTables, limits: limits, waivers: waivers,
      unanswered: unanswered ?? .middle, verdictRules: rules, tieBreaker: tieBreaker,
      assumedPrices: assumedPrices, sampling: sampling, baseline: baseline, offers: offers,
      columns: columns, documents: documents, positions: positions, catalogue: catalogue,
      file: file)
    decision.indexSources = indexes.sources
    decision.milestones = milestones.map(\.milestone)
    for (milestone, range) in milestones {
      decision.costPlan.milestoneRanges[milestone.name] = range
    }
    decision.roles = roles
    decision.unrecoverableTax = tax
    decision.exchangeShocks = shocks
    decision.costPlan.workCorrelation = correlation ?? .zero
    return decision
  }

  private func currency(_ node: YAMLNode) -> String? {
    guard let text = reading.text(node) else { return nil }
    guard CurrencyName.code(of: text) == text else {
      reading.error(node.position, .badCurrency(text))
      return nil
    }
    return text
  }

  private func weighting(_ reader: inout MappingReader) -> Weighting {
    var result = Weighting()
    guard let node = reader.optional("weights"),
      var weights = MappingReader(node, .weighting, reading)
    else { return result }
    if let method = weights.optional("method") {
      result.method = reading.choice(method, of: Weighting.Method.self) ?? result.method
    }
    if let play = weights.optional("play") {
      result.play = reading.share(play) ?? result.play
    }
    if let depth = weights.optional("depth") {
      result.depth = reading.whole(depth, in: 1...12) ?? result.depth
    }
    weights.finish()
    return result
  }

  private func verdictRules(_ reader: inout MappingReader) -> VerdictRules {
    var rules = VerdictRules()
    guard let node = reader.optional("verdict"),
      var verdict = MappingReader(node, .verdict, reading)
    else { return rules }
    if let lead = verdict.optional("tie_lead"), let points = reading.positiveOrZero(lead) {
      if points > Amount(100) {
        reading.error(lead.position, .pointsOutOfRange())
      }
      rules.tieLead = points.double
    }
    func share(_ key: String, _ usual: Double) -> Double {
      verdict.optional(key).flatMap { reading.share($0) }?.double ?? usual
    }
    rules.tieChance = share("tie_chance", rules.tieChance)
    rules.clearRadius = share("clear_radius", rules.clearRadius)
    rules.clearAcceptability = share("clear_acceptability", rules.clearAcceptability)
    verdict.finish()
    return rules
  }

  private func sampling(_ reader: inout MappingReader) -> Sampling {
    var sampling = Sampling()
    if let draws = reader.optional("draws") {
      sampling.draws = reading.whole(draws, in: 1_000...10_000_000) ?? sampling.draws
    }
    if let seed = reader.optional("seed") {
      sampling.seed = reading.whole(seed, in: 0...UInt64.max) ?? sampling.seed
    }
    sampling.costError = reader.optional("cost_error").flatMap {
      reading.share($0, in: Amount(units: Amount.unitsPerWhole / 100_000) ... .one)
    }
    return sampling
  }

  // MARK: Criteria

  /// The catalogue's name and the tree of all criteria.
  private func criteria(
    _ reader: inout MappingReader, title: String, currency: String?, method: Weighting.Method,
    countsLeaving: Bool, _ loadCatalogue: (String) -> [UInt8]?
  ) -> (String?, CriteriaTree?) {
    let catalogueNode = reader.optional("catalogue")
    let criteriaNode = reader.optional("criteria")
    let goalsNode = reader.required("goals")
    let own = criteriaNode.map { CriterionDeclaration.list($0, reading) } ?? []
    let name = catalogueNode.flatMap(reading.text)
    let shared = catalogueNode.flatMap { node in
      name.flatMap { catalogue($0, at: node.position, loadCatalogue) }
    }
    guard let goalsNode else { return (name, nil) }
    let goals = GoalDeclaration.list(goalsNode, currency: currency, reading)
    // After a catalogue that could not be read, every change to it would seem a mistake.
    if goals.isEmpty || (catalogueNode != nil && shared == nil) { return (name, nil) }
    var builder = CriteriaBuilder(reading, goals: goals, method: method)
    if let shared {
      // A missing goal is one mistake of the decision, not one of each criterion.
      let missing = shared.goals.filter { goal in !goals.contains { $0.id == goal } }
      for goal in missing {
        reading.error(goalsNode.position, .goalOfCatalogueMissing(goal, name ?? ""))
      }
      if missing.isEmpty { builder.add(shared.criteria) }
    }
    if goals.contains(where: { $0.id == GoalDeclaration.lockIn }) {
      let lockIn = CatalogueFile.declarations(
        bytes: Catalogue.lockIn.bytes, file: Catalogue.lockIn.file, reading)
      builder.add(
        (lockIn?.criteria ?? []).map { countsLeaving ? $0 : $0.withoutCostOfLeaving })
    }
    builder.apply(own)
    let tree = builder.tree(title: title, position: goalsNode.position)
    return (name, tree)
  }

  private func catalogue(
    _ name: String, at position: SourcePosition, _ loadCatalogue: (String) -> [UInt8]?
  ) -> CatalogueFile.Declarations? {
    if let shipped = Catalogue.shipped.first(where: { $0.id == name }) {
      return CatalogueFile.declarations(bytes: shipped.bytes, file: shipped.file, reading)
    }
    if name == Catalogue.lockIn.id {
      reading.error(position, .lockInComesAnyway())
      return nil
    }
    guard name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") else {
      let ids = Catalogue.shipped.map(\.id)
      let meant = reading.suggestion(for: name, in: ids)
      reading.error(position, .unknownCatalogue(name, meant, ids))
      return nil
    }
    let node = YAMLNode(content: .scalar(name, isPlain: true), position: position)
    guard let path = reading.file(node) else { return nil }
    guard let bytes = loadCatalogue(path) else {
      reading.error(position, .catalogueNotReadable(path))
      return nil
    }
    return CatalogueFile.declarations(bytes: bytes, file: path, reading)
  }
}
