/// Sobol's sequence: points that fill the unit cube more evenly than random ones.
///
/// Direction numbers of Joe and Kuo, "Constructing Sobol sequences with better two-dimensional
/// projections", SIAM J. Sci. Comput. 30, 2008, doi:10.1137/070709359, list `new-joe-kuo-6.21201`.
/// A seed scrambles each coordinate by itself in the way of Owen: which half of every interval comes
/// first is drawn at random, by a hash that lets higher digits steer lower ones only (Burley,
/// "Practical hash-based Owen scrambling", JCGT 9(4), 2020, constants of N. Vegdahl 2021). Every
/// scrambled point is uniform by itself, so that averages are without bias.
public struct SobolSequence: Sendable {
  /// Coordinates that have direction numbers.
  public static let dimensions = 64
  /// Points of a sequence.
  public static let points = 1 << 32

  private let directions: [UInt32]
  private let scramble: UInt32?

  /// A coordinate of the sequence.
  ///
  /// - Parameters:
  ///   - dimension: From 0; beyond the last one the number is taken modulo ``dimensions``, and only
  ///     the scrambling tells such coordinates apart.
  ///   - seed: Any number; `nil` leaves the sequence as it is.
  public init(dimension: Int, seed: UInt64? = nil) {
    directions = SobolSequence.directions(max(dimension, 0) % SobolSequence.dimensions)
    scramble = seed.map { seed in
      var stream = RandomStream(
        seed: seed, stream: 0x50b0_1000, block: UInt64(truncatingIfNeeded: dimension))
      return UInt32(truncatingIfNeeded: stream.next() >> 32)
    }
  }

  /// Fills a buffer with consecutive points, each in the middle of one of 2^32 equal steps.
  ///
  /// - Parameter start: Number of the first point, from 0.
  public func fill(_ values: UnsafeMutableBufferPointer<Double>, start: Int) {
    var x = bits(start)
    var index = UInt32(truncatingIfNeeded: start)
    for i in values.indices {
      let digits = scramble.map { SobolSequence.scrambled(x, $0) } ?? x
      values[i] = (Double(digits) + 0.5) * 0x1p-32
      // In Gray's order two points differ by one direction number.
      x ^= directions[min((~index).trailingZeroBitCount, 31)]
      index &+= 1
    }
  }

  /// A point before scrambling, by its digits.
  func bits(_ point: Int) -> UInt32 {
    let index = UInt32(truncatingIfNeeded: point)
    var gray = index ^ (index >> 1)
    var x: UInt32 = 0
    while gray != 0 {
      x ^= directions[gray.trailingZeroBitCount]
      gray &= gray - 1
    }
    return x
  }

  /// Owen's scrambling: in reversed digits every multiplication carries from higher ones to lower
  /// ones only.
  private static func scrambled(_ x: UInt32, _ seed: UInt32) -> UInt32 {
    var y = reversed(x)
    y ^= y &* 0x3d20_adea
    y &+= seed
    y &*= (seed >> 16) | 1
    y ^= y &* 0x0552_6c56
    y ^= y &* 0x53a2_2864
    return reversed(y)
  }

  private static func reversed(_ x: UInt32) -> UInt32 {
    var y = x.byteSwapped
    y = ((y & 0x0f0f_0f0f) << 4) | ((y >> 4) & 0x0f0f_0f0f)
    y = ((y & 0x3333_3333) << 2) | ((y >> 2) & 0x3333_3333)
    return ((y & 0x5555_5555) << 1) | ((y >> 1) & 0x5555_5555)
  }

  private static func directions(_ dimension: Int) -> [UInt32] {
    if dimension == 0 { return (0..<32).map { 1 << (31 - $0) } }
    let (polynomial, initial) = table[dimension - 1]
    let degree = initial.count
    var m = initial
    while m.count < 32 {
      let k = m.count
      var next = m[k - degree] ^ (m[k - degree] << UInt32(degree))
      for i in 1..<max(degree, 1) where (polynomial >> UInt32(degree - i)) & 1 == 1 {
        next ^= m[k - i] << UInt32(i)
      }
      m.append(next)
    }
    return m.enumerated().map { $0.element << UInt32(31 - $0.offset) }
  }

