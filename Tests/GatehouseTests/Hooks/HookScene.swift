import Gatehouse

/// Modules for hooks: `hooked` in C, and `ledger` in C++.
extension ModuleEntry {
    static func hooked(_ name: String, _ number: Int64, without hook: String? = nil) -> ModuleEntry {
        var config: JSONObject = ["number": .integer(number)]
        config["without"] = hook.map { .string($0) }
        return ModuleEntry("hooked", name: name, config: .object(config))
    }

    static func ledger(_ config: JSONValue) -> ModuleEntry { ModuleEntry("ledger", config: config) }
}

extension TestModules {
    static func builder(_ modules: ModuleEntry...) throws -> Gatehouse.Builder {
        Gatehouse.Builder(try configuration(modules))
    }
}
