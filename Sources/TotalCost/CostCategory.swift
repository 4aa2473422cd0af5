/// What kind of cost a line is, after Gartner's direct and indirect costs of ownership.
public enum CostCategory: String, Sendable, Hashable, Codable, CaseIterable {
  /// Right to use software, bought once.
  case licence
  /// Right to use software or a service, paid again and again.
  case subscription
  /// Equipment.
  case hardware
  /// Hosting, computing, storage, network.
  case hosting
  /// Vendor's work to set the thing up.
  case implementation
  /// Changes made for this customer alone.
  case customisation
  /// Connections to other systems.
  case integration
  /// Taking over data, and leaving the solution of today.
  case migration
  /// Teaching people.
  case training
  /// Building it oneself.
  case development
  /// Time of one's own people for the project.
  case internalEffort = "internal_effort"
  /// Maintenance and new versions.
  case maintenance
  /// Help desk and support.
  case support
  /// Keeping it running: administration, own or bought.
  case operation
  /// Outages and lost working time.
  case downtime
  /// Leaving at the end.
  case exit
  /// Anything else.
  case other

  /// Whether Gartner's model counts it among the indirect costs, which no invoice shows.
  public var isIndirect: Bool {
    switch self {
    case .downtime, .internalEffort: true
    default: false
    }
  }
}
