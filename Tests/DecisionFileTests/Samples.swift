import DecisionModel
import Measures
import Messages

@testable import DecisionFile

/// A small decision that is right in every way; tests change single lines of it.
let goodDecision = """
  votum: 1
  title: Kassensystem
  currency: EUR
  horizon: 5 years
  as_of: 2026-11-20
  start: 2027-07-01
  discount_rate: 5 %
  goals:
    fit: { weight: 60 }
    cost: { weight: 40, best: 1000, worst: 9000 }
  criteria:
    - { id: speed, name: Tempo, under: fit, weight: 3, scale: { unit: s, best: 1, worst: 5 } }
    - { id: help, name: Hilfe, under: fit, weight: 1 }
  offers:
    - { id: a, name: A, kind: saas, files: [a.csv] }
    - { id: b, name: B, kind: make, files: [b.csv] }

  """

/// A good decision with one text replaced, and with lines added at its end.
func changed(_ old: String = "", to new: String = "", plus lines: String = "") -> String {
  (old.isEmpty ? goodDecision : replacing(old, in: goodDecision, with: new)) + lines
}

/// The text with the first occurrence of another replaced.
func replacing(_ old: String, in text: String, with new: String) -> String {
  guard let range = text.firstRange(of: old) else { return "the test does not fit: " + old }
  return text.replacingCharacters(in: range, with: new)
}

extension String {
  fileprivate func replacingCharacters(
    in range: Range<String.Index>, with new: String
  ) -> String {
    var result = self
    result.replaceSubrange(range, with: new)
    return result
  }
}

/// What reading gave.
struct Outcome {
  let decision: Decision?
  let diagnostics: Diagnostics

  /// Findings as `line:column id`, sorted by place; those in catalogues begin with the file.
  var findings: [String] {
    diagnostics.sorted.map { finding in
      let place = "\(finding.position.line):\(finding.position.column) \(finding.message.id)"
      return finding.position.file == "decision.yaml" ? place : finding.position.file + ":" + place
    }
  }
}

func read(_ text: String, catalogues: [String: String] = [:]) -> Outcome {
  read(Array(text.utf8), catalogues: catalogues)
}

func read(_ bytes: [UInt8], catalogues: [String: String] = [:]) -> Outcome {
  var diagnostics = Diagnostics()
  let decision = DecisionFile.read(
    bytes: bytes, file: "decision.yaml", loadCatalogue: { catalogues[$0].map { Array($0.utf8) } },
    diagnostics: &diagnostics)
  return Outcome(decision: decision, diagnostics: diagnostics)
}

/// A number from plain text.
func number(_ text: String) -> Amount? { Amount(plain: text) }
