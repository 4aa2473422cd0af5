/// Everything that a case can ask for.
enum MatrixMethod: String, CaseIterable {
  case weightedSum = "weighted-sum"
  case weightedProduct = "weighted-product"
  case topsis
  case vikor
  case copras
  case minimaxRegret = "minimax-regret"
  case promethee
  case electreI = "electre-i"
  case electreIII = "electre-iii"
  case electreTri = "electre-tri"
  case prometheeFunctions = "promethee-functions"
  case ahp
  case ahpHierarchy = "ahp-hierarchy"
  case bwm
  case rankWeights = "rank-weights"
  case statedWeights = "stated-weights"
  case entropyWeights = "entropy-weights"
  case criticWeights = "critic-weights"
  case ufab
  case weightStability = "weight-stability"
  case criticalCriterion = "critical-criterion"
  case smaaExact = "smaa-exact"
  case smaa2 = "smaa-2"
  case sobol
  case finance
  case tco
  case tieredPrice = "tiered-price"
  case pert
  case numberText = "number-text"
  /// The table of all scoring methods.
  case all

  /// Whether the method works on a table.
  var needsTable: Bool {
    switch self {
    case .weightedSum, .weightedProduct, .topsis, .vikor, .copras, .minimaxRegret, .promethee,
      .electreI, .electreIII, .electreTri, .entropyWeights, .criticWeights, .weightStability,
      .criticalCriterion, .smaaExact, .smaa2, .all:
      true
    case .prometheeFunctions, .ahp, .ahpHierarchy, .bwm, .rankWeights, .statedWeights, .ufab,
      .sobol,
      .finance, .tco, .tieredPrice, .pert, .numberText:
      false
    }
  }
}
