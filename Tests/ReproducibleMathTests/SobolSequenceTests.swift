import Testing

@testable import ReproducibleMath

@Suite("Sobol's sequence")
struct SobolSequenceTests {
  private func points(
    _ dimension: Int, _ count: Int, seed: UInt64? = nil, start: Int = 0
  ) -> [Double] {
    var values = [Double](repeating: 0, count: count)
    values.withUnsafeMutableBufferPointer {
      SobolSequence(dimension: dimension, seed: seed).fill($0, start: start)
    }
    return values
  }

  /// Figures of SciPy 1.17.1, `qmc.Sobol(64, scramble=False)`; ours lie half a step higher.
  @Test(
    "has the points that others give",
    arguments: [
      (0, 0.69238281), (1, 0.93652344), (2, 0.16308594), (5, 0.35644531), (17, 0.86425781),
      (33, 0.00292969), (63, 0.42675781),
    ])
  func published(dimension: Int, point: Double) {
    #expect(abs(points(dimension, 1, start: 777)[0] - point) < 1e-8)
    #expect(points(dimension, 778)[777] == points(dimension, 1, start: 777)[0])
  }

  @Test(
    "puts one point into each of 256 equal steps, scrambled or not", arguments: [0, 1, 7, 40, 63])
  func stratified(dimension: Int) {
    for seed in [nil, 1, 2] as [UInt64?] {
      for start in [0, 256, 1024] {
        let steps = points(dimension, 256, seed: seed, start: start).map { Int($0 * 256) }
        #expect(Set(steps).count == 256)
      }
    }
    #expect(points(dimension, 8, seed: 1) != points(dimension, 8, seed: 2))
  }

  @Test("puts one point into each square of a grid on its first two coordinates")
  func net() {
    for seed in [nil, 5] as [UInt64?] {
      let cells = zip(points(0, 256, seed: seed), points(1, 256, seed: seed)).map {
        Int($0 * 16) * 16 + Int($1 * 16)
      }
      #expect(Set(cells).count == 256)
    }
  }
}
