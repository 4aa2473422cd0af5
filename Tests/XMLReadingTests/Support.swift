import XMLReading

/// A start tag or an end, as tests compare them.
enum Event: Hashable {
  case start(XMLName, attributes: [XMLAttribute], at: XMLPosition)
  case end
}

extension Event {
  init(_ event: XMLPartReader.Event) {
    switch event {
    case .start(let part):
      self = .start(part.name, attributes: part.attributes, at: part.position)
    case .end: self = .end
    }
  }

  var position: XMLPosition? {
    if case .start(_, _, let position) = self { return position }
    return nil
  }
}

/// All events of a document, and the problem that ended the reading, if any.
func events(
  _ bytes: [UInt8], limits: XMLLimits = XMLLimits()
) -> (events: [Event], problem: XMLProblem?) {
  let reader = XMLPartReader(bytes: bytes, limits: limits)
  var events: [Event] = []
  do throws(XMLProblem) {
    while let event = try reader.next() { events.append(Event(event)) }
    return (events, nil)
  } catch {
    return (events, error)
  }
}

func events(
  _ text: String, limits: XMLLimits = XMLLimits()
) -> (events: [Event], problem: XMLProblem?) {
  events(Array(text.utf8), limits: limits)
}

func problem(_ text: String, limits: XMLLimits = XMLLimits()) -> XMLProblem? {
  events(text, limits: limits).problem
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
