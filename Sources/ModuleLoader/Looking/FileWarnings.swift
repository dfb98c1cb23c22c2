/// What is no mistake in a module's file and may become trouble all the same.
enum FileWarnings {
    static func of(_ file: ModuleFile, subject: String, allowsWritablePaths: Bool) -> [Problem] {
        SymbolWarnings(subject: subject).of(file) + stack(file, subject)
            + (allowsWritablePaths ? writable(file, subject) : [])
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
