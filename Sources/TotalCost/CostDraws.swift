import ReproducibleMath

/// Present values of options under everything that is uncertain, block by block.
///
/// Prices are drawn each by itself, of lines alike in name, category, payee and kind from the same
/// numbers (``UncertainPrice``); what several options depend on (quantities, their growth, the
/// discount rate, prices of the old system) has the same draws in all of them, so that differences
/// between options keep what they share. Work packages run over together: each lies at the share of
/// its range that all of the option have in common with the chance √ρ, else at one of its own, so
/// that every two have the correlation ρ (``CostPlan/workCorrelation``). A quantity's first year is
/// drawn as a whole number where it comes in such; tiers, minimum quantities and whole units are found
/// again for every draw. What is paid once with a chance is paid in that share of the draws, and in
/// full then; of what recurs the expected value counts. A go-live day is drawn to the month. A draw
/// depends on seed, block, its place in the block and the names of options, drivers and prices, on
/// nothing else: neither on the order of lines.
///
/// Invoice rounding stays as at the likely values.
public struct CostDraws: Sendable {
  private let program: CostProgram
  private let drivers: [Driver]
  /// For each option, its uncertain prices in the order in which they are added up.
  private let prices: [[Price]]
  /// For each option, the prices that are triangular.
  private let triangles: [TriangularLanes]
  /// For each option and term, what its price has in all draws.
  private let constants: [[Double]]
  /// For each option, the stream of what its work packages have in common.
  private let workStreams: [UInt64]
  /// The chance that a work package follows the others.
  private let following: Double

  /// A driver with all variables that it moves.
  private struct Driver: Sendable {
    let stream: UInt64
    let variables: [(quantile: ThreePointQuantile, row: Int)]
  }

  /// What is added to the price of a term.
  private enum Price: Sendable {
    /// Triangular prices, numbered within the option.
    case triangular(term: Int, Range<Int>)
    case other(term: Int, ThreePointQuantile, coefficient: Double, stream: UInt64)
    /// One that may lie where all work packages of the option lie.
    case workPackage(term: Int, ThreePointQuantile, coefficient: Double, stream: UInt64)
  }

  /// Draws of options of one plan; `nil` if a line without a price prevents a total.
  public init?(_ options: [(name: String, cost: TotalCost)]) {
    var sources: [CostProgram.Source] = []
    for option in options {
      guard let summary = option.cost.summary else { return nil }
      guard let model = option.cost.model else { return nil }
      sources.append(
        .init(name: option.name, model: model, likely: summary.total.presentValue))
    }
    self.init(CostProgram(sources))
  }

  init(_ program: CostProgram) {
    self.program = program
    var tables: [BetaExponents: BetaQuantile] = [:]
    var order: [CostDriver] = []
    var variables: [CostDriver: [(quantile: ThreePointQuantile, row: Int)]] = [:]
    for (variable, row) in program.variables {
      if variables[variable.driver] == nil { order.append(variable.driver) }
      variables[variable.driver, default: []].append(
        (ThreePointQuantile(variable.distribution, tables: &tables), row))
    }
    drivers = order.map { Driver(stream: $0.stream, variables: variables[$0] ?? []) }
    workStreams = program.options.map { StreamName.work(of: $0.name) }
    following = program.workCorrelation.squareRoot()
    let isTogether = following > 0
    var constants: [[Double]] = []
    var triangles: [TriangularLanes] = []
    prices = program.options.map { option in
      var prices: [Price] = []
      var lanes = TriangularLanes()
      constants.append(option.terms.map(\.model.certain))
      for (index, term) in option.terms.enumerated() {
        for line in term.model.lines {
          let stream = line.identity.stream(of: line.isOldSystem ? nil : option.name)
          let coefficient = line.coefficient
          switch line.price.shape {
          case _ where isTogether && line.isWorkPackage:
            prices.append(
              .workPackage(
                term: index, ThreePointQuantile(line.price, tables: &tables),
                coefficient: coefficient, stream: stream))
          case .triangular where line.price.chance == 1:
            let factor = TriangularFactor(
              low: line.price.low, mode: line.price.likely, high: line.price.high,
              times: coefficient)
            constants[constants.count - 1][index] += factor.constant
            lanes.append(factor, stream: stream)
            let next = lanes.count
            if case .triangular(index, let range) = prices.last {
              prices[prices.count - 1] = .triangular(term: index, range.lowerBound..<next)
            } else {
              prices.append(.triangular(term: index, (next - 1)..<next))
            }
          case .triangular, .pert:
            prices.append(
              .other(
                term: index, ThreePointQuantile(line.price, tables: &tables),
                coefficient: coefficient, stream: stream))
          }
        }
      }
      triangles.append(lanes)
      return prices
    }
    self.constants = constants
    self.triangles = triangles
  }

  /// Names of the options, in the order of all results.
  public var options: [String] { program.options.map(\.name) }

  /// Present value of an option at the likely values.
  public func likely(_ option: Int) -> Double { program.options[option].likely }

  /// Whether every draw of an option is the likely value.
  public func isCertain(_ option: Int) -> Bool { program.options[option].isCertain }

