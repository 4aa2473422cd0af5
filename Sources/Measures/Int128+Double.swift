extension Int128 {
  /// The nearest double. Most amounts fit into 64 bits, where the processor converts by itself.
  var nearestDouble: Double {
    let narrow = Int64(truncatingIfNeeded: self)
    return Int128(narrow) == self ? Double(narrow) : Double(self)
  }
}