  /// Primitive polynomials by their bits, and the first direction numbers; from coordinate 1.
  private static let table: [(polynomial: UInt32, initial: [UInt32])] = [
    (3, [1]), (7, [1, 3]), (11, [1, 3, 1]), (13, [1, 1, 1]), (19, [1, 1, 3, 3]),
    (25, [1, 3, 5, 13]), (37, [1, 1, 5, 5, 17]), (41, [1, 1, 5, 5, 5]), (47, [1, 1, 7, 11, 19]),
    (55, [1, 1, 5, 1, 1]), (59, [1, 1, 1, 3, 11]), (61, [1, 3, 5, 5, 31]),
    (67, [1, 3, 3, 9, 7, 49]), (91, [1, 1, 1, 15, 21, 21]), (97, [1, 3, 1, 13, 27, 49]),
    (103, [1, 1, 1, 15, 7, 5]), (109, [1, 3, 1, 15, 13, 25]), (115, [1, 1, 5, 5, 19, 61]),
    (131, [1, 3, 7, 11, 23, 15, 103]), (137, [1, 3, 7, 13, 13, 15, 69]),
    (143, [1, 1, 3, 13, 7, 35, 63]), (145, [1, 3, 5, 9, 1, 25, 53]),
    (157, [1, 3, 1, 13, 9, 35, 107]), (167, [1, 3, 1, 5, 27, 61, 31]),
    (171, [1, 1, 5, 11, 19, 41, 61]), (185, [1, 3, 5, 3, 3, 13, 69]),
    (191, [1, 1, 7, 13, 1, 19, 1]), (193, [1, 3, 7, 5, 13, 19, 59]),
    (203, [1, 1, 3, 9, 25, 29, 41]), (211, [1, 3, 5, 13, 23, 1, 55]),
    (213, [1, 3, 7, 3, 13, 59, 17]), (229, [1, 3, 1, 3, 5, 53, 69]),
    (239, [1, 1, 5, 5, 23, 33, 13]), (241, [1, 1, 7, 7, 1, 61, 123]),
    (247, [1, 1, 7, 9, 13, 61, 49]), (253, [1, 3, 3, 5, 3, 55, 33]),
    (285, [1, 3, 1, 15, 31, 13, 49, 245]), (299, [1, 3, 5, 15, 31, 59, 63, 97]),
    (301, [1, 3, 1, 11, 11, 11, 77, 249]), (333, [1, 3, 1, 11, 27, 43, 71, 9]),
    (351, [1, 1, 7, 15, 21, 11, 81, 45]), (355, [1, 3, 7, 3, 25, 31, 65, 79]),
    (357, [1, 3, 1, 1, 19, 11, 3, 205]), (361, [1, 1, 5, 9, 19, 21, 29, 157]),
    (369, [1, 3, 7, 11, 1, 33, 89, 185]), (391, [1, 3, 3, 3, 15, 9, 79, 71]),
    (397, [1, 3, 7, 11, 15, 39, 119, 27]), (425, [1, 1, 3, 1, 11, 31, 97, 225]),
    (451, [1, 1, 1, 3, 23, 43, 57, 177]), (463, [1, 3, 7, 7, 17, 17, 37, 71]),
    (487, [1, 3, 1, 5, 27, 63, 123, 213]), (501, [1, 1, 3, 5, 11, 43, 53, 133]),
    (529, [1, 3, 5, 5, 29, 17, 47, 173, 479]), (539, [1, 3, 3, 11, 3, 1, 109, 9, 69]),
    (545, [1, 1, 1, 5, 17, 39, 23, 5, 343]), (557, [1, 3, 1, 5, 25, 15, 31, 103, 499]),
    (563, [1, 1, 1, 11, 11, 17, 63, 105, 183]), (601, [1, 1, 5, 11, 9, 29, 97, 231, 363]),
    (607, [1, 1, 5, 15, 19, 45, 41, 7, 383]), (617, [1, 3, 7, 7, 31, 19, 83, 137, 221]),
    (623, [1, 1, 1, 3, 23, 15, 111, 223, 83]), (631, [1, 1, 5, 13, 31, 15, 55, 25, 161]),
    (637, [1, 1, 3, 13, 25, 47, 39, 87, 257]),
  ]
}
