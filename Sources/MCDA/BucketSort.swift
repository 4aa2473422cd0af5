/// Sorts numbers by spreading them over as many equal intervals as there are numbers, then within
/// each: O(m) for even data, and never worse than the standard library's sort, which takes over
/// where many fall into one interval.
struct BucketSort {
  private var starts: [Int32]
  private var places: [Int32]
  private static let crowded = 24

  init(count: Int) {
    starts = [Int32](repeating: 0, count: count + 1)
    places = [Int32](repeating: 0, count: count)
  }

  /// Writes `values` ascending to `sorted`, and where each came from to `order`.
  mutating func sort(
    _ values: UnsafeBufferPointer<Double>, into sorted: inout [Double], order: inout [Int32]
  ) {
    let count = values.count
    var (low, high) = (values[0], values[0])
    for value in values {
      low = value < low ? value : low
      high = value > high ? value : high
    }
    let scale = Double(count) / (high - low)
    guard scale.isFinite else {
      // All equal, or so close that intervals can't tell them apart.
      for index in 0..<count { order[index] = Int32(truncatingIfNeeded: index) }
      if high > low {
        order.sort { Self.isBefore((values[Int($0)], $0), (values[Int($1)], $1)) }
      }
      for position in 0..<count { sorted[position] = values[Int(order[position])] }
      return
    }
    starts.withUnsafeMutableBufferPointer { starts in
      places.withUnsafeMutableBufferPointer { places in
        sorted.withUnsafeMutableBufferPointer { sorted in
          order.withUnsafeMutableBufferPointer { order in
            starts.update(repeating: 0)
            for index in 0..<count {
              let place = min(count - 1, Int((values[index] - low) * scale))
              places[index] = Int32(truncatingIfNeeded: place)
              starts[place + 1] += 1
            }
            for place in 0..<count { starts[place + 1] += starts[place] }
            for index in 0..<count {
              let position = Int(starts[Int(places[index])])
              starts[Int(places[index])] += 1
              sorted[position] = values[index]
              order[position] = Int32(truncatingIfNeeded: index)
            }
            // Now `starts` holds the end of each interval.
            var begin = 0
            for place in 0..<count {
              let end = Int(starts[place])
              if end - begin > 1 { Self.sortStretch(sorted, order, begin, end) }
              begin = end
            }
          }
        }
      }
    }
  }

  private static func sortStretch(
    _ sorted: UnsafeMutableBufferPointer<Double>, _ order: UnsafeMutableBufferPointer<Int32>,
    _ begin: Int, _ end: Int
  ) {
    if end - begin > crowded {
      let pairs = (begin..<end).map { (sorted[$0], order[$0]) }.sorted(by: isBefore)
      for (offset, pair) in pairs.enumerated() {
        (sorted[begin + offset], order[begin + offset]) = pair
      }
      return
    }
    for position in (begin + 1)..<end {
      let (value, row) = (sorted[position], order[position])
      var place = position
      while place > begin && sorted[place - 1] > value {
        sorted[place] = sorted[place - 1]
        order[place] = order[place - 1]
        place -= 1
      }
      sorted[place] = value
      order[place] = row
    }
  }

  private static func isBefore(_ a: (Double, Int32), _ b: (Double, Int32)) -> Bool {
    a.0 != b.0 ? a.0 < b.0 : a.1 < b.1
  }
}
