/// Sums of preferences of every alternative over all others on one criterion, by sorting once and
/// sweeping: O(m log m) where comparing all pairs takes O(m²).
///
/// For a function of two thresholds, those that an alternative beats are a stretch of the sorted
/// values, and both ends of the stretch only move forward. On a slope the sum of (d − q) over the
/// stretch is carried along: what leaves is taken off, what stays grows by the step. Every term is
/// of the size of p − q, so no digits are lost however large the values themselves are.
struct FlowSweep {
  private var order: [Int32]
  private var sorted: [Double]
  private var mirrored: [Double]
  private var sums: [Double]
  private var places: BucketSort

  init(count: Int) {
    order = [Int32](repeating: 0, count: count)
    sorted = [Double](repeating: 0, count: count)
    mirrored = sorted
    sums = sorted
    places = BucketSort(count: count)
  }

  /// Adds `weight` times the sums to `leaving` (how much each beats others) and `entering` (how
  /// much others beat it), and stores the unweighted difference in `net`.
  mutating func add(
    _ gains: UnsafeBufferPointer<Double>, steps: PreferenceFunction.Steps, weight: Double,
    leaving: UnsafeMutableBufferPointer<Double>, entering: UnsafeMutableBufferPointer<Double>,
    net: UnsafeMutableBufferPointer<Double>, stride: Int
  ) {
    let count = gains.count
    places.sort(gains, into: &sorted, order: &order)
    sorted.withUnsafeBufferPointer { sorted in
      sums.withUnsafeMutableBufferPointer { sums in
        Self.sweep(sorted, steps: steps, into: sums)
      }
    }
    for position in 0..<count {
      let row = Int(order[position])
      leaving[row] += weight * sums[position]
      net[row * stride] = sums[position]
    }
    // Who is beaten by how much: the same sweep from the other end.
    for position in 0..<count { mirrored[position] = -sorted[count - 1 - position] }
    mirrored.withUnsafeBufferPointer { mirrored in
      sums.withUnsafeMutableBufferPointer { sums in
        Self.sweep(mirrored, steps: steps, into: sums)
      }
    }
    for position in 0..<count {
      let row = Int(order[count - 1 - position])
      entering[row] += weight * sums[position]
      net[row * stride] -= sums[position]
    }
  }

  /// For each of the ascending `values` the sum of its preferences over all of them.
  private static func sweep(
    _ values: UnsafeBufferPointer<Double>, steps: PreferenceFunction.Steps,
    into sums: UnsafeMutableBufferPointer<Double>
  ) {
    let (low, high) = (steps.low, steps.high)
    // values[..<beyond] are beaten by more than `high`, values[..<reached] by more than `low`.
    var (beyond, reached) = (0, 0)
    if !steps.isSloped || low == high {
      for position in values.indices {
        let value = values[position]
        while value - values[reached] > low { reached += 1 }
        if low == high {
          beyond = reached
        } else {
          while value - values[beyond] > high { beyond += 1 }
        }
        sums[position] = Double(beyond) + 0.5 * Double(reached - beyond)
      }
      return
    }
    let scale = 1 / (high - low)
    let isSteep = !scale.isFinite
    var stretch = 0.0
    for position in values.indices {
      let value = values[position]
      let previous = position > 0 ? values[position - 1] : value
      while value - values[beyond] > high {
        if beyond < reached {
          stretch -= previous - values[beyond] - low
        } else {
          reached = beyond + 1
        }
        beyond += 1
      }
      if beyond == reached {
        stretch = 0
      } else {
        stretch += Double(reached - beyond) * (value - previous)
      }
      while value - values[reached] > low {
        stretch += value - values[reached] - low
        reached += 1
      }
      let inner = isSteep ? stretch / (high - low) : stretch * scale
      sums[position] = Double(beyond) + min(Double(reached - beyond), max(0, inner))
    }
  }
}
