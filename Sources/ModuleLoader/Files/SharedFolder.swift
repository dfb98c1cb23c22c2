import Glibc

/// A folder that this process shares with another, which names files below it by the paths that both of them see.
///
/// Who names a path may be anybody: nothing is opened but what really lies below the folder.
package struct SharedFolder: Sendable, Equatable {
    package let path: String

    /// - Parameter path: absolute. The folder need not be there yet.
    package init(path: String) { self.path = path }

    /// Is it there? It may come later, with the first start of the process that it is shared with.
    ///
    /// - Throws: `media-folder.unusable` for what is there and is no folder, or none that this process may read.
    package func isThere() throws(Problem) -> Bool {
        do throws(SystemError) {
            _ = try SystemCalls.open(path, O_RDONLY | O_DIRECTORY)
            return true
        } catch {
            if error.number == ENOENT { return false }
            throw Problem(
                "media-folder.unusable", path, "it cannot be opened as a folder (\(error.call): \(error.text))",
                cure: "Name the homeserver's `media_store_path`, and let the host's user read it; or leave it out.")
        }
    }

    /// Opens a regular file. No part of its path below the folder may be a symbolic link, and none may lead upwards.
    ///
    /// - Throws: what keeps it from being opened; `EXDEV` for what does not lie below the folder, `EINVAL` for what is no
    ///   regular file.
    func open(_ file: String) throws(SystemError) -> OpenFile {
        var names = try names(to: file)
        guard let last = names.popLast() else { throw SystemError(call: "openat", number: EXDEV) }
        var place = try SystemCalls.open(path, O_RDONLY | O_DIRECTORY)
        for name in names { place = try SystemCalls.open(name, in: place, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) }
        // Not blocking: a named pipe without a writer would keep the module waiting for ever.
        let descriptor = try SystemCalls.open(last, in: place, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
        let status = try SystemCalls.status(of: descriptor)
        guard status.kind == .regular else { throw SystemError(call: "openat", number: EINVAL) }
        return OpenFile(descriptor: descriptor, size: Int(status.size))
    }

    /// The parts of the file's path below the folder, by the text alone.
    private func names(to file: String) throws(SystemError) -> [String] {
        guard file.isAbsolutePath, file.utf8.count < Int(PATH_MAX) else {
            throw SystemError(call: "openat", number: EXDEV)
        }
        let (above, parts) = (path.pathParts, file.pathParts)
        guard parts.starts(with: above), !parts.contains("."), !parts.contains("..") else {
            throw SystemError(call: "openat", number: EXDEV)
        }
        return parts.dropFirst(above.count).map(String.init)
    }
}

/// A regular file that is open for reading. Whatever takes its place under its name, it stays this one.
final class OpenFile: Sendable {
    private let descriptor: Descriptor
    /// In bytes, when it was opened.
    let size: Int

    init(descriptor: consuming Descriptor, size: Int) {
        self.descriptor = descriptor
        self.size = size
    }

    /// At most `count` bytes; none at the end.
    func read(from offset: Int, atMost count: Int) throws(SystemError) -> [UInt8] {
        try SystemCalls.read(descriptor, from: offset, atMost: count)
    }
}
