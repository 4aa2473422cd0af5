/// A criteria catalogue that comes with the program; its bytes are those of `criteria/ID.yaml`.
public struct Catalogue: Sendable, Hashable {
  /// The name by which a decision asks for it, such as `erp`.
  public let id: String
  /// The file, as it stands in the repository.
  public let bytes: [UInt8]

  /// The catalogues of criteria that a decision can name, by identifier.
  public static let shipped = [Catalogue(id: "erp", bytes: PackageResources.erp_yaml)]

  /// The factors of the goal `lock_in`, which every decision with that goal gets.
  public static let lockIn = Catalogue(id: "lock-in", bytes: PackageResources.lock_in_yaml)

  /// All of them, also the factors that no decision has to name.
  public static let all = shipped + [lockIn]

  /// How diagnostics name the file, which lies inside the program.
  public var file: String { "votum:\(id).yaml" }
}
