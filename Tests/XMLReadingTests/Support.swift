import XMLReading

/// All events of a document, and the problem that ended the reading, if any.
func events(
  _ bytes: [UInt8], limits: XMLLimits = XMLLimits()
) -> (events: [XMLEvent], problem: XMLProblem?) {
  let reader = XMLPullReader(bytes: bytes, limits: limits)
  var events: [XMLEvent] = []
  do throws(XMLProblem) {
    while let event = try reader.next() { events.append(event) }
    return (events, nil)
  } catch {
    return (events, error)
  }
}

func events(
  _ text: String, limits: XMLLimits = XMLLimits()
) -> (events: [XMLEvent], problem: XMLProblem?) {
  events(Array(text.utf8), limits: limits)
}

func problem(_ text: String, limits: XMLLimits = XMLLimits()) -> XMLProblem? {
  events(text, limits: limits).problem
}

extension XMLEvent {
  var position: XMLPosition {
    switch self {
    case .startElement(_, _, let position), .text(_, let position), .endElement(_, let position):
      position
    }
  }
}

/// SplitMix64: the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
