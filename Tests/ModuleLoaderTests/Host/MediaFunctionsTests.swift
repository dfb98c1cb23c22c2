import CGatehouse
import Testing

@testable import ModuleLoader

/// The bytes of a media file, as a module reads them.
@Suite struct MediaFunctionsTests {
    // - Safety: bytes and handle live as long as the call.

    private func withMedia<Result>(
        _ bytes: [UInt8], path: Text = .absent, _ body: (OpaquePointer) -> Result
    ) -> Result {
        unsafe bytes.withUnsafeBytes { raw in
            var media = unsafe MediaBytes(bytes: raw, path: path.str)
            return unsafe withUnsafeMutablePointer(to: &media) { unsafe body(OpaquePointer($0)) }
        }
    }

    private struct Piece: Equatable {
        let found: UInt32
        /// What stands in the buffer, and what was said to have been read; nil: that was left alone.
        let bytes: [UInt8]
        let got: Int?

        init(_ found: UInt32, _ bytes: [UInt8] = [], got: Int? = nil) {
            (self.found, self.bytes, self.got) = (found, bytes, got)
        }
    }

    /// Reads into a buffer of 8 bytes that nobody writes 0xEE to.
    private func read(_ media: OpaquePointer, _ offset: UInt64, _ capacity: Int) -> Piece {
        var buffer = [UInt8](repeating: 0xEE, count: 8)
        var got = -77
        let found = unsafe MediaFunctions.table.pointee.read(media, offset, &buffer, capacity, &got)
        return Piece(found, buffer.filter { $0 != 0xEE }, got: got == -77 ? nil : got)
    }

    private func read(_ bytes: [UInt8], _ offset: UInt64, _ capacity: Int) -> Piece {
        unsafe withMedia(bytes) { unsafe read($0, offset, capacity) }
    }

    @Test func `A file is read in pieces to its end`() {
        let bytes = (0..<20).map { UInt8($0) }
        var pieces: [Piece] = []
        unsafe withMedia(bytes) { media in
            var offset: UInt64 = 0
            repeat {
                pieces.append(unsafe read(media, offset, 8))
                offset += UInt64(pieces.last?.got ?? 0)
            } while pieces.last?.found == 1 && pieces.count < 10
        }
        let expected = [
            Piece(1, Array(0..<8), got: 8), Piece(1, Array(8..<16), got: 8), Piece(1, Array(16..<20), got: 4),
        ]
        #expect(pieces == expected + [Piece(2)])
    }

    @Test func `Any place can be read, and no more than there is room for`() {
        #expect(read([1, 2, 3, 4, 5], 1, 3) == Piece(1, [2, 3, 4], got: 3))
        #expect(read([1, 2, 3, 4, 5], 4, 8) == Piece(1, [5], got: 1))
        #expect(read([1, 2, 3, 4, 5], 0, 1) == Piece(1, [1], got: 1))
        #expect(read([1, 2, 3], 0, .max) == Piece(1, [1, 2, 3], got: 3))
    }

    @Test(arguments: [3, 4, 1 << 32, 1 << 63, .max] as [UInt64]) func `At the end and behind it there is nothing`(
        _ offset: UInt64
    ) {
        #expect(read([1, 2, 3], offset, 8) == Piece(2))
    }

    @Test func `An empty file is at its end`() {
        #expect(read([], 0, 8) == Piece(2))
    }

    @Test func `To read into no room makes no sense`() {
        #expect(read([1, 2, 3], 0, 0) == Piece(3))
    }

    @Test func `Without a handle, a buffer or a place for the count nothing can be read`() {
        let table = unsafe MediaFunctions.table.pointee
        let found = unsafe withMedia([1]) { media in
            var got = 0
            var byte: UInt8 = 0
            return unsafe [
                table.read(nil, 0, &byte, 1, &got), table.read(media, 0, nil, 1, &got),
                table.read(media, 0, &byte, 1, nil),
            ]
        }
        #expect(found == [3, 3, 3])
        #expect(table.size == MemoryLayout<gh_media_functions>.size)
    }

    private func path(_ path: Text) -> (found: UInt32, path: String?) {
        unsafe withMedia([1], path: path) { media in
            var told = unsafe Text("untouched").str
            let found = unsafe MediaFunctions.table.pointee.path(media, &told)
            return (found, unsafe try? Handed.text(told, "the path"))
        }
    }

    @Test func `Where the file lies is told when it can be opened there`() {
        #expect(path("/media/ab/cd") == (1, "/media/ab/cd"))
        #expect(path(.absent) == (2, "untouched"))
    }

    @Test func `Without a handle or a place for it no path can be told`() {
        var told = unsafe gh_str()
        let found = unsafe withMedia([1], path: "/x") { media in
            unsafe [MediaFunctions.table.pointee.path(nil, &told), MediaFunctions.table.pointee.path(media, nil)]
        }
        #expect(found == [3, 3])
    }
}
