import CGatehouse
import Synchronization

/// A media file whose bytes did not come along with a call: they lie where this process can open them, or whoever calls
/// is asked for them. One for a call, kept with its arguments.
package final class MediaElsewhere: Sendable {
    /// Gives some of the bytes from `offset` on: at least one, and at most `count`. May wait.
    package typealias Fetch = @Sendable (_ offset: Int, _ count: Int) throws -> [UInt8]

    /// What came of looking for bytes; without any unless it is `found`.
    struct Piece {
        let found: gh_found
        var bytes: ArraySlice<UInt8> = []
    }

    /// What is fetched, or read from the file, in one go, at most. Modules read in smaller pieces mostly.
    package static let pieceSize = 256 << 10

    private struct Fetched {
        var offset = 0
        var bytes: [UInt8] = []
    }

    /// In bytes, when the call was made.
    package let size: Int
    private let shared: SharedFile?
    private let fetch: Fetch?
    /// What was fetched last.
    private let last = Mutex(Fetched())

    /// - Parameters:
    ///   - shared: nil where this process shares no folder with whoever calls.
    ///   - fetch: nil where nobody can be asked.
    package init(size: Int, shared: SharedFile?, fetch: Fetch?) {
        self.size = size
        self.shared = shared
        self.fetch = fetch
    }

    /// Can modules in this process open it by its path?
    package var isHere: Bool { shared?.file != nil }

    /// Bytes from `offset` on. A file that has become shorter is one whose bytes cannot be had: its new end may be in the
    /// middle of what was judged by its size.
    func read(from offset: UInt64, atMost count: Int) -> Piece {
        guard offset < UInt64(size) else { return Piece(found: Found.absent) }
        let (offset, count) = (Int(offset), min(count, Self.pieceSize, size - Int(offset)))
        if let file = shared?.file {
            return Piece(read: try? file.read(from: offset, atMost: count)[...])
        }
        guard let fetch else { return Piece(found: Found.unreachable) }
        if PromptCallback.isRunning { return Piece(found: Found.wouldBlock) }
        return Piece(read: try? fetched(from: offset, fetch).prefix(count))
    }

    /// All of it; nil where some of it cannot be had.
    package var whole: [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < size {
            let piece = read(from: UInt64(bytes.count), atMost: size)
            guard piece.found == Found.found else { return nil }
            bytes += piece.bytes
        }
        return bytes
    }

    /// Two that read at once wait for each other: most likely they want the same.
    private func fetched(from offset: Int, _ fetch: Fetch) throws -> ArraySlice<UInt8> {
        try last.withLock { last in
            if !(last.offset..<last.offset + last.bytes.count ~= offset) {
                let bytes = try fetch(offset, min(Self.pieceSize, size - offset))
                last = Fetched(offset: offset, bytes: bytes)
            }
            return last.bytes[min(offset - last.offset, last.bytes.count)...]
        }
    }
}

extension MediaElsewhere.Piece {
    /// - Parameter bytes: nil or empty: they could not be had.
    fileprivate init(read bytes: ArraySlice<UInt8>?) {
        let bytes = bytes ?? []
        self.init(found: bytes.isEmpty ? Found.unreachable : Found.found, bytes: bytes)
    }
}
