import Glibc

/// A new folder of this process alone (mode 0700). A lock on a file in it shows all others that its maker lives; the
/// lock goes with the process, however that ends, and then the next process that makes one here removes it.
final class HeldFolder: Sendable {
    let path: String
    private let lock: Descriptor

    private static let namePrefix = "gatehouse."
    private static let lockName = "gatehouse.lock"

    private init(path: String, lock: consuming Descriptor) {
        self.path = path
        self.lock = lock
    }

    /// Makes one in `parent`, after removing those whose makers are gone. It is removed when the process exits.
    static func make(in parent: String) throws(SystemError) -> HeldFolder {
        removeStale(in: parent)
        let folder = try hold(in: parent)
        AtExit.remove(folder)
        return folder
    }

    /// Removes the folder and all in it; what is loaded from it stays loaded. What cannot be removed stays for a later
    /// process to try.
    func remove() {
        AtExit.forget(self)
        Self.removeAll(in: path)
    }
}

extension HeldFolder {
    /// Before a new folder is locked, another process may take it for a stale one: then the next is made.
    private static func hold(in parent: String) throws(SystemError) -> HeldFolder {
        var failure = SystemError(call: "flock", number: EWOULDBLOCK)
        for _ in 1...8 {
            let path = try SystemCalls.makeUniqueFolder("\(parent)/\(namePrefix)")
            do throws(SystemError) {
                let lock = try SystemCalls.open("\(path)/\(lockName)", O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600)
                try lock.lock()
                if try SystemCalls.status(of: lock).links > 0 { return HeldFolder(path: path, lock: lock) }
            } catch {
                failure = error
                try? SystemCalls.remove(path)
            }
        }
        throw failure
    }

    /// To find nothing, or not to be allowed to look, is no error.
    private static func removeStale(in parent: String) {
        let names = (try? SystemCalls.names(in: parent)) ?? []
        for name in names where name.hasPrefix(namePrefix) && name.utf8.count == namePrefix.utf8.count + 6 {
            removeIfStale("\(parent)/\(name)")
        }
    }

    /// Only a folder of this user, with a lock that can be taken. One without a lock may be something else by the same
    /// name, and goes only when it is empty.
    private static func removeIfStale(_ path: String) {
        guard let status = try? SystemCalls.status(at: path) else { return }
        guard status.kind == .folder, status.owner == geteuid() else { return }
        do throws(SystemError) {
            let lock = try SystemCalls.open("\(path)/\(lockName)", O_RDWR | O_NOFOLLOW | O_NONBLOCK)
            try lock.lock()
            removeAll(in: path)
            // Held until all is gone, so that nobody removes it at the same time.
            _ = consume lock
        } catch {
            if error.number == ENOENT { try? SystemCalls.remove(path) }
        }
    }

    /// The lock file goes last: whoever is interrupted leaves something that still reads as stale.
    private static func removeAll(in folder: String) {
        let names = (try? SystemCalls.names(in: folder)) ?? []
        for name in names where name != lockName { removeTree("\(folder)/\(name)") }
        try? SystemCalls.remove("\(folder)/\(lockName)")
        try? SystemCalls.remove(folder)
    }

    /// A symbolic link goes, and what it leads to stays.
    private static func removeTree(_ path: String) {
        let isFolder = (try? SystemCalls.status(at: path))?.kind == .folder
        if isFolder { removeAll(in: path) } else { try? SystemCalls.remove(path) }
    }
}
