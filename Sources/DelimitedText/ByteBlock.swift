/// 64 bytes, in four lots of 16, that are looked at together.
struct ByteBlock {
  typealias Lanes = SIMD16<UInt8>
  private typealias Halves = SIMD2<UInt64>

  private let lots: (Lanes, Lanes, Lanes, Lanes)

  /// The bytes that begin at a place.
  @inline(__always)
  init(_ raw: RawSpan, at offset: Int) {
    // "Unsafe" since not every type takes every pattern of bits; whole numbers do, and the span
    // checks its bounds.
    lots = unsafe (
      raw.unsafeLoadUnaligned(fromByteOffset: offset, as: Lanes.self),
      raw.unsafeLoadUnaligned(fromByteOffset: offset + 16, as: Lanes.self),
      raw.unsafeLoadUnaligned(fromByteOffset: offset + 32, as: Lanes.self),
      raw.unsafeLoadUnaligned(fromByteOffset: offset + 48, as: Lanes.self)
    )
  }

  /// Whether all bytes are ASCII.
  var isASCII: Bool {
    @inline(__always) get {
      let all = lots.0 | lots.1 | lots.2 | lots.3
      let halves = unsafe unsafeBitCast(all, to: Halves.self)
      return (halves[0] | halves[1]) & 0x8080_8080_8080_8080 == 0
    }
  }

  /// Whether any byte is zero.
  var hasZero: Bool {
    @inline(__always) get {
      let zero = Lanes(repeating: 0)
      let found =
        Self.matches(lots.0, zero) | Self.matches(lots.1, zero) | Self.matches(lots.2, zero)
        | Self.matches(lots.3, zero)
      return found[0] | found[1] != 0
    }
  }

  /// A bit for each byte of a value, the first byte lowest, for two values.
  @inline(__always)
  func positions(of first: UInt8, _ second: UInt8) -> (UInt64, UInt64) {
    positions(of: (first, under: 0xFF), (second, under: 0xFF))
  }

  /// A bit for each byte that has a value under a mask, the first byte lowest, for two values.
  @inline(__always)
  func positions(
    of first: (value: UInt8, under: UInt8), _ second: (value: UInt8, under: UInt8)
  ) -> (UInt64, UInt64) {
    let bits = Self.transposed(
      Halves(
        interleaved(Lanes(repeating: first.value), Lanes(repeating: first.under)),
        interleaved(Lanes(repeating: second.value), Lanes(repeating: second.under))))
    return (bits[0], bits[1])
  }

  /// A bit for each byte that matches: bit `k` of byte `j` stands for byte `8k + j`.
  @inline(__always)
  private func interleaved(_ value: Lanes, _ mask: Lanes) -> UInt64 {
    let bits =
      Self.matches(lots.0 & mask, value) & Halves(0x0101_0101_0101_0101, 0x0202_0202_0202_0202)
      | Self.matches(lots.1 & mask, value) & Halves(0x0404_0404_0404_0404, 0x0808_0808_0808_0808)
      | Self.matches(lots.2 & mask, value) & Halves(0x1010_1010_1010_1010, 0x2020_2020_2020_2020)
      | Self.matches(lots.3 & mask, value) & Halves(0x4040_4040_4040_4040, 0x8080_8080_8080_8080)
    return bits[0] | bits[1]
  }

  @inline(__always)
  private static func matches(_ lanes: Lanes, _ pattern: Lanes) -> Halves {
    unsafe unsafeBitCast(lanes .== pattern, to: Halves.self)
  }

  /// Two matrices of 8 × 8 bits with rows and columns exchanged (H. S. Warren, *Hacker's Delight*,
  /// 2nd edition, section 7-3).
  @inline(__always)
  private static func transposed(_ matrices: Halves) -> Halves {
    var bits = matrices
    var moved = (bits ^ bits &>> Halves(repeating: 7)) & Halves(repeating: 0x00AA_00AA_00AA_00AA)
    bits ^= moved ^ moved &<< Halves(repeating: 7)
    moved = (bits ^ bits &>> Halves(repeating: 14)) & Halves(repeating: 0x0000_CCCC_0000_CCCC)
    bits ^= moved ^ moved &<< Halves(repeating: 14)
    moved = (bits ^ bits &>> Halves(repeating: 28)) & Halves(repeating: 0x0000_0000_F0F0_F0F0)
    return bits ^ moved ^ moved &<< Halves(repeating: 28)
  }
}
