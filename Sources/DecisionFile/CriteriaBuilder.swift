import DecisionModel
import Measures
import Messages

/// Builds the tree from goals, catalogues and the decision's own criteria.
struct CriteriaBuilder {
  /// A goal or criterion on its way into the tree.
  struct Draft {
    var criterion: CriterionDeclaration
    var goal: GoalDeclaration?
    var parent: Int?
    var children: [Int] = []
    /// Whether it had children before any were taken out.
    var hadChildren = false
  }

  /// Steps from the root that people can still follow; a bound against files gone wrong.
  private static let deepest = 12

  private let reading: Reading
  private let method: Weighting.Method
  private var drafts: [Draft] = []
  private var byID: [String: Int] = [:]

  init(_ reading: Reading, goals: [GoalDeclaration], method: Weighting.Method) {
    self.reading = reading
    self.method = method
    for goal in goals {
      var declaration = CriterionDeclaration(id: goal.id, position: goal.position)
      declaration.name = goal.name
      declaration.weight = goal.weight
      byID[goal.id] = drafts.count
      drafts.append(Draft(criterion: declaration, goal: goal))
    }
  }

  // MARK: Taking in declarations

  /// Adds the criteria of a catalogue.
  mutating func add(_ declarations: [CriterionDeclaration]) {
    for declaration in declarations {
      if declaration.under == nil {
        reading.error(declaration.position, .missingKey("under"))
      } else {
        append(declaration)
      }
    }
  }

  /// Adds, changes and takes out criteria as the decision says.
  mutating func apply(_ declarations: [CriterionDeclaration]) {
    for declaration in declarations {
      if declaration.under != nil, !declaration.isRemoved {
        append(declaration)
      } else if let index = byID[declaration.id], drafts[index].goal == nil {
        if declaration.isRemoved {
          drafts[index].criterion.isRemoved = true
        } else {
          drafts[index].criterion.apply(declaration)
        }
      } else {
        let ids = drafts.lazy.filter { $0.goal == nil }.map(\.criterion.id)
        let meant = reading.suggestion(for: declaration.id, in: ids)
        reading.error(declaration.position, .nothingToChange(declaration.id, meant))
      }
    }
  }

  private mutating func append(_ declaration: CriterionDeclaration) {
    if let other = byID[declaration.id] {
      reading.error(
        declaration.position,
        .duplicateCriterion(declaration.id, drafts[other].criterion.position))
      return
    }
    byID[declaration.id] = drafts.count
    drafts.append(Draft(criterion: declaration))
  }

  // MARK: Building

  /// The tree; `nil` if an error keeps it from being one.
  mutating func tree(title: String, position: SourcePosition) -> CriteriaTree? {
    let before = reading.errors
    linkParents()
    takeOutRemoved()
    var nodes = [
      Criterion(
        id: "", path: "", name: LocalText(title), role: .root, goal: .fit, parent: nil,
        localWeight: 1, statedWeight: StatedWeight(value: .one), position: position)
    ]
    let goals = drafts.indices.filter { drafts[$0].goal != nil }
    let weights = GroupWeights(reading, method: method)
    appendNodes(of: goals, under: 0, level: 1, weights, to: &nodes)
    return before == reading.errors ? CriteriaTree(nodes: nodes) : nil
  }

  private mutating func linkParents() {
    for index in drafts.indices {
      guard let under = drafts[index].criterion.under else { continue }
      let last = under.value.split(separator: "/").last.map(String.init) ?? ""
      guard let parent = byID[last] else {
        let names = drafts.lazy.map(\.criterion.id)
        let meant = reading.suggestion(for: last, in: names)
        reading.error(under.position, .unknownParent(under.value, meant))
        continue
      }
      if drafts[parent].goal?.id == GoalDeclaration.cost {
        reading.error(under.position, .criterionUnderCost())
        continue
      }
      drafts[index].parent = parent
      drafts[parent].children.append(index)
      drafts[parent].hadChildren = true
    }
    reportCycles()
    for index in drafts.indices {
      guard let under = drafts[index].criterion.under, let parent = drafts[index].parent,
        under.value.contains("/")
      else { continue }
      let path = path(of: parent)
      if under.value != path { reading.error(under.position, .wrongPath(under.value, path)) }
    }
  }

  /// Cuts every circle of parents, once, and reports it.
  private mutating func reportCycles() {
    var isSafe = [Bool](repeating: false, count: drafts.count)
    for start in drafts.indices {
      var way: [Int] = []
      var onWay: Set<Int> = []
      var next: Int? = start
      while let index = next, !isSafe[index], onWay.insert(index).inserted {
        way.append(index)
        next = drafts[index].parent
      }
      if let index = next, onWay.contains(index), let under = drafts[index].criterion.under {
        let first = way.firstIndex(of: index) ?? 0
        reading.error(under.position, .cyclicParents(way[first...].map { drafts[$0].criterion.id }))
        if let parent = drafts[index].parent {
          drafts[parent].children.removeAll { $0 == index }
        }
        drafts[index].parent = nil
      }
      for index in way { isSafe[index] = true }
    }
  }

