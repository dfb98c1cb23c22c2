import CGatehouse
import Glibc
import Synchronization
import Testing

@testable import ModuleLoader

/// Media files whose bytes did not come along.
@Suite struct MediaElsewhereTests {
    private struct Gone: Error {}

    /// What a reader gets, and the word that ends it.
    private struct Reading: Equatable {
        var bytes: [UInt8] = []
        var end = Found.found

        init(_ bytes: [UInt8], _ end: gh_found) { (self.bytes, self.end) = (bytes, end) }

        /// To the end, in pieces of this size.
        init(_ media: MediaElsewhere, by step: Int) {
            while end == Found.found {
                let piece = media.read(from: UInt64(bytes.count), atMost: step)
                end = piece.bytes.count <= step ? piece.found : 0
                bytes += piece.bytes
            }
        }
    }

    private func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) } }

    @Test(arguments: [1000, 4096, 1 << 20]) func `a file is fetched in pieces, each once`(step: Int) {
        let all = bytes(600_000)
        let asked = Mutex<[[Int]]>([])
        let media = MediaElsewhere(size: all.count, shared: nil) { offset, count in
            asked.withLock { $0.append([offset, count]) }
            return Array(all[offset..<offset + count])
        }
        #expect(Reading(media, by: step) == Reading(all, Found.absent))
        let piece = MediaElsewhere.pieceSize
        #expect(asked.withLock { $0 } == [[0, piece], [piece, piece], [2 * piece, 600_000 - 2 * piece]])
        #expect(media.whole == all)
        #expect(!media.isHere)
    }

    @Test func `who gives less than was asked for is asked for the rest`() {
        let all = bytes(5000)
        let media = MediaElsewhere(size: 5000, shared: nil) { offset, count in Array(all[offset...].prefix(700)) }
        #expect(media.whole == all)
        #expect(media.read(from: 4999, atMost: 10).bytes == all[4999...])
        #expect(media.read(from: 0, atMost: 10).bytes == all[..<10])
    }

    @Test func `behind the end there is nothing, and nobody is asked`() {
        let media = MediaElsewhere(size: 10, shared: nil) { _, _ in throw Gone() }
        #expect([10, 11, .max].map { media.read(from: $0, atMost: 1).found } == [2, 2, 2])
        #expect(MediaElsewhere(size: 0, shared: nil, fetch: nil).whole == [])
    }

    @Test func `what cannot be had is unreachable, and not the end of the file`() {
        let nobody = MediaElsewhere(size: 10, shared: nil, fetch: nil)
        let gone = MediaElsewhere(size: 10, shared: nil) { _, _ in throw Gone() }
        let shorter = MediaElsewhere(size: 10, shared: nil) { offset, _ in Array(bytes(4).dropFirst(offset)) }
        #expect([nobody, gone].map { Reading($0, by: 3).end } == [Found.unreachable, Found.unreachable])
        #expect(Reading(shorter, by: 3) == Reading(bytes(4), Found.unreachable))
        #expect([nobody, gone, shorter].compactMap(\.whole) == [])
    }

    @Test func `a failure is forgotten: the next look may be lucky`() {
        let tries = Mutex(0)
        let media = MediaElsewhere(size: 3, shared: nil) { _, _ in
            let isFirst = tries.withLock { tries in
                tries += 1
                return tries == 1
            }
            if isFirst { throw Gone() }
            return [1, 2, 3]
        }
        #expect(media.read(from: 0, atMost: 9).found == Found.unreachable)
        #expect(media.whole == [1, 2, 3])
    }

    @Test func `threads that read at once get the same bytes`() async {
        let all = bytes(700_000)
        let media = MediaElsewhere(size: all.count, shared: nil) { offset, count in
            Array(all[offset..<offset + count])
        }
        await withTaskGroup(of: Bool.self) { group in
            for step in [999, 5000, 70_000, 262_144] {
                group.addTask { Reading(media, by: step) == Reading(all, Found.absent) }
            }
            for await isSame in group { #expect(isSame) }
        }
    }

    @Test func `a file in the shared folder is read there, and fetched where it is not the same`() throws {
        let scene = try TemporaryFolder()
        let all = bytes(300_000)
        try scene.file("file", all)
        func media(_ path: String, size: Int = 300_000) -> MediaElsewhere {
            let shared = SharedFile(scene(path), size: size, below: SharedFolder(path: scene.path))
            return MediaElsewhere(size: size, shared: shared) { _, _ in [9] }
        }
        #expect(media("file").isHere)
        #expect(Reading(media("file"), by: 1 << 20) == Reading(all, Found.absent))
        for elsewhere in [media("none"), media("file", size: 299_999)] {
            #expect(!elsewhere.isHere)
            #expect(elsewhere.read(from: 5, atMost: 10).bytes == [9])
        }
    }

    @Test func `a file that shrinks while it is read is unreachable from its new end on`() throws {
        let scene = try TemporaryFolder()
        try scene.file("file", bytes(10))
        let shared = SharedFile(scene("file"), size: 10, below: SharedFolder(path: scene.path))
        let media = MediaElsewhere(size: 10, shared: shared) { _, _ in [9] }
        #expect(media.read(from: 0, atMost: 4).bytes == bytes(4)[...])
        #expect(unsafe truncate(scene("file"), 6) == 0)
        #expect(media.read(from: 4, atMost: 4).bytes == bytes(6)[4...])
        #expect(media.read(from: 6, atMost: 4).found == Found.unreachable)
        #expect(unsafe truncate(scene("file"), 0) == 0)
        #expect(media.whole == nil)
    }
}
