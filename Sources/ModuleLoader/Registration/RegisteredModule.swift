import CGatehouse
package import CModuleCall

/// What a module handed over, as the host's own copy: as much as both sides know, zeros behind it.
///
/// The copies live as long as the process, like the module's code.
@safe package struct RegisteredModule: @unchecked Sendable {
    package let name: String
    package let version: String?
    package let vendor: String?
    package let licence: String?
    package let summary: String?
    package let contract: (major: UInt64, minor: UInt64)
    package let flags: ModuleFlags
    package let requiredServices: [String]
    package let offers: [HookOffer]
    let record: UnsafePointer<gh_module>
    private let tables: [String: RegisteredTable]

    init(_ copy: RecordCopy) {
        (name, version, vendor) = (copy.name, copy.version, copy.vendor)
        (licence, summary) = (copy.licence, copy.summary)
        (flags, requiredServices, tables) = (copy.flags, copy.requiredServices, copy.tables)
        offers = copy.offers
        contract = unsafe (copy.record.pointee.major, copy.record.pointee.minor)
        unsafe record = UnsafePointer(copy.record)
    }

    /// The function for a callback, where the module implements it.
    package func function(_ category: String, _ callback: String) -> cm_function? {
        unsafe tables[category]?.functions[callback]
    }

    /// Those of whose callbacks it implements some.
    var categories: [String] { Array(tables.keys) }

    /// What holds for a category's callbacks: the module's flags and the table's.
    package func flags(for category: String) -> ModuleFlags { flags.union(tables[category]?.flags ?? []) }

    /// All its callbacks return at once, whatever the category.
    var isPromptThroughout: Bool { tables.keys.allSatisfy { flags(for: $0).contains(.prompt) } }

    /// Any number of threads may be in an instance at once, whatever the category.
    var isConcurrentThroughout: Bool {
        if tables.isEmpty { return flags.contains(.concurrent) }
        return tables.keys.allSatisfy { flags(for: $0).contains(.concurrent) }
    }

    /// Every callback that the tables offer, as `category.callback`.
    package var callbacks: Set<String> {
        Set(tables.flatMap { category, table in unsafe table.functions.keys.map { "\(category).\($0)" } })
    }

    /// Built with a newer minor: its arguments may be longer than what this host knows.
    package var isNewer: Bool { contract.minor > Contract.minor }
}

/// A copied table.
@safe struct RegisteredTable {
    let flags: ModuleFlags
    let functions: [String: cm_function]
}
