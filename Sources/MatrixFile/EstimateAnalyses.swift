import MCDA
import Messages

/// Three-point estimates and indices of variance.
extension Analysis {
  func threePointEstimates() throws(AnalysisFailure) -> [JSONValue.Member] {
    var rows: [JSONValue] = []
    for row in inputs.objects("rows") {
      let (low, mode, high) = (row.number("min"), row.number("mode"), row.number("max"))
      try proceed()
      guard low <= mode, mode <= high, max(low.magnitude, high.magnitude) < 1e100 else {
        throw stop(
          .matrixEstimateOrder(), at: row.position())
      }
      let range = high - low
      let mean = low + ((mode - low) * 4 + range) / 6
      let deviation = range / 6
      let shape = range > 0 ? 4 / range : 0
      rows.append(
        .object([
          .init("activity", row.text("activity").map { .text($0) } ?? .null),
          .init("min", .number(low)), .init("mode", .number(mode)), .init("max", .number(high)),
          .init("mean", .number(mean)),
          .init("sd_classic", .number(deviation)),
          .init("variance_classic", .number(deviation * deviation)),
          .init("variance_beta_pert", .number((mean - low) * (high - mean) / 7)),
          .init("alpha", range > 0 ? .number(1 + shape * (mode - low)) : .null),
          .init("beta", range > 0 ? .number(1 + shape * (high - mode)) : .null),
          .init("triangular_mean", .number(low + (mode - low + range) / 3)),
          .init(
            "triangular_variance",
            .number((range * range - (mode - low) * (high - mode)) / 18)),
        ]))
    }
    return [.init("rows", .array(rows))]
  }
}
