/// What is no mistake in a module's file and may become trouble all the same.
enum FileWarnings {
    static func of(_ file: ModuleFile, subject: String, allowsWritablePaths: Bool) -> [Problem] {
        symbols(file, subject) + stack(file, subject) + (allowsWritablePaths ? writable(file, subject) : [])
    }

    private static func symbols(_ file: ModuleFile, _ subject: String) -> [Problem] {
        guard let symbols = try? ELFSymbols(file.bytes) else { return [] }
        let others = symbols.exported.filter { $0 != "gatehouse_module_register" && !$0.hasPrefix("_") }
        var warnings: [Problem] = []
        if !others.isEmpty {
            warnings.append(
                Problem(
                    "module.warning.symbols", subject,
                    "it exports \(others.count) more symbols (\(some(others))), which may clash with those of others",
                    cure: "Compile with -fvisibility=hidden; modules in Swift or Go cannot help it."))
        }
        let weak = symbols.undefinedWeak.filter { !known.contains($0) && !SystemCalls.isLinked($0) }
        if !weak.isEmpty {
            warnings.append(
                Problem(
                    "module.warning.weak", subject, "it calls \(some(weak)) where it is there, and nobody need have it",
                    cure: "Link the library that has it."))
        }
        return warnings
    }

    /// Every compiler refers to these, and few systems have them.
    private static let known: Set<String> = [
        "__gmon_start__", "_ITM_deregisterTMCloneTable", "_ITM_registerTMCloneTable", "_Jv_RegisterClasses",
    ]

    private static func some(_ names: [String]) -> String {
        names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", ..." : "")
    }

    private static func stack(_ file: ModuleFile, _ subject: String) -> [Problem] {
        guard file.header.wantsExecutableStack else { return [] }
        return [
            Problem(
                "module.warning.stack", subject, "loading it makes the stack of every thread executable",
                cure: "Link it with -Wl,-z,noexecstack.")
        ]
    }

    /// What `allow_writable_paths` lets pass.
    private static func writable(_ file: ModuleFile, _ subject: String) -> [Problem] {
        PathTrust.current(elseCure: "leave it as `allow_writable_paths` has it").problems(on: file.path, of: subject)
            .map { Problem("module.warning.writable", $0.subject, $0.cause, cure: $0.cure) }
    }
}
