// swift-tools-version: 6.1
import PackageDescription

// Programs that libFuzzer feeds; scripts/fuzz builds them with its checks and runs them.
let package = Package(
  name: "votum-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "votum", path: "..")],
  targets: [
    .target(name: "FuzzDriver"),
    .executableTarget(
      name: "fuzz-delimited-text",
      dependencies: [
        "FuzzDriver",
        .product(name: "ByteSources", package: "votum"),
        .product(name: "DelimitedText", package: "votum"),
      ]),
    .executableTarget(
      name: "fuzz-numbers",
      dependencies: ["FuzzDriver", .product(name: "Measures", package: "votum")]),
    .target(
      name: "OfferFuzzing",
      dependencies: [
        "FuzzDriver",
        .product(name: "ByteSources", package: "votum"),
        .product(name: "Measures", package: "votum"),
        .product(name: "OfferImport", package: "votum"),
        .product(name: "TotalCost", package: "votum"),
      ]),
    .executableTarget(name: "fuzz-offers", dependencies: ["FuzzDriver", "OfferFuzzing"]),
    .executableTarget(name: "fuzz-own-xml", dependencies: ["FuzzDriver", "OfferFuzzing"]),
    .executableTarget(name: "fuzz-ubl", dependencies: ["FuzzDriver", "OfferFuzzing"]),
  ]
)
