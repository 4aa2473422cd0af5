/// A place in a text, moved forward over its bytes.
struct TextPlace: Sendable {
  private(set) var line: Int
  private(set) var column = 1
  private var followsCarriageReturn = false

  init(line: Int = 1) {
    self.line = line
  }

  mutating func advance(over bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case .lineFeed where followsCarriageReturn: break
      case .lineFeed, .carriageReturn:
        line += 1
        column = 1
      case _ where byte.beginsScalar: column += 1
      default: break
      }
      followsCarriageReturn = byte == .carriageReturn
    }
  }
}
