/// What may become trouble of the names that a module shares with the rest of the process.
struct SymbolWarnings {
    let subject: String

    func of(_ file: ModuleFile) -> [Problem] {
        do throws(ELFFault) {
            let symbols = try ELFSymbols(file.bytes)
            let own = symbols.exported.filter { $0 != "gatehouse_module_register" && !Self.isOfEverybody($0) }
            let unique = Set(symbols.unique)
            let weak = symbols.undefinedWeak.filter { !Self.known.contains($0) && !SystemCalls.isLinked($0) }
            return [
                shared(own.filter(unique.contains)), clashing(own.filter { !unique.contains($0) }), missing(weak),
            ].compactMap(\.self)
        } catch {
            return [
                Problem(
                    "module.warning.unread", subject, "its symbols cannot be read, and may clash with those of others",
                    cure: "Link it again, so that it has a table of their names (-Wl,--hash-style=both).")
            ]
        }
    }

    /// Local or not, a library is given the variable of the one that was opened first.
    private func shared(_ names: [String]) -> Problem? {
        warning(
            "module.warning.unique", names,
            "it shares \(some(names)) with every library of the process that has variables of the same names",
            cure: "Compile with -fvisibility=hidden or -fno-gnu-unique.")
    }

    private func clashing(_ names: [String]) -> Problem? {
        warning(
            "module.warning.symbols", names,
            "it exports \(names.count) more symbols (\(some(names))), which may clash with those of others",
            cure: "Compile with -fvisibility=hidden; modules in Swift or Go cannot help it.")
    }

    private func missing(_ names: [String]) -> Problem? {
        warning(
            "module.warning.weak", names, "it calls \(some(names)) where it is there, and nobody need have it",
            cure: "Link the library that has it.")
    }

    private func warning(_ code: String, _ names: [String], _ cause: String, cure: String) -> Problem? {
        names.isEmpty ? nil : Problem(code, subject, cause, cure: cure)
    }

    private func some(_ names: [String]) -> String {
        names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", ..." : "")
    }
}

extension SymbolWarnings {
    /// Every compiler refers to these, and few systems have them.
    private static let known: Set<String> = [
        "__gmon_start__", "_ITM_deregisterTMCloneTable", "_ITM_registerTMCloneTable", "_Jv_RegisterClasses",
    ]

    /// The linker writes the first ones, and nobody looks them up in another library; the others are the forms of `new`
    /// and `delete` that make and end nothing, which every module in C++ may have.
    private static let harmless: Set<String> = [
        "_init", "_fini", "_edata", "_end", "__bss_start", "_ZnwmPv", "_ZnamPv", "_ZdlPvS_", "_ZdaPvS_",
    ]

    /// Or it is of the C++ library, whose parts are the same in all modules, and exported whatever the compiler is told:
    /// a name, a variable in a function, or what the compiler adds to a type, in `std`, `__gnu_cxx` or `__cxxabiv1`.
    private static func isOfEverybody(_ name: String) -> Bool {
        let ofStandard = /_Z(?:G[VR]|T[A-Z])?Z*(?:N[KVRO]*)?(?:S[abdiost]|9__gnu_cxx|10__cxxabiv1)/
        return harmless.contains(name) || name.prefixMatch(of: ofStandard) != nil
    }
}
