package import ModuleLoader

/// What a host offers its modules beside its own table. An operator grants these one by one, by their raw values.
public enum HostService: String, CaseIterable, Sendable {
    /// Requests to other servers.
    case http
    /// Functions that are called later.
    case timers
    /// A place for small things that outlive the process.
    case store
    /// Paths that a module answers.
    case web
    /// Figures beside the host's own.
    case metrics
    /// What the homeserver knows and does.
    case homeserver

    /// All but the homeserver: to act for the whole server is for the operator to allow.
    public static let usual = Set(allCases).subtracting([.homeserver])

    /// The name without a revision, as modules ask for it.
    package var family: String { "gatehouse.\(rawValue)" }

    /// The one revision that this host has of each.
    package var name: String { "\(family)/1" }
}

extension ServiceGrants {
    package init(_ services: Set<HostService>) { self.init(Set(services.map(\.family))) }
}
