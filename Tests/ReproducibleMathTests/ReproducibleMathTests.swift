import Foundation
import Testing

@testable import ReproducibleMath

/// Distance of a computed value from the truth, in units in the last place of the truth.
#if arch(x86_64)
  typealias Wide = Float80
#else
  typealias Wide = Double
#endif

private func error(_ computed: Double, _ truth: Wide) -> Double {
  let nearest = Double(truth)
  if computed == nearest { return Double(abs(Wide(computed) - truth) / Wide(nearest.ulp)) }
  guard computed.isFinite, nearest.isFinite else { return .infinity }
  return Double(abs(Wide(computed) - truth) / Wide(nearest.ulp))
}

/// The stated bounds hold against 64-bit significands; against doubles half a unit is added.
private let slack = Wide.self == Double.self ? 0.6 : 0.0

@Suite struct ReproducibleMathTests {
  private func sample(_ count: Int, from low: Double, to high: Double) -> [Double] {
    var stream = RandomStream(seed: 11, stream: UInt64(bitPattern: Int64(low)), block: 0)
    return (0..<count).map { _ in low + (high - low) * stream.uniform() }
  }

  @Test(arguments: [(-1e-3, 1e-3), (-1.0, 1), (-20, 20), (-707, 709)])
  func expStaysWithinItsBound(range: (Double, Double)) {
    for x in sample(100_000, from: range.0, to: range.1) {
      let e = error(ReproducibleMath.exp(x), Foundation.exp(Wide(x)))
      #expect(e < 0.75 + slack, "exp(\(x)) is off by \(e)")
    }
  }

  @Test(arguments: [(-1e-3, 1e-3), (-1.0, 1), (-3, 3), (-45, 45), (-700, 709)])
  func expm1StaysWithinItsBound(range: (Double, Double)) {
    for x in sample(100_000, from: range.0, to: range.1) {
      let e = error(ReproducibleMath.expm1(x), Foundation.expm1(Wide(x)))
      #expect(e < 1.25 + slack, "expm1(\(x)) is off by \(e)")
    }
  }

  @Test(arguments: [(0.99, 1.01), (0.5, 2), (1e-9, 1), (1, 1e9), (1e-300, 1e300)])
  func logStaysWithinItsBound(range: (Double, Double)) {
    let logs = sample(100_000, from: Foundation.log(range.0), to: Foundation.log(range.1))
    for x in logs.map({ Foundation.exp($0) }) {
      let e = error(ReproducibleMath.log(x), Foundation.log(Wide(x)))
      #expect(e < 1 + slack, "log(\(x)) is off by \(e)")
    }
  }

  @Test(arguments: [(-1e-3, 1e-3), (-0.999999, 1), (-0.3, -0.28), (0.4, 0.42), (-1, 1000)])
  func log1pStaysWithinItsBound(range: (Double, Double)) {
    for x in sample(100_000, from: range.0, to: range.1) where x > -1 {
      let e = error(ReproducibleMath.log1p(x), Foundation.log1p(Wide(x)))
      #expect(e < 1 + slack, "log1p(\(x)) is off by \(e)")
    }
  }

  @Test(arguments: [(0.9, 1.1, 5000.0), (0.5, 2, 900), (1e-5, 1e5, 50), (1e-300, 1e300, 1)])
  func powStaysWithinItsBound(low: Double, high: Double, reach: Double) {
    let logs = sample(100_000, from: Foundation.log(low), to: Foundation.log(high))
    let exponents = sample(100_000, from: -reach, to: reach)
    for (x, y) in zip(logs.map({ Foundation.exp($0) }), exponents) {
      let truth = Foundation.pow(Wide(x), Wide(y))
      guard truth > 1e-300, truth < 1e300 else { continue }
      let e = error(ReproducibleMath.pow(x, y), truth)
      #expect(e < 1 + slack, "pow(\(x), \(y)) is off by \(e)")
    }
  }

  @Test func exactPowersAreExact() {
    for exponent in 0...22 {
      #expect(ReproducibleMath.pow(10, Double(exponent)) == Double("1e\(exponent)"))
    }
    for base in 1...50 {
      #expect(ReproducibleMath.pow(Double(base), 2) == Double(base * base))
      #expect(ReproducibleMath.pow(Double(base * base), 0.5) == Double(base))
      #expect(ReproducibleMath.pow(-Double(base), 3) == Double(-base * base * base))
      #expect(ReproducibleMath.pow(Double(base), 1) == Double(base))
    }
    #expect(ReproducibleMath.pow(2, -1074) == 0x1p-1074)
    #expect(ReproducibleMath.pow(2, 1023) == 0x1p1023)
  }

