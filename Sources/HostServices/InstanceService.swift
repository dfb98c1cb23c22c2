import ModuleLoader

/// One service of one instance.
protocol InstanceService: AnyObject, Sendable {
    /// Once: what it gives is never freed, and holds the service.
    func makeTable() -> ServiceTable
    /// `create` has returned.
    func settle()
    /// The instance ends.
    func end()
}

extension InstanceService {
    func settle() {}
    func end() {}
}
