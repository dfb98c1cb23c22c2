import Glibc

/// Follows a path as the kernel does, one part at a time, and notes all that it passes.
///
/// `realpath` gives only the end of the way. Who may swap a folder or a symbolic link in the middle of it decides as
/// much about what is opened as who may write to the end.
struct PathWalk {
    /// A file, folder or symbolic link on the way, under a path without symbolic links before its last part.
    struct Stop: Equatable, Sendable {
        let path: String
        let status: FileStatus
    }

    private(set) var stops: [Stop] = []
    /// The folder that was reached; empty is the root.
    private var place = ""
    /// What is still to go, the next part last.
    private var pending: [Substring] = []
    private var links = 0

    /// All stops of an absolute path, the root first, each once. Throws where the way is barred or ends early.
    static func stops(to path: String) throws(SystemError) -> [Stop] {
        var walk = PathWalk()
        walk.stops = [Stop(path: "/", status: try SystemCalls.status(at: "/"))]
        walk.plan(path)
        while let part = walk.pending.popLast() { try walk.step(to: part) }
        return walk.stops
    }

    private mutating func plan(_ path: String) {
        pending.append(contentsOf: path.pathParts.reversed())
    }

    private mutating func step(to part: Substring) throws(SystemError) {
        if part == "." { return }
        if part == ".." { return leave() }
        let path = place + "/" + part
        let status = try SystemCalls.status(at: path)
        let stop = Stop(path: path, status: status)
        if !stops.contains(stop) { stops.append(stop) }
        if status.kind == .symbolicLink { try follow(path) } else { place = path }
    }

    /// Cutting off a part is right here, as no part before it is a symbolic link.
    private mutating func leave() {
        place = place.hasSlash ? String(place.beforeLastSlash) : ""
    }

    private mutating func follow(_ link: String) throws(SystemError) {
        links += 1
        // The kernel's own limit.
        if links > 40 { throw SystemError(call: "readlink", number: ELOOP) }
        let target = try SystemCalls.target(ofLink: link)
        if target.isAbsolutePath { place = "" }
        plan(target)
    }
}