  @Test func edgesOfExp() {
    #expect(ReproducibleMath.exp(0) == 1)
    #expect(ReproducibleMath.exp(-.infinity) == 0)
    #expect(ReproducibleMath.exp(.infinity) == .infinity)
    #expect(ReproducibleMath.exp(.nan).isNaN)
    #expect(ReproducibleMath.exp(709.782712893384) == Foundation.exp(709.782712893384))
    #expect(ReproducibleMath.exp(709.7827128933841) == .infinity)
    #expect(ReproducibleMath.exp(-745.1332191019411) == 0x1p-1074)
    #expect(ReproducibleMath.exp(-745.1332191019412) == 0)
    for x in sample(2_000, from: -745, to: -708) {
      #expect(abs(ReproducibleMath.exp(x) - Foundation.exp(x)) <= 0x1p-1074)
    }
    #expect(ReproducibleMath.expm1(-0.0).sign == .minus)
    #expect(ReproducibleMath.expm1(1e-300) == 1e-300)
    #expect(ReproducibleMath.expm1(-.infinity) == -1)
    #expect(ReproducibleMath.expm1(.infinity) == .infinity)
    #expect(ReproducibleMath.expm1(.nan).isNaN)
  }

  @Test func edgesOfLog() {
    #expect(ReproducibleMath.log(1) == 0)
    #expect(ReproducibleMath.log(0) == -.infinity)
    #expect(ReproducibleMath.log(-0.0) == -.infinity)
    #expect(ReproducibleMath.log(-1).isNaN)
    #expect(ReproducibleMath.log(.infinity) == .infinity)
    #expect(ReproducibleMath.log(.nan).isNaN)
    for x in [0x1p-1074, 0x1.8p-1060, Double.leastNormalMagnitude, .greatestFiniteMagnitude] {
      #expect(error(ReproducibleMath.log(x), Foundation.log(Wide(x))) < 1 + slack)
    }
    #expect(ReproducibleMath.log1p(-0.0).sign == .minus)
    #expect(ReproducibleMath.log1p(-1) == -.infinity)
    #expect(ReproducibleMath.log1p(-1.5).isNaN)
    #expect(ReproducibleMath.log1p(.infinity) == .infinity)
    #expect(ReproducibleMath.log1p(.nan).isNaN)
    let largest = Double.greatestFiniteMagnitude
    #expect(ReproducibleMath.log1p(largest) == ReproducibleMath.log(largest))
  }

  @Test func edgesOfPowAgreeWithTheStandard() {
    let numbers: [Double] = [
      0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 2.5, -2.5, 1e300, -1e300, 1e-300, -1e-300,
      0x1p53, 0x1p53 - 1, -0x1p53 + 1, 0x1p54, .infinity, -.infinity, .nan, 0x1p-1074,
    ]
    for x in numbers {
      for y in numbers {
        let (mine, theirs) = (ReproducibleMath.pow(x, y), Foundation.pow(x, y))
        let same =
          mine.isNaN && theirs.isNaN
          || mine == theirs && mine.sign == theirs.sign
          || error(mine, Wide(theirs)) <= 1
        #expect(same, "pow(\(x), \(y)) = \(mine), not \(theirs)")
      }
    }
  }

  /// Bits recorded on x86-64; another processor or library must reproduce them.
  @Test func bitsAreFixed() {
    var stream = RandomStream(seed: 1, stream: 2, block: 3)
    var digest: UInt64 = 0
    for _ in 0..<10_000 {
      let x = 40 * stream.uniform() - 20
      let y = 1000 * stream.openUniform()
      for value in [
        ReproducibleMath.exp(x), ReproducibleMath.expm1(x), ReproducibleMath.log(y),
        ReproducibleMath.log1p(y), ReproducibleMath.pow(y, x),
      ] {
        digest = (digest << 5 | digest >> 59) ^ value.bitPattern
      }
    }
    #expect(digest == 5_077_643_553_200_102_510)
  }
}
