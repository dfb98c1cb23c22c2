package import CGatehouse
import Glibc

/// What a `gh_media` handle points to: a file's bytes, or who knows where they are, and its path.
@safe package struct MediaBytes {
    /// Nil: they are elsewhere.
    package let bytes: UnsafeRawBufferPointer?
    /// Where modules in this process can open it, or where whoever calls says that it lies; then `elsewhere` knows
    /// whether that is true here.
    package let path: gh_str
    package let elsewhere: Unmanaged<MediaElsewhere>?

    /// - Parameters:
    ///   - bytes: valid as long as the handle is used, like `path`, which may be absent.
    ///   - elsewhere: kept by others as long.
    package init(bytes: UnsafeRawBufferPointer?, path: gh_str, elsewhere: MediaElsewhere? = nil) {
        unsafe self.bytes = bytes
        unsafe self.path = path
        unsafe self.elsewhere = elsewhere.map { unsafe Unmanaged.passUnretained($0) }
    }

    /// Can modules in this process open the path?
    package var hasPath: Bool {
        unsafe path.ptr != nil && elsewhere?.takeUnretainedValue().isHere != false
    }

    /// All bytes; nil where some of them cannot be had. May wait.
    package var whole: [UInt8]? { unsafe bytes.map { unsafe Array($0) } ?? elsewhere?.takeUnretainedValue().whole }

    // - Safety: `buffer` has room for `capacity` bytes.
    fileprivate func read(from offset: UInt64, into buffer: UnsafeMutableRawPointer, _ capacity: Int) -> (gh_found, Int)
    {
        let room = capacity > 0 ? capacity : .max
        if let bytes = unsafe bytes {
            guard offset < UInt64(bytes.count) else { return (Found.absent, 0) }
            let part = unsafe bytes.dropFirst(Int(offset)).prefix(room)
            unsafe UnsafeMutableRawBufferPointer(start: buffer, count: part.count).copyBytes(from: part)
            return unsafe (Found.found, part.count)
        }
        guard let piece = unsafe elsewhere?.takeUnretainedValue().read(from: offset, atMost: room) else {
            return (Found.unreachable, 0)
        }
        unsafe UnsafeMutableRawBufferPointer(start: buffer, count: piece.bytes.count).copyBytes(from: piece.bytes)
        return (piece.found, piece.bytes.count)
    }
}

/// The media functions that modules call (`media.h`).
@safe enum MediaFunctions {
    // - Safety: written once, before any module is called, and only read after that.
    nonisolated(unsafe) static let table: UnsafePointer<gh_media_functions> = {
        let table = UnsafeMutablePointer<gh_media_functions>.allocate(capacity: 1)
        unsafe table.initialize(
            to: gh_media_functions(size: MemoryLayout<gh_media_functions>.size, path: path, read: read))
        return unsafe UnsafePointer(table)
    }()

    // - Safety: a handle comes from the call's own arguments and points to `MediaBytes`.

    private static let path: @convention(c) (OpaquePointer?, UnsafeMutablePointer<gh_str>?) -> gh_found = {
        media, path in
        guard let media = unsafe media, let path = unsafe path else { return Found.unreachable }
        let handle = unsafe UnsafeRawPointer(media).assumingMemoryBound(to: MediaBytes.self).pointee
        guard handle.hasPath else { return Found.absent }
        unsafe path.pointee = handle.path
        return Found.found
    }

    private static let read:
        @convention(c) (OpaquePointer?, UInt64, UnsafeMutableRawPointer?, Int, UnsafeMutablePointer<Int>?) -> gh_found =
            {
                media, offset, buffer, capacity, got in
                guard let media = unsafe media, let buffer = unsafe buffer, let got = unsafe got, capacity != 0 else {
                    return Found.unreachable
                }
                let handle = unsafe UnsafeRawPointer(media).assumingMemoryBound(to: MediaBytes.self).pointee
                let (found, count) = unsafe handle.read(from: offset, into: buffer, capacity)
                if found == Found.found { unsafe got.pointee = count }
                return found
            }
}
