import Glibc
import Synchronization

/// Removes held folders when the process calls `exit` or returns from `main`.
enum AtExit {
    private static let folders = Mutex<[HeldFolder]>([])

    /// The process that registered. A fork of it that exits must leave its parent's folders alone.
    private static let registrar: pid_t = {
        atexit { AtExit.removeAll() }
        return getpid()
    }()

    /// Keeps the folder, and so its lock, for as long as the process lives.
    static func remove(_ folder: HeldFolder) {
        _ = registrar
        folders.withLock { $0.append(folder) }
    }

    /// It is gone already.
    static func forget(_ folder: HeldFolder) {
        folders.withLock { $0.removeAll { $0 === folder } }
    }

    private static func removeAll() {
        guard getpid() == registrar else { return }
        for folder in folders.withLock({ $0 }) { folder.remove() }
    }
}
