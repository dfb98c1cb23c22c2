import Glibc

/// Whether nobody but root and the user of this process can change what a path leads to.
///
/// Everything on the way, symbolic links and their targets included, must belong to one of the two, and others must not
/// be able to write to it. A sticky folder may be written to by others: they cannot replace what is not theirs.
struct PathTrust: Sendable {
    let user: UInt32
    /// The group that is the user's own. Write permission for any other counts as one for others.
    let ownGroup: UInt32
    /// What else helps than to change owner or mode, as the end of a sentence.
    let elseCure: String

    /// Of this process. The group is that of the user database and not the effective one, which a service manager may
    /// have set to one that is shared (`Group=www-data`); only a user whom the database does not know goes by that.
    static func current(elseCure: String) -> PathTrust {
        PathTrust(user: geteuid(), ownGroup: groupAtStart, elseCure: elseCure)
    }

    /// Asked once: to read the user database takes as long as to read a module.
    private static let groupAtStart = SystemCalls.primaryGroup(of: geteuid()) ?? getegid()

    /// One `module.file.untrusted` for each thing on the way to the absolute `path` that others could change. A way
    /// that cannot be looked at to its end is one too.
    ///
    /// `opened` is what is known of the end from its descriptor: the path may lead elsewhere by now.
    func problems(on path: String, of subject: String, opened: FileStatus? = nil) -> [Problem] {
        do throws(SystemError) {
            var stops = try PathWalk.stops(to: path)
            if let opened, let end = stops.popLast() { stops.append(PathWalk.Stop(path: end.path, status: opened)) }
            return stops.compactMap { problem(with: $0, of: subject) }
        } catch {
            let cause = "who may write to \(path) cannot be told (\(error.call): \(error.text))"
            return [untrusted(subject, cause, cure: "Let this user enter its folders")]
        }
    }

    func problem(with stop: PathWalk.Stop, of subject: String) -> Problem? {
        let faults = faults(of: stop.status)
        if faults.isEmpty { return nil }
        let what = "\(stop.status.kind.rawValue) \(stop.path)"
        let who = "user \(stop.status.owner), group \(stop.status.group), mode \(stop.status.octalMode)"
        let cause = "the \(what) (\(who)) \(faults.map(\.cause).joined(separator: " and "))"
        let cures = faults.map { "\($0.cure) \(stop.path)" }.joined(separator: "; ")
        return untrusted(subject, cause, cure: "Run `\(cures)`")
    }

    private func untrusted(_ subject: String, _ cause: String, cure: String) -> Problem {
        Problem("module.file.untrusted", subject, cause, cure: "\(cure), or \(elseCure).")
    }
}

extension PathTrust {
    private struct Fault {
        let cause: String
        let cure: String
    }

    private func faults(of status: FileStatus) -> [Fault] {
        var faults: [Fault] = []
        if status.owner != 0, status.owner != user {
            let flag = status.kind == .symbolicLink ? "-h " : ""
            faults.append(Fault(cause: "belongs to neither root nor user \(user)", cure: "chown \(flag)\(user)"))
        }
        let writers = writers(of: status)
        if !writers.isEmpty { faults.append(Fault(cause: "can be changed by others", cure: "chmod \(writers)-w")) }
        return faults
    }

    /// `g`, `o` or `go`: whose permission to write must go. The mode of a symbolic link means nothing.
    private func writers(of status: FileStatus) -> String {
        let isSticky = status.kind == .folder && status.mode & S_ISVTX != 0
        if isSticky || status.kind == .symbolicLink { return "" }
        let group = status.mode & S_IWGRP != 0 && status.group != ownGroup ? "g" : ""
        return group + (status.mode & S_IWOTH != 0 ? "o" : "")
    }
}
