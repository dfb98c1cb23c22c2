package import CGatehouse
import Glibc

/// What a `gh_media` handle points to: a file's bytes, and its path where this process can open it.
@safe package struct MediaBytes {
    package let bytes: UnsafeRawBufferPointer
    package let path: gh_str

    /// - Parameters: both stay valid as long as the handle is used; `path` may be absent.
    package init(bytes: UnsafeRawBufferPointer, path: gh_str) {
        unsafe self.bytes = bytes
        unsafe self.path = path
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
        let known = unsafe UnsafeRawPointer(media).assumingMemoryBound(to: MediaBytes.self).pointee.path
        guard unsafe known.ptr != nil else { return Found.absent }
        unsafe path.pointee = known
        return Found.found
    }

    private static let read:
        @convention(c) (OpaquePointer?, UInt64, UnsafeMutableRawPointer?, Int, UnsafeMutablePointer<Int>?) -> gh_found =
            {
                media, offset, buffer, capacity, got in
                guard let media = unsafe media, let buffer = unsafe buffer, let got = unsafe got, capacity != 0 else {
                    return Found.unreachable
                }
                let bytes = unsafe UnsafeRawPointer(media).assumingMemoryBound(to: MediaBytes.self).pointee.bytes
                guard offset < UInt64(bytes.count) else { return Found.absent }
                let part = unsafe bytes.dropFirst(Int(offset)).prefix(capacity > 0 ? capacity : .max)
                unsafe UnsafeMutableRawBufferPointer(start: buffer, count: part.count).copyBytes(from: part)
                unsafe got.pointee = part.count
                return Found.found
            }
}
