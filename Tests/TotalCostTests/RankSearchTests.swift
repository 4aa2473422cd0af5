import ReproducibleMath
import Testing

@testable import TotalCost

@Suite("Values by rank of a list that is not held")
struct RankSearchTests {
  private func found(_ values: [Double], _ ranks: [Int], parts: Int = 3) -> [Int: Double] {
    var search = RankSearch(
      ranks: ranks, low: values.min() ?? 0, high: values.max() ?? 0)
    let size = values.count / parts + 1
    var passes = 0
    while search.isOpen, passes < 100 {
      for start in stride(from: 0, to: values.count, by: size) {
        values[start..<min(start + size, values.count)].withUnsafeBufferPointer {
          search.take($0)
        }
      }
      search.endPass()
      passes += 1
    }
    return search.found
  }

  @Test(
    "are those of the sorted list",
    arguments: [1, 2, 17, 5000, 300_000], [0, 1, 2, 3])
  func sorted(count: Int, kind: Int) {
    var random = RandomStream(seed: 8, stream: UInt64(kind), block: 0)
    let values = (0..<count).map { _ -> Double in
      let u = random.openUniform()
      switch kind {
      case 0: return 1e6 * u
      case 1: return (u * 5).rounded()
      // Nearly everything in one bin: bins begin anew within it.
      case 2: return u < 0.001 ? 1e9 * u : 5 + u * 1e-9
      default: return -1 / u
      }
    }
    let ranks = [0, count / 10, count / 4, count / 2, count - 1]
    let expected = values.sorted()
    let result = found(values, ranks)
    for rank in ranks { #expect(result[rank] == expected[rank]) }
  }

  @Test("A list of one value needs no pass")
  func single() {
    #expect(found([3, 3, 3], [0, 2]) == [0: 3, 2: 3])
  }
}
