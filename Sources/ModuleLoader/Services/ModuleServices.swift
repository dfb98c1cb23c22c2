package import Logging

/// What a host offers its modules beside its own table, by name and revision: "gatehouse.http/1".
///
/// The loader only looks tables up; what is behind them is no business of it.
package protocol ModuleServices: Sendable {
    /// The names of all that is offered.
    var names: [String] { get }

    /// Why a service is not offered, and what to do about it.
    func absence(of name: String) -> (cause: String, cure: String)

    /// The services of one instance, before it is made.
    func open(for client: ServiceClient) -> any InstanceServices
}

/// The services of one instance.
package protocol InstanceServices: Sendable {
    /// The same each time; it stays valid as long as the process lives, because a thread of the module may keep it.
    func table(_ name: String) -> ServiceTable?

    /// `create` has returned: what is told in `create` alone is told.
    func settle()

    /// The instance ends: nothing new is begun, and what is owed to the module comes into it before this returns.
    func end()
}

/// A table as a module gets it.
@safe package struct ServiceTable: @unchecked Sendable {
    package let pointer: UnsafeRawPointer

    /// - Parameter pointer: begins with its size, and is never freed.
    package init(_ pointer: UnsafeRawPointer) { unsafe self.pointer = pointer }
}

/// Who uses services.
package struct ServiceClient: Sendable {
    /// The instance's name.
    package let name: String
    package let logger: Logger
    package let entrance: Entrance
    /// Those of the host.
    package let timers: Timers
    /// How long others wait for the instance.
    package let patience: Duration

    package init(name: String, _ place: MemberPlace, _ entrance: Entrance) {
        (self.name, self.entrance) = (name, entrance)
        (logger, timers, patience) = (place.logger, place.timers, place.budget)
    }
}

/// A host that offers nothing beside its own table.
package struct NoServices: ModuleServices, InstanceServices {
    package init() {}
    package var names: [String] { [] }

    package func absence(of name: String) -> (cause: String, cure: String) {
        ("this host offers none", "Use a host that offers it, or take the module out of the configuration.")
    }

    package func open(for client: ServiceClient) -> any InstanceServices { self }
    package func table(_ name: String) -> ServiceTable? { nil }
    package func settle() {}
    package func end() {}
}
