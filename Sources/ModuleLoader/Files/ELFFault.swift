/// Why a file is no shared library for this host. Readers get it as a problem.
enum ELFFault: Error, Equatable, Sendable {
    /// With what it is instead, "a text file".
    case notELF(String)
    /// With the machine that it was built for.
    case architecture(String)
    /// With what would lie beyond its end.
    case truncated(String)
    /// With what kind of ELF file it is.
    case notShared(String)
}

extension FileProblems {
    func problem(_ fault: ELFFault) -> Problem {
        switch fault {
        case .notELF(let found):
            let cause = "is \(found), not a shared library (ELF)"
            return problem("module.file.not-elf", cause, cure: "Give the path of the compiled .so file.")
        case .architecture(let machine):
            let host = ELFMachine.host.name
            let cure = "Build the module for \(host), or fetch the one that was."
            return problem("module.file.architecture", "is built for \(machine), and this host is \(host)", cure: cure)
        case .truncated(let missing):
            let cause = "is cut short or damaged: \(missing) would lie beyond its end"
            return problem("module.file.truncated", cause, cure: "Copy or build the module again.")
        case .notShared(let kind):
            let cure = "Link the module with `-shared`, and compile it with `-fPIC`."
            return problem("module.file.not-shared", "is \(kind), not a shared library", cure: cure)
        }
    }
}
