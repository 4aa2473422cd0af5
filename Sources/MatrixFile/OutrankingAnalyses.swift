import MCDA
import Messages

/// Methods that compare alternatives pair by pair.
extension Analysis {
  // MARK: PROMETHEE

  mutating func promethee() throws(AnalysisFailure) -> [JSONValue.Member] {
    let table = try table(for: .promethee)
    parameters.ignore("weights_normalised")
    let functions = try preferenceFunctions(table)
    let method = Promethee(
      functions, divisor: parameters.choice("divisor", default: Promethee.Divisor.rivals))
    try proceed()
    let flows = try self.method { () throws(MethodError) in try method.evaluate(table) }
    let indices = try self.method { () throws(MethodError) in try method.preferenceIndices(table) }
    let all = table.alternatives.indices
    let letters = all.map { a in
      JSONValue.texts(all.map { flows.relation(a, $0).letter })
    }
    return [
      .init("preference_index", .rows(indices, columns: all.count)),
      .init("phi_plus", .numbers(flows.positive)),
      .init("phi_minus", .numbers(flows.negative)),
      .init("phi", .numbers(flows.net)),
      .init("ranking_II", .integers(flows.ranking.ranks)),
      .init("promethee_I", .array(letters)),
    ] + independence(of: method, isRelative: true)
  }

  /// Kinds of preference functions as files name them.
  enum FunctionKind: String, CaseIterable {
    case usual
    case uShape = "u-shape"
    case vShape = "v-shape"
    case level, linear, gaussian

    func function(q: Double, p: Double, s: Double) -> PreferenceFunction {
      switch self {
      case .usual: .usual
      case .uShape: .uShape(indifference: q)
      case .vShape: .vShape(preference: p)
      case .level: .level(indifference: q, preference: p)
      case .linear: .linear(indifference: q, preference: p)
      case .gaussian: .gaussian(s: s)
      }
    }
  }

  /// One function for each criterion: by name, or in the order of the table.
  private func preferenceFunctions(
    _ table: PerformanceTable
  ) throws(AnalysisFailure) -> [PreferenceFunction] {
    let fields = parameters.objects("functions")
    var functions = [PreferenceFunction?](repeating: nil, count: table.criterionCount)
    var used: [JSONValue] = []
    for (index, field) in fields.enumerated() {
      var column: Int? = index < functions.count ? index : nil
      if let name = field.text("criterion") {
        column = table.criteria.firstIndex { $0.name == name }
        if column == nil {
          let known = table.criteria.map(\.name)
          field.fail(
            .matrixUnknownWord(
              name, of: "criterion", known: known, near: Suggestion.nearest(to: name, in: known)),
            at: "criterion")
        }
      }
      let kind = field.choice("type", default: FunctionKind.usual)
      let function = kind.function(
        q: field.number("q", default: 0), p: field.number("p", default: 0),
        s: field.number("s", default: 0))
      if let column {
        if functions[column] != nil {
          field.fail(.matrixDuplicateName(table.criteria[column].name), at: "criterion")
        }
        functions[column] = function
      }
      used.append(.object(field.used))
    }
    parameters.record("functions", .array(used))
    try proceed()
    let complete = functions.compactMap { $0 }
    guard complete.count == functions.count else {
      throw stop(
        .matrixWrongLength("functions", expected: functions.count, found: complete.count),
        at: parameters.position("functions"))
    }
    return complete
  }

  func prometheeFunctions() throws(AnalysisFailure) -> [JSONValue.Member] {
    let differences = inputs.numbers("d")
    let (q, p, s) = (inputs.number("q"), inputs.number("p"), inputs.number("s"))
    try proceed()
    for (name, value) in [("q", q), ("s", s)] where value < 0 {
      throw stop(
        .matrixOutOfRange(
          name, of: nil, value: MethodMessages.text(value),
          must: MethodMessages.words(.notNegative)), at: inputs.position(name))
    }
    if p < q {
      throw stop(
        .matrixOutOfRange(
          "p", of: nil, value: MethodMessages.text(p), must: MethodMessages.words(.atLeast("q"))),
        at: inputs.position("p"))
    }
    return FunctionKind.allCases.compactMap { kind in
      if kind == .gaussian && s <= 0 { return nil }
      let function = kind.function(q: q, p: p, s: s)
      return .init(kind.rawValue, .numbers(differences.map { function($0) }))
    }
  }

  // MARK: ELECTRE