  /// A place to reckon draws in; not for two tasks at once.
  public struct Workspace {
    var rows: CostWorkspace
    var uniforms = [Double](repeating: 0, count: CostProgram.width)
    /// Where the work packages of an option lie together, and whether one lies there.
    var common = [Double](repeating: 0, count: CostProgram.width)
    var switches = [Double](repeating: 0, count: CostProgram.width)
    var streams: [OctetStream] = []
    var triangles: [TriangularLanes]
    /// For each option, those of its other prices, and whether a work package lies with the others.
    var priceStreams: [[OctetStream]] = []
    var workStreams: [OctetStream] = []
    var switchStreams: [[OctetStream]] = []
  }

  /// A new place to reckon draws in.
  public func workspace() -> Workspace {
    Workspace(rows: CostWorkspace(program), triangles: triangles)
  }

  /// Fills a buffer with the present values of a block's first draws.
  ///
  /// - Parameters:
  ///   - values: [option × draws], options in order; a block with fewer draws than
  ///     `RandomStream.drawsPerBlock` holds the first ones of the full block.
  ///   - draws: Number of draws per option, at most `RandomStream.drawsPerBlock`.
  ///   - block: Number of the block from 0.
  ///   - seed: Any number.
  /// - Complexity: O(draws × (uncertain lines + terms × payment years)).
  public func fill(
    _ values: inout [Double], draws: Int, block: UInt64, seed: UInt64,
    in workspace: inout Workspace
  ) {
    let width = CostProgram.width
    workspace.streams = drivers.map {
      OctetStream(seed: seed, stream: $0.stream, block: block)
    }
    for option in triangles.indices { workspace.triangles[option].seek(seed: seed, block: block) }
    workspace.priceStreams = prices.map { prices in
      prices.compactMap { price in
        switch price {
        case .triangular: nil
        case .other(_, _, _, let stream), .workPackage(_, _, _, let stream):
          OctetStream(seed: seed, stream: stream, block: block)
        }
      }
    }
    workspace.workStreams = workStreams.map { OctetStream(seed: seed, stream: $0, block: block) }
    workspace.switchStreams = prices.map { prices in
      prices.compactMap { price in
        guard case .workPackage(_, _, _, let stream) = price else { return nil }
        return OctetStream(seed: seed, stream: stream, block: block, lane: 1)
      }
    }
    var start = 0
    while start < draws {
      let count = min(width, draws - start)
      drawVariables(count, &workspace)
      workspace.rows.update(program, count: count)
      for option in program.options.indices {
        drawPrices(option, count, &workspace)
        workspace.rows.presentValues(of: option, in: program, count: count) { sums in
          let place = option * draws + start
          values.withUnsafeMutableBufferPointer {
            _ = $0[place..<(place + count)].update(fromContentsOf: sums)
          }
        }
      }
      start += count
    }
  }

  private func drawVariables(_ count: Int, _ workspace: inout Workspace) {
    for (index, driver) in drivers.enumerated() {
      CostDraws.fill(&workspace.uniforms, count, from: &workspace.streams[index])
      for (quantile, row) in driver.variables {
        workspace.uniforms.withUnsafeBufferPointer { uniforms in
          workspace.rows.withRow(row, count: count) { cells in
            _ = cells.update(fromContentsOf: uniforms[0..<count])
            quantile.replace(cells)
          }
        }
      }
    }
  }

  private func drawPrices(_ option: Int, _ count: Int, _ workspace: inout Workspace) {
    for (term, constant) in constants[option].enumerated() {
      workspace.rows.withPrices(term: term, count: count) { $0.update(repeating: constant) }
    }
    if !workspace.switchStreams[option].isEmpty {
      CostDraws.fill(&workspace.common, count, from: &workspace.workStreams[option])
    }
    // How many streams have been used.
    var (others, packages) = (0, 0)
    for price in prices[option] {
      switch price {
      case .triangular(let term, let range):
        workspace.rows.withPrices(term: term, count: count) {
          workspace.triangles[option].add(range, to: $0)
        }
      case .other(let term, let quantile, let coefficient, _):
        CostDraws.fill(&workspace.uniforms, count, from: &workspace.priceStreams[option][others])
        others += 1
        add(quantile, times: coefficient, to: term, count, &workspace)
      case .workPackage(let term, let quantile, let coefficient, _):
        CostDraws.fill(&workspace.uniforms, count, from: &workspace.priceStreams[option][others])
        CostDraws.fill(
          &workspace.switches, count, from: &workspace.switchStreams[option][packages])
        others += 1
        packages += 1
        for i in 0..<count where workspace.switches[i] < following {
          workspace.uniforms[i] = workspace.common[i]
        }
        add(quantile, times: coefficient, to: term, count, &workspace)
      }
    }
  }

  /// Adds the values at the shares that were drawn to the price of a term.
  private func add(
    _ quantile: ThreePointQuantile, times coefficient: Double, to term: Int, _ count: Int,
    _ workspace: inout Workspace
  ) {
    workspace.uniforms.withUnsafeMutableBufferPointer { uniforms in
      let values = UnsafeMutableBufferPointer(rebasing: uniforms[0..<count])
      quantile.replace(values)
      workspace.rows.withPrices(term: term, count: count) { prices in
        for i in 0..<count { prices[i] += coefficient * values[i] }
      }
    }
  }

  private static func fill(_ values: inout [Double], _ count: Int, from stream: inout OctetStream) {
    values.withUnsafeMutableBufferPointer {
      stream.fillOpenUniforms(UnsafeMutableBufferPointer(rebasing: $0[0..<count]))
    }
  }
}
