package import CLanes

/// Memory for octets: eight doubles side by side, one for each of eight draws. Aligned to 64 bytes.
///
/// A simulation that keeps quantity after quantity in octets computes eight draws with each
/// instruction stream, two or four of them in one register.
public final class Octets {
  /// How many octets there are.
  public let count: Int
  /// All numbers: lane l of octet k is number 8k + l.
  public let numbers: UnsafeMutablePointer<Double>

  /// Room for octets of zeros; at least one.
  public init(count: Int) {
    self.count = max(1, count)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: 64 * self.count, alignment: 64)
    numbers = memory.bindMemory(to: Double.self, capacity: 8 * self.count)
    numbers.initialize(repeating: 0, count: 8 * self.count)
  }

  deinit { UnsafeMutableRawPointer(numbers).deallocate() }

  /// The numbers from octet `index` on.
  public func octet(_ index: Int) -> UnsafeMutablePointer<Double> { numbers + 8 * index }

  /// The same memory as whole numbers.
  package var counts: UnsafeMutablePointer<Int64> {
    UnsafeMutableRawPointer(numbers).assumingMemoryBound(to: Int64.self)
  }
}

/// Which registers inner loops use. Results have the same bytes with any.
public enum Registers: Sendable, Equatable, CaseIterable {
  /// Those that every processor of the architecture has: 128 bits on x86-64 and arm64.
  case narrow
  /// 256 bits, where the processor has them; else the narrow ones.
  case wide

  /// The loops.
  package var kernels: UnsafePointer<lanes_kernels> {
    switch self {
    case .narrow: lanes_narrow()
    case .wide: lanes_wide() ?? lanes_narrow()
    }
  }
}

/// Runs a loop on whole octets, and on a padded copy of what is left.
func inOctets(
  _ values: UnsafeMutableBufferPointer<Double>, padding: Double,
  _ loop: (UnsafeMutablePointer<Double>, Int) -> Void
) {
  guard let base = values.baseAddress else { return }
  let octets = values.count / OctetStream.lanes
  loop(base, octets)
  let rest = octets * OctetStream.lanes
  if rest == values.count { return }
  withUnsafeTemporaryAllocation(of: Double.self, capacity: OctetStream.lanes) { last in
    last.initialize(repeating: padding)
    for i in rest..<values.count { last[i - rest] = values[i] }
    if let start = last.baseAddress { loop(start, 1) }
    for i in rest..<values.count { values[i] = last[i - rest] }
  }
}
