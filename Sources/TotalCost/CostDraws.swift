import ReproducibleMath

/// Present values of options under everything that is uncertain, block by block.
///
/// Prices are drawn each by itself, of lines alike in name, category, payee and kind from the same
/// numbers (``UncertainPrice``); what several options depend on (quantities, their growth, the
/// discount rate, prices of the old system) has the same draws in all of them, so that differences
/// between options keep what they share. Work packages run over together: each lies at the share of
/// its range that all of the option have in common with the chance √ρ, else at one of its own, so
/// that every two have the correlation ρ (``CostPlan/workCorrelation``). A quantity's first year is drawn as a whole
/// number where it comes in such; tiers, minimum quantities and whole units are found again for
/// every draw. A go-live day is drawn to the month. A draw depends on seed, block, its place in the
/// block and the names of options, drivers and prices, on nothing else: neither on the order of lines.
///
/// Invoice rounding stays as at the likely values.
public struct CostDraws: Sendable {
  private let program: CostProgram
  private let drivers: [Driver]
  private let lines: [[Line]]
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

  /// A line with an uncertain price.
  private struct Line: Sendable {
    let term: Int
    let stream: UInt64
    let kind: Kind

    enum Kind: Sendable {
      case triangular(TriangularFactor)
      case other(ThreePointQuantile, coefficient: Double)
      case workPackage(ThreePointQuantile, coefficient: Double)
    }
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
    lines = program.options.map { option in
      var lines: [Line] = []
      constants.append(option.terms.map(\.model.certain))
      for (index, term) in option.terms.enumerated() {
        for line in term.model.lines {
          let kind: Line.Kind
          switch line.price.shape {
          case _ where isTogether && line.isWorkPackage:
            kind = .workPackage(
              ThreePointQuantile(line.price, tables: &tables), coefficient: line.coefficient)
          case .triangular:
            let factor = TriangularFactor(
              low: line.price.low, mode: line.price.likely, high: line.price.high,
              times: line.coefficient)
            constants[constants.count - 1][index] += factor.constant
            kind = .triangular(factor)
          case .pert:
            kind = .other(
              ThreePointQuantile(line.price, tables: &tables), coefficient: line.coefficient)
          }
          let owner = line.isOldSystem ? nil : option.name
          lines.append(Line(term: index, stream: line.identity.stream(of: owner), kind: kind))
        }
      }
      return lines
    }
    self.constants = constants
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
    var lineStreams: [[OctetStream]] = []
    var workStreams: [OctetStream] = []
    var switchStreams: [[OctetStream]] = []
  }

  /// A new place to reckon draws in.
  public func workspace() -> Workspace { Workspace(rows: CostWorkspace(program)) }

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
    workspace.lineStreams = lines.map { lines in
      lines.map { OctetStream(seed: seed, stream: $0.stream, block: block) }
    }
    workspace.workStreams = workStreams.map { OctetStream(seed: seed, stream: $0, block: block) }
    workspace.switchStreams = lines.map { lines in
      lines.compactMap { line in
        guard case .workPackage = line.kind else { return nil }
        return OctetStream(seed: seed, stream: line.stream, block: block, lane: 1)
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
          for i in 0..<count { values[place + i] = sums[i] }
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
            for i in 0..<count { cells[i] = quantile(uniforms[i]) }
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
    var packages = 0
    for (index, line) in lines[option].enumerated() {
      switch line.kind {
      case .triangular(let triangle):
        workspace.rows.withPrices(term: line.term, count: count) { prices in
          workspace.lineStreams[option][index].addTriangular(triangle, to: prices)
        }
      case .other(let quantile, let coefficient):
        CostDraws.fill(&workspace.uniforms, count, from: &workspace.lineStreams[option][index])
        workspace.uniforms.withUnsafeBufferPointer { uniforms in
          workspace.rows.withPrices(term: line.term, count: count) { prices in
            for i in 0..<count { prices[i] += coefficient * quantile(uniforms[i]) }
          }
        }
      case .workPackage(let quantile, let coefficient):
        CostDraws.fill(&workspace.uniforms, count, from: &workspace.lineStreams[option][index])
        CostDraws.fill(
          &workspace.switches, count, from: &workspace.switchStreams[option][packages])
        packages += 1
        let (own, common, switches) = (workspace.uniforms, workspace.common, workspace.switches)
        workspace.rows.withPrices(term: line.term, count: count) { prices in
          for i in 0..<count {
            prices[i] += coefficient * quantile(switches[i] < following ? common[i] : own[i])
          }
        }
      }
    }
  }

  private static func fill(_ values: inout [Double], _ count: Int, from stream: inout OctetStream) {
    values.withUnsafeMutableBufferPointer {
      stream.fillOpenUniforms(UnsafeMutableBufferPointer(rebasing: $0[0..<count]))
    }
  }
}
