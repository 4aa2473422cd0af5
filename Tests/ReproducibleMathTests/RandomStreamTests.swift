import Testing

@testable import ReproducibleMath

@Suite struct RandomStreamTests {
  /// Output of Vigna's `splitmix64.c` for the seed 1234567.
  @Test func splitMixReproducesThePublishedNumbers() {
    var generator = SplitMix64(seed: 1_234_567)
    let published: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(published.map { _ in generator.next() } == published)
  }

  /// Output of Blackman and Vigna's `xoshiro256plusplus.c` for the state 1, 2, 3, 4, as recorded
  /// in the tests of the Rust crate rand_xoshiro.
  @Test func xoshiroReproducesThePublishedNumbers() {
    var generator = Xoshiro256PlusPlus(state: 1, 2, 3, 4)
    let published: [UInt64] = [
      41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386,
      9_228_616_714_210_784_205, 9_973_669_472_204_895_162, 14_011_001_112_246_962_877,
      12_406_186_145_184_390_807, 15_849_039_046_786_891_736, 10_450_023_813_501_588_000,
    ]
    #expect(published.map { _ in generator.next() } == published)
  }

  @Test func theStateOfZerosIsReplaced() {
    var zeros = Xoshiro256PlusPlus(state: 0, 0, 0, 0)
    var seeded = Xoshiro256PlusPlus(seed: 0)
    #expect(zeros.next() == seeded.next())
  }

  /// The definition in the doc comment, spelled out a second time, and the numbers it gives.
  @Test func addressesGiveTheRecordedNumbers() {
    func mix(_ v: UInt64) -> UInt64 {
      var counter = SplitMix64(seed: v &- 0x9e37_79b9_7f4a_7c15)
      return counter.next()
    }
    let gamma: UInt64 = 0x9e37_79b9_7f4a_7c15
    var hash = mix(1 &+ gamma)
    for part: UInt64 in [2, 3, 4] { hash = mix((hash ^ part) &+ gamma) }
    var expected = Xoshiro256PlusPlus(seed: hash)
    var stream = RandomStream(seed: 1, stream: 2, block: 3, lane: 4)
    for _ in 0..<5 { #expect(stream.next() == expected.next()) }

    var first = RandomStream(seed: 1, stream: 0, block: 0)
    let recorded: [UInt64] = [
      10_616_057_846_497_598_800, 9_100_169_430_152_426_057, 17_276_784_903_795_348_082,
    ]
    #expect([first.next(), first.next(), first.next()] == recorded)
  }

  @Test func everyPartOfTheAddressMatters() {
    var seen: Set<UInt64> = []
    for seed: UInt64 in 0..<6 {
      for stream: UInt64 in 0..<6 {
        for block: UInt64 in 0..<6 {
          for lane: UInt64 in 0..<6 {
            var generator = RandomStream(seed: seed, stream: stream, block: block, lane: lane)
            seen.insert(generator.next())
          }
        }
      }
    }
    #expect(seen.count == 1296)
  }

  @Test func uniformsAreUniform() {
    var counts = [Int](repeating: 0, count: 100)
    let draws = 200_000
    for block: UInt64 in 0..<50 {
      var stream = RandomStream(seed: 5, stream: 0, block: block)
      for _ in 0..<(draws / 100) {
        let (u, open) = (stream.uniform(), stream.openUniform())
        #expect(u >= 0 && u < 1 && open > 0 && open < 1)
        counts[Int(u * 100)] += 1
        counts[Int(open * 100)] += 1
      }
    }
    let mean = Double(draws) / 100
    let chiSquare = counts.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) / mean }
    // 99 degrees of freedom: mean 99, standard deviation 14.
    #expect(chiSquare > 50 && chiSquare < 170)
  }
}
