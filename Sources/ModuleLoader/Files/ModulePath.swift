import Glibc

/// Where a module's file is: an absolute path without `.` and doubled slashes. Symbolic links and `..` stay in it.
struct ModulePath: Equatable, Sendable {
    let text: String

    /// A relative `path` starts from `base`, a relative `base` from the folder that the process is in.
    init(_ path: String, relativeTo base: String) {
        let full = path.isAbsolutePath ? path : Self.absolute(base) + "/" + path
        let parts = full.pathParts.filter { $0 != "." }
        text = "/" + parts.joined(separator: "/")
    }

    /// The last part.
    var name: String { text.pathParts.last.map(String.init) ?? "" }

    /// All but the last part.
    var folder: String { "/" + text.pathParts.dropLast().joined(separator: "/") }

    /// Only "there is nothing" counts as absent: what may not be looked at is found, and opening it says why not.
    /// Otherwise a folder without permission would quietly hand its modules' names to the next folder.
    var exists: Bool {
        do throws(SystemError) {
            _ = try SystemCalls.status(at: text)
            return true
        } catch {
            return error.number != ENOENT && error.number != ENOTDIR
        }
    }

    private static func absolute(_ base: String) -> String {
        if base.isAbsolutePath { return base }
        let current = (try? SystemCalls.target(ofLink: "/proc/self/cwd")) ?? ""
        return current + "/" + base
    }
}
