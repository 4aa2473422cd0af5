/// Random numbers with an address: every block of draws can be produced by itself.
///
/// A long simulation is cut into blocks of ``drawsPerBlock`` draws. Block `b` of a purpose
/// (`stream`) is the same whichever thread computes it, whichever blocks were computed before
/// and however many follow. Within a block, `lane` separates quantities that are drawn side by
/// side, so that one that needs more numbers (rejection) does not shift the others.
///
/// Definition: a hash starts as the SplitMix64 mixer of (seed + γ), then takes in `stream`, `block`
/// and `lane` in this order by hash ← mix((hash xor part) + γ), γ = 0x9e3779b97f4a7c15. The result
/// seeds ``Xoshiro256PlusPlus``. For given other parts the hash is a bijection of each part.
public struct RandomStream: RandomNumberGenerator, Sendable, Equatable {
  /// Draws in a full block; only the last block of a simulation may hold fewer.
  public static let drawsPerBlock = 4096

  @usableFromInline var generator: Xoshiro256PlusPlus

  /// The stream at an address. All 2^64 values of each part are allowed, 0 included.
  public init(seed: UInt64, stream: UInt64, block: UInt64, lane: UInt64 = 0) {
    generator = Xoshiro256PlusPlus(seed: Self.hash(seed: seed, parts: [stream, block, lane]))
  }

  /// The hash of an address.
  static func hash(seed: UInt64, parts: [UInt64]) -> UInt64 {
    parts.reduce(SplitMix64.mixed(seed &+ SplitMix64.increment)) { hash($0, with: $1) }
  }

  /// Takes one more part into a hash.
  static func hash(_ hash: UInt64, with part: UInt64) -> UInt64 {
    SplitMix64.mixed((hash ^ part) &+ SplitMix64.increment)
  }

  /// The next 64 bits.
  @inlinable
  public mutating func next() -> UInt64 {
    generator.next()
  }

  /// A number from [0, 1): one of the 2^53 multiples of 2^−53, all equally likely.
  @inlinable
  public mutating func uniform() -> Double {
    Double(generator.next() >> 11) * 0x1p-53
  }

  /// A number from (0, 1), both ends excluded: an odd multiple of 2^−53, all equally likely.
  @inlinable
  public mutating func openUniform() -> Double {
    (Double(generator.next() >> 12) + 0.5) * 0x1p-52
  }
}
