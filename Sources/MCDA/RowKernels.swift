/// Sums along the rows of a flat table, eight columns at a time.
///
/// Rows are added up in eight lanes, which are then joined pairwise: a fixed order, so that the
/// same table always gives the same bits.
enum RowKernels {
  typealias Lanes = SIMD8<Double>

  /// Σ (x − shift) × factor of each row.
  static func sums(_ values: [Double], minus shift: [Double], times factor: [Double]) -> [Double] {
    let n = factor.count
    let full = n / 8 * 8
    return [Double](unsafeUninitializedCapacity: values.count / n) { sums, count in
      values.withUnsafeBytes { values in
        shift.withUnsafeBytes { shift in
          factor.withUnsafeBytes { factor in
            for row in 0..<sums.count {
              let start = row * n * 8
              var lanes = Lanes()
              for k in stride(from: 0, to: full * 8, by: 64) {
                let x = values.loadUnaligned(fromByteOffset: start + k, as: Lanes.self)
                let s = shift.loadUnaligned(fromByteOffset: k, as: Lanes.self)
                lanes += (x - s) * factor.loadUnaligned(fromByteOffset: k, as: Lanes.self)
              }
              var sum = joined(lanes)
              for k in stride(from: full * 8, to: n * 8, by: 8) {
                let x = values.loadUnaligned(fromByteOffset: start + k, as: Double.self)
                let s = shift.loadUnaligned(fromByteOffset: k, as: Double.self)
                sum += (x - s) * factor.loadUnaligned(fromByteOffset: k, as: Double.self)
              }
              sums.initializeElement(at: row, to: sum)
            }
          }
        }
      }
      count = values.count / n
    }
  }

  /// The distances of each row's (x − shift) × factor from two goals, in one pass.
  static func distances(
    _ values: [Double], minus shift: [Double], times factor: [Double],
    to goals: (first: [Double], second: [Double]), _ distance: Distance
  ) -> (first: [Double], second: [Double]) {
    let n = factor.count
    let rows = values.count / n
    var first = [Double](repeating: 0, count: rows)
    var second = first
    values.withUnsafeBytes { values in
      shift.withUnsafeBytes { shift in
        factor.withUnsafeBytes { factor in
          goals.first.withUnsafeBytes { firstGoal in
            goals.second.withUnsafeBytes { secondGoal in
              for row in 0..<rows {
                let row8 = values[(row * n * 8)..<((row + 1) * n * 8)]
                let point = Point(
                  x: UnsafeRawBufferPointer(rebasing: row8), shift: shift, factor: factor, count: n)
                let both = point.distances(firstGoal, secondGoal, distance)
                (first[row], second[row]) = both
              }
            }
          }
        }
      }
    }
    return (first, second)
  }

  /// A row, shifted and scaled.
  private struct Point {
    let x: UnsafeRawBufferPointer
    let shift: UnsafeRawBufferPointer
    let factor: UnsafeRawBufferPointer
    let count: Int

    @inline(__always)
    func distances(
      _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer, _ distance: Distance
    ) -> (Double, Double) {
      var (firstLanes, secondLanes) = (Lanes(), Lanes())
      let end = count / 8 * 64
      for k in stride(from: 0, to: end, by: 64) {
        let value = coordinates(at: k)
        let gap = value - first.loadUnaligned(fromByteOffset: k, as: Lanes.self)
        let other = value - second.loadUnaligned(fromByteOffset: k, as: Lanes.self)
        switch distance {
        case .euclidean:
          firstLanes += gap * gap
          secondLanes += other * other
        case .manhattan:
          firstLanes += gap.replacing(with: -gap, where: gap .< 0)
          secondLanes += other.replacing(with: -other, where: other .< 0)
        }
      }
      var (sum, otherSum) = (joined(firstLanes), joined(secondLanes))
      for k in stride(from: end, to: count * 8, by: 8) {
        let x = self.x.loadUnaligned(fromByteOffset: k, as: Double.self)
        let s = shift.loadUnaligned(fromByteOffset: k, as: Double.self)
        let value = (x - s) * factor.loadUnaligned(fromByteOffset: k, as: Double.self)
        let gap = value - first.loadUnaligned(fromByteOffset: k, as: Double.self)
        let other = value - second.loadUnaligned(fromByteOffset: k, as: Double.self)
        sum += distance == .euclidean ? gap * gap : gap.magnitude
        otherSum += distance == .euclidean ? other * other : other.magnitude
      }
      return distance == .euclidean
        ? (sum.squareRoot(), otherSum.squareRoot()) : (sum, otherSum)
    }

    @inline(__always)
    private func coordinates(at k: Int) -> Lanes {
      let x = self.x.loadUnaligned(fromByteOffset: k, as: Lanes.self)
      let s = shift.loadUnaligned(fromByteOffset: k, as: Lanes.self)
      return (x - s) * factor.loadUnaligned(fromByteOffset: k, as: Lanes.self)
    }
  }

  private static func joined(_ lanes: Lanes) -> Double {
    let four = lanes.lowHalf + lanes.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}

/// How far apart two points are.
public enum Distance: String, Sendable, Equatable, CaseIterable {
  /// The root of the sum of squared differences.
  case euclidean
  /// The sum of the differences without sign.
  case manhattan
}
