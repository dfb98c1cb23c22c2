import Glibc

/// A folder for what outlives the host, for this user alone.
package enum DataFolder {
    /// Makes the folder where it is missing, with mode 0700, and those above it.
    ///
    /// - Throws: `data-folder.unusable`, also where somebody else owns it or may write to it.
    package static func make(_ path: String) throws(Problems) {
        do throws(SystemError) {
            try makeAll(path)
            try check(path)
        } catch {
            throw Problems(list: [unusable(path, error)])
        }
    }

    /// What is wrong with a folder that is there. Nothing is made.
    package static func problems(_ path: String) -> [Problem] {
        do throws(SystemError) {
            try check(path)
            return []
        } catch {
            return error.number == ENOENT ? [] : [unusable(path, error)]
        }
    }

    private static func check(_ path: String) throws(SystemError) {
        let status = try SystemCalls.status(at: path)
        guard status.kind == .folder, status.owner == geteuid(), status.mode & 0o022 == 0 else {
            throw SystemError(call: "lstat", number: EPERM)
        }
    }

    private static func unusable(_ path: String, _ error: SystemError) -> Problem {
        let cause =
            error.number == EPERM
            ? "it is no folder of this user's alone" : "it cannot be made (\(error.call): \(error.text))"
        return Problem(
            "data-folder.unusable", path, cause,
            cure: "Make it for the user that runs the host, with mode 0700, or name another `data_folder`.")
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
