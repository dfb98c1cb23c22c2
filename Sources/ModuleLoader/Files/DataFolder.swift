import Glibc

/// A folder for what outlives the host, for this user alone.
package enum DataFolder {
    /// Makes the folder where it is missing, with mode 0700, and those above it. A symbolic link may lead to it, as
    /// systemd makes one for a service with `DynamicUser`.
    ///
    /// - Throws: `data-folder.unusable`, also where somebody else owns it or may write to it, or to what leads there.
    package static func make(_ path: String) throws(Problems) {
        let found: [Problem]
        do throws(SystemError) {
            try makeAll(path)
            found = try look(at: path)
        } catch {
            throw Problems(list: [unusable(path, "it cannot be made (\(error.call): \(error.text))")])
        }
        try Problems.throwUnlessEmpty(found)
    }

    /// What is wrong with a folder, if it is there, and with what leads to it. Nothing is made.
    package static func problems(_ path: String) -> [Problem] {
        do throws(SystemError) {
            return try look(at: path)
        } catch {
            return error.number == ENOENT ? [] : [unusable(path, "it cannot be used (\(error.call): \(error.text))")]
        }
    }

    private static func look(at path: String) throws(SystemError) -> [Problem] {
        let status = try SystemCalls.status(of: SystemCalls.open(path, O_RDONLY | O_DIRECTORY))
        guard status.owner == geteuid(), status.mode & 0o022 == 0 else {
            return [unusable(path, "it is no folder of this user's alone")]
        }
        let trust = PathTrust.current(elseCure: "name another `data_folder`")
        let onTheWay = trust.problems(on: ModulePath(path, relativeTo: ".").text, of: path)
        return onTheWay.map { Problem(code, path, $0.cause, cure: $0.cure) }
    }

    private static let code = "data-folder.unusable"

    private static func unusable(_ path: String, _ cause: String) -> Problem {
        let cure = "Make it for the user that runs the host, with mode 0700, or name another `data_folder`."
        return Problem(code, path, cause, cure: cure)
    }

    private static func makeAll(_ path: String) throws(SystemError) {
        do throws(SystemError) {
            try SystemCalls.makeFolder(path)
        } catch {
            if error.number == EEXIST { return }
            guard error.number == ENOENT, let parent = parent(of: path) else { throw error }
            try makeAll(parent)
            try SystemCalls.makeFolder(path)
        }
    }

    private static func parent(of path: String) -> String? {
        let parent = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
        return parent.flatMap { $0.isEmpty ? nil : $0 }
    }
}
