@testable import ModuleLoader

/// The problems that something throws; none when it does not throw.
func problems(_ body: () throws(Problems) -> Void) -> [Problem] {
    do throws(Problems) {
        try body()
        return []
    } catch {
        return error.list
    }
}

extension ModuleFile {
    /// With nothing that a test does not care about.
    static func open(
        _ reference: String, on folders: [String] = [], relativeTo base: String = "/nowhere", sha256: String? = nil,
        allowWritablePaths: Bool = false
    ) throws(Problems) -> ModuleFile {
        try open(
            reference, subject: "modules[0]", searchedOn: folders, relativeTo: base, sha256: sha256,
            allowWritablePaths: allowWritablePaths)
    }
}
