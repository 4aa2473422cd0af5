// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "votum-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "votum", path: "..")],
  targets: [
    .executableTarget(
      name: "smaa-benchmark",
      dependencies: [
        .product(name: "MCDA", package: "votum"),
        .product(name: "ReproducibleMath", package: "votum"),
        .product(name: "Sensitivity", package: "votum"),
      ]),
    .executableTarget(
      name: "import-benchmark",
      dependencies: [
        .product(name: "DelimitedText", package: "votum"),
        .product(name: "ByteSources", package: "votum"),
        .product(name: "Measures", package: "votum"),
        .product(name: "OfferImport", package: "votum"),
        .product(name: "TotalCost", package: "votum"),
      ]),
    .executableTarget(
      name: "verdict-study", dependencies: [.product(name: "Evaluation", package: "votum")]),
    .executableTarget(
      name: "mcda-benchmark", dependencies: [.product(name: "MCDA", package: "votum")]),
    .executableTarget(
      name: "tco-benchmark",
      dependencies: [
        .product(name: "Measures", package: "votum"),
        .product(name: "TotalCost", package: "votum"),
      ]),
  ]
)
