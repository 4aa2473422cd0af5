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
  linking: [LinkerSetting] = [], testing: [Target.Dependency] = []
) -> [Target] {
  [
    .target(
      name: name, dependencies: dependencies + packages, resources: resources,
      swiftSettings: settings, linkerSettings: linking),
    .testTarget(
      name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies + testing,
      swiftSettings: settings),
  ]
}

/// Square root and rounding live in the C library's mathematics, which Foundation would bring along.
let mathematics: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

let package = Package(
  name: "votum",
  platforms: [.macOS(.v15)],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
  ]
    // What everything else counts, dates and speaks with.
    + station("Measures")
    + station("ReproducibleMath", linking: mathematics)
    // Readers of bytes: they know no vendors.
    + station("DelimitedText")
    + station("XMLReading", ["CLibXML2"])
    + station("FileHashing", ["CCrypto"])
    // Mathematics: it knows no vendors either.
    + station("MCDA")
    + station("Sensitivity", ["MCDA", "ReproducibleMath"])
    + station("TotalCost", ["Measures", "ReproducibleMath"], linking: mathematics)
)
