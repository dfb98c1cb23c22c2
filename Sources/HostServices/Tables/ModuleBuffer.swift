import CGatehouse
import ModuleLoader

/// A buffer of a module that text is written into.
@safe enum ModuleBuffer {
    // - Safety: the contract says that `buffer` has room for `capacity` bytes.
    static func copy(
        _ bytes: [UInt8], _ buffer: UnsafeMutableRawPointer?, _ capacity: Int, _ needed: UnsafeMutablePointer<Int>?
    ) -> gh_found {
        unsafe needed?.pointee = bytes.count
        if bytes.isEmpty { return Found.found }
        guard let buffer = unsafe buffer, bytes.count <= capacity else { return Found.tooSmall }
        unsafe UnsafeMutableRawBufferPointer(start: buffer, count: bytes.count).copyBytes(from: bytes)
        return Found.found
    }
}
