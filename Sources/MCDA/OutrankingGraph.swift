/// Circles and the kernel of an outranking relation.
struct OutrankingGraph {
  /// Sets of alternatives that reach each other, with at least two members, by first member.
  let circles: [[Int]]
  /// The alternatives of the kernel, ascending.
  let kernel: [Int]

  /// - Complexity: O(m²).
  init(_ outranks: [Bool], count: Int) {
    let components = Self.components(outranks, count: count)
    var component = [Int](repeating: 0, count: count)
    for (index, members) in components.enumerated() {
      for member in members { component[member] = index }
    }
    // Components stand behind all that they outrank. Backwards, whoever outranks one is settled
    // before it: it is in the kernel unless a member of the kernel outranks it.
    var isChosen = [Bool](repeating: true, count: components.count)
    for index in components.indices.reversed() where isChosen[index] {
      for member in components[index] {
        for other in 0..<count where outranks[member * count + other] {
          if component[other] != index { isChosen[component[other]] = false }
        }
      }
    }
    circles = components.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    kernel = (0..<count).filter { isChosen[component[$0]] }
  }

  /// Strongly connected components, each after all that it reaches (Tarjan, SIAM Journal on
  /// Computing 1(2), 1972, doi:10.1137/0201010), without recursion.
  private static func components(_ edges: [Bool], count: Int) -> [[Int]] {
    var found = [Int?](repeating: nil, count: count)
    var lowest = [Int](repeating: 0, count: count)
    var isOpen = [Bool](repeating: false, count: count)
    var open: [Int] = []
    var components: [[Int]] = []
    var clock = 0
    for root in 0..<count where found[root] == nil {
      var path = [(node: root, next: 0)]
      while let step = path.last {
        let node = step.node
        if found[node] == nil {
          (found[node], lowest[node]) = (clock, clock)
          clock += 1
          isOpen[node] = true
          open.append(node)
        }
        if let next = (step.next..<count).first(where: { edges[node * count + $0] }) {
          path[path.count - 1].next = next + 1
          if let time = found[next] {
            if isOpen[next] { lowest[node] = min(lowest[node], time) }
          } else {
            path.append((next, 0))
          }
          continue
        }
        path.removeLast()
        if let parent = path.last { lowest[parent.node] = min(lowest[parent.node], lowest[node]) }
        guard lowest[node] == found[node], let start = open.firstIndex(of: node) else { continue }
        let members = Array(open[start...])
        open.removeSubrange(start...)
        for member in members { isOpen[member] = false }
        components.append(members)
      }
    }
    return components
  }
}
