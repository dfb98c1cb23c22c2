import Synchronization

/// A file that whoever calls names, in a folder that this process may share with it. It is opened when a module first
/// asks: most modules never do, and a disk may keep them waiting.
package final class SharedFile: Sendable {
    private enum State {
        case untried
        case open(OpenFile)
        /// It is not below the folder, not to be opened, or another one.
        case elsewhere
    }

    private let path: String
    private let size: Int
    private let folder: SharedFolder
    private let state = Mutex(State.untried)

    /// - Parameter size: in bytes. A file that has another one is not the file that was meant.
    package init(_ path: String, size: Int, below folder: SharedFolder) {
        (self.path, self.size, self.folder) = (path, size, folder)
    }

    /// Nil: this process cannot open it.
    var file: OpenFile? {
        state.withLock { state in
            if case .untried = state { state = opened }
            if case .open(let file) = state { return file }
            return nil
        }
    }

    private var opened: State {
        guard let file = try? folder.open(path), file.size == size else { return .elsewhere }
        return .open(file)
    }
}
