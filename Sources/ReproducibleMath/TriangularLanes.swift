internal import CLanes

/// Many triangular numbers, each from a stream of its own: what lines of costs are drawn with.
///
/// The state of all streams stands in one piece, so that moving on to the next block of draws takes
/// no memory, and many numbers are added up in one call.
public struct TriangularLanes: Sendable {
  private var triangles: [lanes_triangle] = []
  private var streams: [UInt64] = []
  private var states: [UInt64] = []

  /// No number yet.
  public init() {}

  /// How many there are.
  public var count: Int { triangles.count }

  /// Adds a triangular number that is drawn from a stream.
  public mutating func append(_ triangle: TriangularFactor, stream: UInt64) {
    triangles.append(lanes_triangle(per_sum: triangle.perSum, per_gap: triangle.perGap))
    streams.append(stream)
    states += [UInt64](repeating: 0, count: OctetStream.stateWords)
  }

  /// Goes to the beginning of a block of all streams, as ``OctetStream`` has it.
  public mutating func seek(seed: UInt64, block: UInt64) {
    states.withUnsafeMutableBufferPointer { states in
      guard let start = states.baseAddress else { return }
      for (index, stream) in streams.enumerated() {
        OctetStream.seed(
          start + index * OctetStream.stateWords,
          address: RandomStream.hash(seed: seed, parts: [stream, block, 0]))
      }
    }
  }

  /// Adds to each value the variable parts of some of the numbers, one after the other.
  ///
  /// - Parameters:
  ///   - range: Which; nothing is done if there are not as many.
  ///   - values: As for ``OctetStream/fillOpenUniforms(_:registers:)``.
  public mutating func add(
    _ range: Range<Int>, to values: UnsafeMutableBufferPointer<Double>, registers: Registers = .wide
  ) {
    guard range.lowerBound >= 0, range.upperBound <= triangles.count else { return }
    let kernels = registers.kernels
    states.withUnsafeMutableBufferPointer { states in
      triangles.withUnsafeBufferPointer { triangles in
        guard let states = states.baseAddress, let triangles = triangles.baseAddress else { return }
        inOctets(values, padding: 0) {
          kernels.pointee.add_triangular(
            states + range.lowerBound * OctetStream.stateWords, triangles + range.lowerBound,
            range.count, $0, $1)
        }
      }
    }
  }
}
