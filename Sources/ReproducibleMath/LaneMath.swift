/// What the loops over octets compute, number by number: their definition, which tests hold them to.
public enum LaneMath {
  /// The natural logarithm of a positive normal number, error below 2 units in the last place.
  ///
  /// A shorter one than ``ReproducibleMath/log(_:)``: log(2^k·(1 + f)) = k·ln 2 + s·(2 + z·P(z)),
  /// s = f/(2 + f), z = s², with the coefficients of FDLIBM 5.3 (`e_log.c`) and nothing done for
  /// the last bit.
  public static func log(_ x: Double) -> Double { log(x, scale: 0) }

  /// log(x / 2^scale).
  private static func log(_ x: Double, scale: Double) -> Double {
    let bits = x.bitPattern &+ 0x0009_5f62_0000_0000
    let exponent =
      Double(bitPattern: bits >> 52 | 0x4330_0000_0000_0000) - (0x1.00000000003ffp52 + scale)
    let fraction =
      Double(bitPattern: (bits & 0x000f_ffff_ffff_ffff) &+ 0x3fe6_a09e_0000_0000) - 1
    let s = fraction / (2 + fraction)
    let z = s * s
    let zz = z * z
    let p1 = 0x1.5555555555593p-1 + z * 0x1.999999997fa04p-2
    let p3 = 0x1.2492494229359p-2 + z * 0x1.c71c51d8e78afp-3
    let p5 = 0x1.7466496cb03dep-3 + z * 0x1.39a09d078c69fp-3
    let p = p1 + zz * (p3 + zz * (p5 + zz * 0x1.2f112df3e5244p-3))
    return exponent * 0x1.62e42fefa39efp-1 + s * (2 + z * p)
  }

  /// A word as a number from [0, 1).
  public static func uniform(_ word: UInt64) -> Double {
    Double(bitPattern: word >> 12 | 0x3ff0_0000_0000_0000) - 1
  }

  /// Words as as many independent exponential variates of mean 1.
  ///
  /// Four at a time: the upper halves h of four words are numbers u = (h + ½)/2^32, −log(u₁u₂u₃u₄)
  /// is the sum of four exponential variates, and the lower halves of the first three cut it at
  /// uniform places (Devroye, "Non-Uniform Random Variate Generation", 1986, chapter V.2): one
  /// logarithm instead of four. What is left is −log u, u an odd multiple of 2^−53.
  ///
  /// Uniform numbers of 32 bits change a variate by less than 2^−32 of the sum of four. That
  /// reorders alternatives only in draws in which their totals differ by less than a billionth.
  public static func exponentials(_ words: [UInt64]) -> [Double] {
    let grouped = words.count / 4 * 4
    var variates: [Double] = []
    for start in stride(from: 0, to: grouped, by: 4) {
      let u = words[start..<(start + 4)].map { Double($0 >> 32) + 0.5 }
      let cuts = words[start..<(start + 3)].map { Double($0 & 0xffff_ffff) + 0.5 }.sorted()
      let sum = -0x1p-32 * log((u[0] * u[1]) * (u[2] * u[3]), scale: 128)
      variates += [
        sum * cuts[0], sum * (cuts[1] - cuts[0]), sum * (cuts[2] - cuts[1]),
        sum * (0x1p32 - cuts[2]),
      ]
    }
    return variates + words[grouped...].map { -log(openUniform($0)) }
  }

  /// A word as a number from (0, 1).
  private static func openUniform(_ word: UInt64) -> Double {
    Double(bitPattern: word >> 12 | 0x3ff0_0000_0000_0000) - 0x1.fffffffffffffp-1
  }
}