  func electreI() throws(AnalysisFailure) -> [JSONValue.Member] {
    let table = try table(for: .electreI)
    parameters.ignore("weights_normalised")
    let level = parameters.number("concordance_level", default: 0.7)
    let discordance: ElectreI.Discordance
    if parameters.has("veto") {
      discordance = .vetoThresholds(
        parameters.optionalNumbers("veto", count: table.criterionCount))
    } else {
      let limit = parameters.number("discordance_level", default: 0.3)
      let kind = parameters.choice("discordance", default: DiscordanceKind.ownRange)
      discordance = kind == .ownRange ? .ownRange(level: limit) : .largestRange(level: limit)
    }
    try proceed()
    let result = try method { () throws(MethodError) in
      try ElectreI(concordanceLevel: level, discordance: discordance).evaluate(table)
    }
    let m = table.alternativeCount
    let outranks = stride(from: 0, to: m * m, by: m).map { start in
      JSONValue.array(result.outranks[start..<start + m].map { .bool($0) })
    }
    return [
      .init("concordance", .rows(result.concordance, columns: m)),
      .init("discordance", .rows(result.discordance, columns: m)),
      .init("outranks", .array(outranks)),
      .init("kernel", names(result.kernel)),
    ]
  }

  private enum DiscordanceKind: String, CaseIterable {
    case ownRange = "own-range"
    case largestRange = "largest-range"
  }

  /// Thresholds q, p and v of each criterion.
  private func thresholds(_ table: PerformanceTable) -> [ElectreThresholds] {
    let n = table.criterionCount
    let (q, p) = (parameters.numbers("q", count: n), parameters.numbers("p", count: n))
    let v =
      parameters.has("v")
      ? parameters.optionalNumbers("v", count: n) : [Double?](repeating: nil, count: n)
    return (0..<n).compactMap { k in
      guard q.indices.contains(k), p.indices.contains(k), v.indices.contains(k) else { return nil }
      return ElectreThresholds(indifference: q[k], preference: p[k], veto: v[k])
    }
  }

  func electreIII() throws(AnalysisFailure) -> [JSONValue.Member] {
    let table = try table(for: .electreIII)
    parameters.ignore("weights_normalised")
    let thresholds = thresholds(table)
    let cutting = parameters.object("s_lambda")
    let alpha = cutting.number("alpha", default: -0.15)
    let beta = cutting.number("beta", default: 0.30)
    parameters.record(
      "s_lambda", .object([.init("alpha", .number(alpha)), .init("beta", .number(beta))]))
    try proceed()
    let electre = ElectreIII(thresholds, alpha: alpha, beta: beta)
    let result = try method { () throws(MethodError) in try electre.evaluate(table) }
    let m = table.alternativeCount
    var discordance: [JSONValue] = []
    for criterion in 0..<table.criterionCount {
      let figures = try method { () throws(MethodError) in
        try electre.discordances(table, criterion: criterion)
      }
      discordance.append(.rows(figures, columns: m))
    }
    let all = table.alternatives.indices
    return [
      .init("concordance", .rows(result.concordance, columns: m)),
      .init("discordance", .array(discordance)),
      .init("credibility", .rows(result.credibility, columns: m)),
      .init("distillation_descending", .array(result.descending.map { names($0) })),
      .init("distillation_ascending", .array(result.ascending.map { names($0) })),
      .init(
        "relation",
        .array(
          all.map { a in
            .texts(all.map { result.relation(a, $0).letter })
          })),
    ]
  }

  func electreTri() throws(AnalysisFailure) -> [JSONValue.Member] {
    let table = try table(for: .electreTri)
    parameters.ignore("weights_normalised")
    let thresholds = thresholds(table)
    let profiles = parameters.rows("profiles_worst_to_best", columns: table.criterionCount)
    let categories =
      parameters.has("categories_worst_to_best")
      ? parameters.texts("categories_worst_to_best")
      : (0...profiles.count).map { "C\($0 + 1)" }
    parameters.record("categories_worst_to_best", .texts(categories))
    let cut = parameters.number("cut", default: 0.75)
    try proceed()
    guard categories.count == profiles.count + 1 else {
      throw stop(
        .matrixWrongLength(
          "categories_worst_to_best", expected: profiles.count + 1, found: categories.count),
        at: parameters.position("categories_worst_to_best"))
    }
    let result = try method { () throws(MethodError) in
      try ElectreTri(thresholds, profiles: profiles, cut: cut).evaluate(table)
    }
    let h = profiles.count
    let under = (0..<h).map { profile in
      (0..<table.alternativeCount).map { result.credibilityUnderProfiles[$0 * h + profile] }
    }
    return [
      .init("pessimistic", .texts(result.pessimistic.map { categories[$0] })),
      .init("optimistic", .texts(result.optimistic.map { categories[$0] })),
      .init("credibility_a_over_profile", .rows(result.credibilityOverProfiles, columns: h)),
      .init("credibility_profile_over_a", .rows(under)),
    ]
  }
}

extension Relation {
  /// The letter that published tables use for the row against the column.
  var letter: String {
    switch self {
    case .preferred: "P"
    case .indifferent: "I"
    case .worse: "N"
    case .incomparable: "R"
    }
  }
}
