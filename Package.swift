// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of the library with its tests.
func station(
  _ name: String, _ dependencies: [Target.Dependency] = [],
  packages: [Target.Dependency] = [], resources: [Resource] = [],
  linking: [LinkerSetting] = [], testing: [Target.Dependency] = [], fixtures: [String] = []
) -> [Target] {
  [
    .target(
      name: name, dependencies: dependencies + packages, resources: resources,
      swiftSettings: settings, linkerSettings: linking),
    .testTarget(
      name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies + testing,
      exclude: fixtures, swiftSettings: settings),
  ]
}

/// Square root and rounding live in the C library's mathematics, which Foundation would bring along.
let mathematics: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "votum",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "votum", targets: ["votum"]),
    .library(name: "ByteSources", targets: ["ByteSources"]),
    .library(name: "DelimitedText", targets: ["DelimitedText"]),
    .library(
      name: "Evaluation",
      targets: ["DecisionModel", "Evaluation", "Messages", "ReproducibleMath"]),
    .library(name: "MCDA", targets: ["MCDA"]),
    .library(name: "Measures", targets: ["Measures"]),
    .library(
      name: "OfferImport", targets: ["Catalogues", "DecisionModel", "Messages", "OfferImport"]),
    .library(name: "ReproducibleMath", targets: ["ReproducibleMath"]),
    .library(name: "Sensitivity", targets: ["Sensitivity"]),
    .library(name: "TotalCost", targets: ["TotalCost", "Measures"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .executableTarget(
      name: "votum",
      dependencies: [
        "Catalogues", "DecisionFile", "DecisionFolder", "DecisionModel", "DelimitedText",
        "Evaluation", "MatrixFile", "Measures", "Messages", "OfferImport", "Reports", "TotalCost",
        argumentParser,
      ], swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: ["votum", "Evaluation", "FileHashing", "MCDA", "Reports", "Sensitivity"],
      exclude: ["Pictures"],
      swiftSettings: settings),
  ]
    // What everything else counts, dates and speaks with.
    + station("Measures")
    + station("Messages", ["Measures"])
    + [.target(name: "CLanes")]
    + station("ReproducibleMath", ["CLanes"], linking: mathematics)
    // Readers of bytes: they know no vendors.
    + station("ByteSources")
    + station("DelimitedText", ["ByteSources"])
    + station("XMLReading", ["ByteSources", "CLibXML2"])
    + station("FileHashing", ["ByteSources", "CCrypto"])
    // Mathematics: it knows no vendors either.
    + station("MCDA", ["ReproducibleMath"], linking: mathematics)
    + station("Sensitivity", ["CLanes", "MCDA", "ReproducibleMath"])
    + station("TotalCost", ["Measures", "ReproducibleMath"], linking: mathematics)
    + station(
      "MatrixFile",
      [
        "ByteSources", "DelimitedText", "MCDA", "Measures", "Messages", "ReproducibleMath",
        "Sensitivity", "TotalCost", "XMLReading",
      ], fixtures: ["Cases"])
    // The way of the data.
    + station("DecisionModel", ["DelimitedText", "Measures", "Messages", "TotalCost"])
    + station(
      "Catalogues", ["Messages"],
      resources: [
        .embedInCode("Resources/erp.yaml"), .embedInCode("Resources/lock-in.yaml"),
        .embedInCode("Resources/votum-offer-1.xsd"),
      ])
    + station(
      "DecisionFile",
      ["Catalogues", "DecisionModel", "DelimitedText", "Measures", "Messages", "TotalCost"],
      packages: [yams], testing: ["OfferImport"])
    + station(
      "OfferImport",
      [
        "ByteSources", "DecisionModel", "DelimitedText", "Measures", "Messages", "TotalCost",
        "XMLReading",
      ],
      fixtures: ["Corpus"])
    + station("Fit", ["DecisionModel", "Measures", "Messages"])
    + station("LockIn", ["DecisionModel", "Measures", "TotalCost", "Fit", "Messages"])
    + station(
      "Evaluation",
      [
        "DecisionModel", "Fit", "LockIn", "MCDA", "Measures", "Messages", "ReproducibleMath",
        "Sensitivity", "TotalCost",
      ])
    + station(
      "DecisionFolder",
      [
        "ByteSources", "Catalogues", "DecisionFile", "DecisionModel", "DelimitedText", "Evaluation",
        "FileHashing", "Messages", "OfferImport", "XMLReading",
      ])
    + station(
      "Reports",
      [
        "DecisionModel", "DelimitedText", "Evaluation", "FileHashing", "LockIn", "Measures",
        "Messages", "TotalCost",
      ],
      resources: [
        .embedInCode("Resources/tables.js"), .embedInCode("Resources/what-if.js"),
      ], testing: ["DecisionFolder"])
)
