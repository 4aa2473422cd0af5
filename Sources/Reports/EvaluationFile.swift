public import Evaluation

/// `evaluation.json`: the whole evaluation, described by `docs/evaluation.schema.json`.
public enum EvaluationFile {
  /// The file's name.
  public static let name = "evaluation.json"

  /// The file of an evaluation; optional parts that do not exist are left out.
  ///
  /// - Throws: ``ReportFailure/notEncodable(what:)`` if a figure is not finite.
  public static func bytes(of evaluation: Evaluation) throws(ReportFailure) -> [UInt8] {
    try JSONFile.bytes(evaluation, what: name)
  }

  /// The evaluation that a file holds, equal to the one that it was made from.
  ///
  /// - Throws: ``ReportFailure/notDecodable(what:)`` if it is no JSON or of another layout.
  public static func evaluation(from bytes: [UInt8]) throws(ReportFailure) -> Evaluation {
    try JSONFile.value(Evaluation.self, from: bytes, what: name)
  }
}
