import MCDA

/// How the shape of a group becomes something to draw from.
extension WeightRegion {
  static func group(
    _ shape: Shape, parent: Int, tree: ValueTree
  ) throws(WeightRegionError) -> Group {
    let children = tree.nodes[parent].children
    switch shape {
    case .statements(let statements):
      return try group(statements, parent: parent, tree: tree)
    case .dirichlet(let concentration):
      guard concentration > 0, concentration.isFinite else {
        throw .badConcentration(concentration)
      }
      let weights = children.map { tree.nodes[$0].localWeight }
      return Group(
        parent: parent, children: children, lower: weights.map { _ in 0 },
        upper: weights.map { $0 > 0 ? 1 : 0 }, order: nil,
        law: .dirichlet(weights.map { concentration * $0 }))
    case .relative, .free, .boxes, .ordered: break
    }
    var bounds: [ClosedRange<Double>] = []
    var order: [Int]?
    if case .relative(let spread) = shape, !(spread >= 0 && spread.isFinite) {
      throw .badSpread(spread)
    }
    if case .ordered(let nodes) = shape {
      guard nodes.sorted() == children else { throw .incompleteOrder(parent: name(parent, tree)) }
      order = nodes.compactMap { children.firstIndex(of: $0) }
    }
    for child in children {
      let weight = tree.nodes[child].localWeight
      let free = weight > 0 ? 0...1.0 : 0...0
      switch shape {
      case .relative(let spread):
        bounds.append(max(0, weight * (1 - spread))...min(1, weight * (1 + spread)))
      case .free:
        bounds.append(free)
      case .ordered, .statements, .dirichlet:
        bounds.append(0...1)
      case .boxes(let boxes):
        let box = boxes[child] ?? free
        guard box.lowerBound >= 0 && box.upperBound <= 1 else {
          throw .badBox(name: name(child, tree), lower: box.lowerBound, upper: box.upperBound)
        }
        bounds.append(box)
      }
    }
    try requireRoom(children, bounds, parent: parent, tree: tree)
    let (lower, upper) = (bounds.map(\.lowerBound), bounds.map(\.upperBound))
    let sampler = order.map { BoxSampler(order: $0) } ?? BoxSampler(lower: lower, upper: upper)
    guard let sampler else { throw .incompleteOrder(parent: name(parent, tree)) }
    return Group(
      parent: parent, children: children, lower: lower, upper: upper, order: order,
      law: .boxes(sampler))
  }

  /// An empty region names those who make it so: who asks for something from below, who gives up
  /// something from above.
  private static func requireRoom(
    _ children: [Int], _ bounds: [ClosedRange<Double>], parent: Int, tree: ValueTree
  ) throws(WeightRegionError) {
    let lowerSum = bounds.reduce(0) { $0 + $1.lowerBound }
    let upperSum = bounds.reduce(0) { $0 + $1.upperBound }
    if lowerSum > 1 + BoxSampler.slackForRounding {
      // The largest first, until they are too much: none of these can be spared.
      var (sum, clashing) = (0.0, Set<Int>())
      for index in children.indices.sorted(by: { bounds[$0].lowerBound > bounds[$1].lowerBound })
      where sum <= 1 + BoxSampler.slackForRounding {
        sum += bounds[index].lowerBound
        clashing.insert(index)
      }
      throw .lowerBoundsExceedOne(
        parent: name(parent, tree), sum: sum,
        names: clashing.sorted().map { name(children[$0], tree) })
    }
    if upperSum < 1 - BoxSampler.slackForRounding {
      let names = zip(children, bounds).filter { $1.upperBound < 1 }.map { name($0.0, tree) }
      throw .upperBoundsBelowOne(parent: name(parent, tree), sum: upperSum, names: names)
    }
  }

  private static func group(
    _ statements: [WeightStatement], parent: Int, tree: ValueTree
  ) throws(WeightRegionError) -> Group {
    let children = tree.nodes[parent].children
    let home = name(parent, tree)
    for statement in statements {
      guard statement.isUsable, statement.nodes.allSatisfy({ children.contains($0) }) else {
        let text = statement.text { tree.nodes.indices.contains($0) ? name($0, tree) : "\($0)" }
        throw .badStatement(parent: home, statement: text)
      }
    }
    // A weight of 0 stays 0 unless somebody speaks about it.
    let named = Set(statements.flatMap(\.nodes))
    let zeros = children.filter { tree.nodes[$0].localWeight == 0 && !named.contains($0) }
      .map { WeightStatement.atMost(node: $0, 0) }
    let all = statements + zeros
    do {
      let constraints = all.flatMap { $0.constraints(children) }
      guard let polytope = try WeightPolytope(constraints, count: children.count) else {
        let clash = try StatementClash.smallest(all, children: children)
        throw WeightRegionError.clash(
          parent: home, statements: clash.map { $0.text { name($0, tree) } })
      }
      return Group(
        parent: parent, children: children, lower: polytope.lower, upper: polytope.upper,
        order: nil, law: law(statements, children, polytope))
    } catch let error as WeightRegionError {
      throw error
    } catch {
      throw .notSolved(parent: home)
    }
  }

  /// Bounds alone are boxes and a chain through all is an order: both have exact draws that never
  /// fail.
  private static func law(
    _ statements: [WeightStatement], _ children: [Int], _ polytope: WeightPolytope
  ) -> WeightLaw {
    let areBounds = statements.allSatisfy { statement in
      switch statement {
      case .atLeast, .atMost: true
      case .moreImportant, .ratio, .equal, .linear: false
      }
    }
    if areBounds, let sampler = BoxSampler(lower: polytope.lower, upper: polytope.upper) {
      return .boxes(sampler)
    }
    if let order = chain(statements, children), let sampler = BoxSampler(order: order) {
      return .boxes(sampler)
    }
    return .polytope(PolytopeLaw(polytope))
  }

  /// The positions in descending order if the statements say just that about all of them.
  private static func chain(_ statements: [WeightStatement], _ children: [Int]) -> [Int]? {
    var next: [Int: Int] = [:]
    for statement in statements {
      guard case .moreImportant(let a, let b) = statement, next[a] == nil else { return nil }
      next[a] = b
    }
    let below = Set(next.values)
    guard statements.count == children.count - 1, below.count == statements.count,
      let first = children.first(where: { !below.contains($0) })
    else { return nil }
    var nodes = [first]
    while let node = next[nodes[nodes.count - 1]], nodes.count < children.count {
      nodes.append(node)
    }
    let order = nodes.compactMap { children.firstIndex(of: $0) }
    return order.count == children.count ? order : nil
  }

  private static func name(_ node: Int, _ tree: ValueTree) -> String { tree.nodes[node].name }
}
