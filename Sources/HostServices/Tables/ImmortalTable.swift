import ModuleLoader

/// Tables of functions that modules keep: written once, never freed, and each leads to whose it is.
@safe enum ImmortalTable {
    /// Holds `owner` for ever: a thread of the module may use the table longer than its instance lives.
    static func data(_ owner: some AnyObject) -> UnsafeMutableRawPointer {
        unsafe Unmanaged.passRetained(owner).toOpaque()
    }

    static func make<Table>(_ table: Table) -> ServiceTable {
        let pointer = UnsafeMutablePointer<Table>.allocate(capacity: 1)
        unsafe pointer.initialize(to: table)
        return unsafe ServiceTable(UnsafeRawPointer(pointer))
    }

    /// Whose table it is.
    // - Safety: `data` is what the function above gave for an object of this type.
    static func owner<Owner: AnyObject>(_ data: UnsafeMutableRawPointer?, _ type: Owner.Type = Owner.self) -> Owner? {
        guard let data = unsafe data else { return nil }
        return unsafe Unmanaged<Owner>.fromOpaque(data).takeUnretainedValue()
    }
}
