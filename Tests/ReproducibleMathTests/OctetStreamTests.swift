import Testing

@testable import ReproducibleMath

/// Words and variates of eight lanes against their definitions, one number at a time, bit for bit.
@Suite struct OctetStreamTests {
  private func column(_ octets: Octets, _ lane: Int, rows: Range<Int>) -> [Double] {
    rows.map { octets.numbers[8 * $0 + lane] }
  }

  @Test(arguments: Registers.allCases)
  func lanesAreGeneratorsOfTheirOwn(registers: Registers) {
    var stream = OctetStream(seed: 5, stream: 6, block: 7, lane: 8)
    let octets = Octets(count: 50)
    // In two requests, as in one.
    stream.fillWords(octets.numbers, count: 17, registers: registers)
    stream.fillWords(octets.octet(17), count: 33, registers: registers)
    let address = RandomStream.hash(seed: 5, parts: [6, 7, 8])
    for lane in 0..<8 {
      var plain = Xoshiro256PlusPlus(seed: RandomStream.hash(address, with: UInt64(lane)))
      for word in column(octets, lane, rows: 0..<50) { #expect(word.bitPattern == plain.next()) }
    }
  }

  /// The words of seed 1, recorded once: they are part of every printed result.
  @Test func recordedWords() {
    var stream = OctetStream(seed: 1, stream: 0, block: 0)
    let octets = Octets(count: 2)
    stream.fillWords(octets.numbers, count: 2)
    let words = (0..<16).map { octets.numbers[$0].bitPattern }
    #expect(
      Array(words.prefix(3)) == [
        2_716_503_487_499_848_661, 6_868_483_173_754_217_121, 412_490_218_817_814_493,
      ])
  }

  @Test(arguments: Registers.allCases, [1, 2, 3, 4, 5, 8, 11])
  func exponentialsAsDefined(registers: Registers, rows: Int) {
    let (octets, words) = (Octets(count: 6 * rows), Octets(count: 6 * rows))
    var stream = OctetStream(seed: 3, stream: 0, block: UInt64(rows))
    var same = stream
    stream.fillExponentials(octets.numbers, groups: 6, rows: rows, registers: registers)
    same.fillWords(words.numbers, count: 6 * rows, registers: .narrow)
    for group in 0..<6 {
      let range = (group * rows)..<((group + 1) * rows)
      for lane in 0..<8 {
        let expected = LaneMath.exponentials(column(words, lane, rows: range).map(\.bitPattern))
        #expect(column(octets, lane, rows: range) == expected)
      }
    }
  }

  @Test(arguments: Registers.allCases)
  func uniformsAsDefined(registers: Registers) {
    let (octets, words) = (Octets(count: 9), Octets(count: 9))
    var stream = OctetStream(seed: 3, stream: 0, block: 1)
    var same = stream
    stream.fillUniforms(octets.numbers, count: 9, registers: registers)
    same.fillWords(words.numbers, count: 9)
    for k in 0..<72 {
      #expect(octets.numbers[k] == LaneMath.uniform(words.numbers[k].bitPattern))
      #expect(octets.numbers[k] >= 0 && octets.numbers[k] < 1)
    }
  }

  /// Means, variances, correlations in a group of four, and the tail of exponential variates.
  @Test func exponentialsAreExponentialAndIndependent() {
    let (rows, groups) = (6, 5_000)
    let octets = Octets(count: rows * groups)
    var stream = OctetStream(seed: 11, stream: 0, block: 0)
    stream.fillExponentials(octets.numbers, groups: groups, rows: rows)
    let draws = Double(8 * groups)
    func mean(_ f: (_ rows: [Double]) -> Double) -> Double {
      var sum = 0.0
      for group in 0..<groups {
        for lane in 0..<8 {
          sum += f(column(octets, lane, rows: (group * rows)..<((group + 1) * rows)))
        }
      }
      return sum / draws
    }
    for row in 0..<rows {
      #expect((mean { $0[row] } - 1).magnitude < 4.5 / draws.squareRoot())
      // E x² = 2, its variance 24 − 4; E x⁴ of the product below is 4 − 1.
      #expect((mean { $0[row] * $0[row] } - 2).magnitude < 4.5 * (20 / draws).squareRoot())
      #expect(
        (mean { $0[row] > 2 ? 1 : 0 } - 0.1353352832).magnitude < 4.5 * (0.117 / draws).squareRoot()
      )
      for other in 0..<row {
        #expect((mean { $0[row] * $0[other] } - 1).magnitude < 4.5 * (3 / draws).squareRoot())
      }
    }
  }

  /// Within 2 units in the last place of the exact logarithm, which the slower one meets to 1.
  @Test func logarithmIsAccurate() {
    var stream = RandomStream(seed: 2, stream: 0, block: 0)
    for _ in 0..<20_000 {
      let u = stream.openUniform()
      for x in [u, 1 - u * 0x1p-20, 0.5 + u, u * 1e-30, u * 1e30] where x > 0 {
        let exact = ReproducibleMath.log(x)
        #expect((LaneMath.log(x) - exact).magnitude <= 3 * exact.ulp)
      }
    }
    #expect(LaneMath.log(1) == 0)
  }
}
