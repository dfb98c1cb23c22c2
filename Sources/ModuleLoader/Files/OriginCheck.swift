/// Finds libraries that a module can only find while it lies in its own folder.
///
/// Modules are loaded from a private copy. `$ORIGIN` in a run path is then the copy's folder, where nothing else lies.
struct OriginCheck: Sendable {
    let header: ELFHeader
    let path: ModulePath
    let report: FileProblems

    /// One `module.file.origin` for each needed library whose first place on the run path is named through `$ORIGIN`.
    /// A library in none of them is no error here: the system's loader knows more places, and complains itself.
    func problems() -> [Problem] {
        header.needed.compactMap { library in
            guard let place = firstPlace(of: library), place.isMoving else { return nil }
            return problem(with: library, in: place.path.folder)
        }
    }
}

extension OriginCheck {
    private struct Place {
        let path: ModulePath
        let isMoving: Bool
    }

    private func firstPlace(of library: String) -> Place? {
        let names = library.hasSlash ? [library] : header.runPath.map { "\($0)/\(library)" }
        return names.map(place).first { $0.path.exists }
    }

    private func place(_ name: String) -> Place {
        let expanded = name.replacing("${ORIGIN}", with: path.folder).replacing("$ORIGIN", with: path.folder)
        return Place(path: ModulePath(expanded, relativeTo: "/"), isMoving: expanded != name)
    }

    private func problem(with library: String, in folder: String) -> Problem {
        let cause = "needs \(library) from \(folder), found through $ORIGIN, and is loaded from a copy elsewhere"
        let cure = "Link it statically, or with an absolute run path (`-Wl,-rpath,\(folder)`)."
        return report.problem("module.file.origin", cause, cure: cure)
    }
}