  private func path(of index: Int) -> String {
    var parts: [String] = []
    var next: Int? = index
    while let current = next {
      parts.append(drafts[current].criterion.id)
      next = drafts[current].parent
    }
    return parts.reversed().joined(separator: "/")
  }

  private mutating func takeOutRemoved() {
    for index in drafts.indices {
      let kept = drafts[index].children.filter { !drafts[$0].criterion.isRemoved }
      drafts[index].children = kept
    }
  }

  private func appendNodes(
    of group: [Int], under parent: Int, level: Int, _ weights: GroupWeights,
    to nodes: inout [Criterion]
  ) {
    if level > CriteriaBuilder.deepest {
      if let first = group.first {
        reading.error(drafts[first].criterion.position, .treeTooDeep(CriteriaBuilder.deepest))
      }
      return
    }
    let local = weights.local(group.map { drafts[$0].criterion })
    for (index, weight) in zip(group, local) {
      let own = nodes.count
      nodes.append(node(index, parent: parent, above: nodes[parent], weight))
      appendNodes(of: drafts[index].children, under: own, level: level + 1, weights, to: &nodes)
      checkMusts(below: own, index, nodes)
    }
  }

  private func node(
    _ index: Int, parent: Int, above: Criterion, _ weight: GroupWeights.Weight
  ) -> Criterion {
    let draft = drafts[index]
    let criterion = draft.criterion
    if criterion.name == nil { reading.error(criterion.position, .missingKey("name")) }
    var result = Criterion(
      id: criterion.id,
      path: above.path.isEmpty ? criterion.id : above.path + "/" + criterion.id,
      name: criterion.name ?? LocalText(criterion.id), note: criterion.note, role: .branch,
      goal: above.goal, parent: parent, localWeight: weight.local, statedWeight: weight.stated,
      priority: weight.priority, position: criterion.position)
    if let goal = draft.goal {
      if goal.id == GoalDeclaration.lockIn { result.goal = .lockIn }
      if goal.id == GoalDeclaration.cost {
        result.goal = .cost
        // Without a scale an error was reported, and the tree is not used.
        result.role = .cost(goal.costScale ?? CostScale(best: .zero, worst: .one))
      } else if draft.children.isEmpty {
        reading.error(goal.position, .goalWithoutCriteria(goal.id))
      }
    } else if !draft.children.isEmpty {
      result.knockout = criterion.knockout.flatMap {
        KnockoutReader(reading).knockout(ofBranch: $0)
      }
    } else if draft.hadChildren, criterion.scale == nil {
      reading.error(criterion.position, .emptyBranch(criterion.id))
    } else {
      let scale = self.scale(of: criterion)
      result.role = .question(scale)
      result.caiqDomain = caiqDomain(of: criterion, scale)
      result.knockout = criterion.knockout.flatMap {
        KnockoutReader(reading).knockout($0, scale: scale)
      }
    }
    return result
  }

  /// The domain of a CAIQ, whose share of yes needs a scale in percent.
  private func caiqDomain(of criterion: CriterionDeclaration, _ scale: Scale) -> String? {
    guard let caiq = criterion.caiq else { return nil }
    if case .numeric(let numeric) = scale, numeric.unit == "%" { return caiq.value }
    reading.error(caiq.position, .caiqNeedsPercent())
    return nil
  }

  /// The scale of a question, with its anchors.
  private func scale(of criterion: CriterionDeclaration) -> Scale {
    let scale = criterion.scale?.value ?? .levels(.response)
    guard let anchors = criterion.anchors, let first = anchors.first else { return scale }
    guard case .numeric(let numeric) = scale else {
      reading.error(first.position, .anchorsOfLevels())
      return scale
    }
    if let low = numeric.points.first?.figure, let high = numeric.points.last?.figure {
      for anchor in anchors where anchor.value.figure < low || anchor.value.figure > high {
        reading.error(
          anchor.position, .anchorOutside(anchor.value.figure.text, low.text, high.text))
      }
    }
    let sorted = anchors.map(\.value).sorted { $0.figure < $1.figure }
    return .numeric(NumericScale(unit: numeric.unit, points: numeric.points, anchors: sorted))
  }

  /// Warns of a condition on every Must where there is none.
  private func checkMusts(below own: Int, _ index: Int, _ nodes: [Criterion]) {
    guard case .everyMust? = nodes[own].knockout, let stated = drafts[index].criterion.knockout,
      !nodes[own...].contains(where: { $0.priority == .must })
    else { return }
    reading.warning(stated.position, .noMustBelow())
  }
}

extension CriterionDeclaration {
  /// A declaration that says nothing yet.
  init(id: String, position: SourcePosition) {
    self.id = id
    self.position = position
  }
}
