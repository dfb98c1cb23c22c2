import Glibc

/// The system calls of the loader's file side, in the only file of it where `unsafe` stands.
///
/// Each function is the call of its name. A failure is thrown; a call that a signal interrupted is made again.
package enum SystemCalls {
    // - Safety: everywhere below Swift keeps the NUL-ended copy of a path, or the buffer behind an `&`, alive and in
    //   place until the call returns, and none of these calls keeps a pointer.

    /// Opens with `O_CLOEXEC`: no child inherits what the loader holds.
    static func open(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) -> Descriptor {
        try refuseNUL(path, "open")
        // - Safety: see the head of this type; the mode is read only with `O_CREAT`.
        return Descriptor(number: try checked("open") { unsafe Glibc.open(path, flags | O_CLOEXEC, mode) })
    }

    /// The same for a name in a folder that is open.
    static func open(_ name: String, in folder: borrowing Descriptor, _ flags: Int32) throws(SystemError) -> Descriptor
    {
        try refuseNUL(name, "openat")
        let number = folder.number
        // - Safety: see the head of this type; the mode is read only with `O_CREAT`.
        return Descriptor(number: try checked("openat") { unsafe openat(number, name, flags | O_CLOEXEC, 0) })
    }

    static func status(of descriptor: borrowing Descriptor) throws(SystemError) -> FileStatus {
        let number = descriptor.number
        var status = stat()
        // - Safety: `fstat` fills the structure that it is given.
        _ = try checked("fstat") { unsafe fstat(number, &status) }
        return FileStatus(status)
    }

    /// Of the path itself: a symbolic link is not followed.
    static func status(at path: String) throws(SystemError) -> FileStatus {
        try refuseNUL(path, "lstat")
        var status = stat()
        // - Safety: `lstat` fills the structure that it is given.
        _ = try checked("lstat") { unsafe lstat(path, &status) }
        return FileStatus(status)
    }

    /// At most `count` bytes from where the last read ended; none at the end of the file.
    static func read(_ descriptor: borrowing Descriptor, atMost count: Int) throws(SystemError) -> [UInt8] {
        let number = descriptor.number
        var buffer = [UInt8](repeating: 0, count: count)
        // - Safety: the buffer has room for `count` bytes.
        let length = try checked("read") { unsafe Glibc.read(number, &buffer, count) }
        return Array(buffer.prefix(length))
    }

    /// At most `count` bytes from `offset` on; none at the end of the file.
    static func read(
        _ descriptor: borrowing Descriptor, from offset: Int, atMost count: Int
    ) throws(SystemError) -> [UInt8] {
        let number = descriptor.number
        var buffer = [UInt8](repeating: 0, count: count)
        // - Safety: the buffer has room for `count` bytes.
        let length = try checked("pread") { unsafe pread(number, &buffer, count, off_t(offset)) }
        return length == count ? buffer : Array(buffer.prefix(length))
    }

    static func write(_ bytes: [UInt8], to descriptor: borrowing Descriptor) throws(SystemError) {
        let number = descriptor.number
        var rest = bytes[...]
        while !rest.isEmpty {
            // - Safety: pointer and length are those of `rest`, which nobody changes meanwhile.
            let length = try checked("write") {
                unsafe rest.withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) }
            }
            rest = rest.dropFirst(length)
        }
    }

    /// What a symbolic link points to.
    static func target(ofLink path: String) throws(SystemError) -> String {
        try refuseNUL(path, "readlink")
        let room = Int(PATH_MAX)
        var buffer = [CChar](repeating: 0, count: room)
        // - Safety: the buffer has `room` bytes, and the length that comes back is at most that.
        let length = try checked("readlink") { unsafe readlink(path, &buffer, room) }
        if let text = String(validating: buffer.prefix(length), as: UTF8.self) { return text }
        throw SystemError(call: "readlink", number: EILSEQ)
    }

    /// The names in a folder but `.` and `..`, unsorted. A name that is not UTF-8 is left out.
    static func names(in folder: String) throws(SystemError) -> [String] {
        try refuseNUL(folder, "opendir")
        // - Safety: the stream is used and closed in this function only.
        guard let stream = unsafe opendir(folder) else { throw SystemError(call: "opendir", number: errno) }
        defer { unsafe _ = closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            // - Safety: the entry is valid until the next `readdir`, and its name ends with NUL.
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
                unsafe String(validating: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let name, name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Makes a folder with mode 0700 whose name is `prefix` and six characters that make it new; gives its path.
    static func makeUniqueFolder(_ prefix: String) throws(SystemError) -> String {
        try refuseNUL(prefix, "mkdtemp")
        var template = Array((prefix + "XXXXXX").utf8CString)
        // - Safety: the template is NUL-ended and `mkdtemp` writes over its last six characters only.
        _ = try checked("mkdtemp") { unsafe mkdtemp(&template) == nil ? -1 : 0 }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func makeFolder(_ path: String) throws(SystemError) {
        try refuseNUL(path, "mkdir")
        // - Safety: the head of this type.
        _ = try checked("mkdir") { unsafe mkdir(path, 0o700) }
    }

    /// Takes away a file or link, or an empty folder.
    static func remove(_ path: String) throws(SystemError) {
        try refuseNUL(path, "remove")
        // - Safety: the head of this type.
        _ = try checked("remove") { unsafe Glibc.remove(path) }
    }

    /// Whether nothing on the path's file system may be executed, nor mapped by the dynamic loader.
    static func isMountedNoExec(_ path: String) throws(SystemError) -> Bool {
        try refuseNUL(path, "statvfs")
        var system = statvfs()
        // - Safety: `statvfs` fills the structure that it is given.
        _ = try checked("statvfs") { unsafe statvfs(path, &system) }
        return system.f_flag & 8 != 0  // ST_NOEXEC, which Swift's Glibc leaves out.
    }

    /// Sends a datagram to a Unix socket. A name that begins with `@` is an abstract one: it stands in no folder.
    package static func send(_ text: String, to name: String) throws(SystemError) {
        var path = Array(name.utf8)
        if name.hasPrefix("@") { path[0] = 0 }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        if path.count >= MemoryLayout.size(ofValue: address.sun_path) {
            throw SystemError(call: "sendto", number: ENAMETOOLONG)
        }
        // - Safety: the name is shorter than its place, and what is behind it stays zero.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path) }
        let type = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue)
        let socket = Descriptor(number: try checked("socket") { Glibc.socket(AF_UNIX, type, 0) })
        let (number, bytes) = (socket.number, Array(text.utf8))
        let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
        // - Safety: an address of its family is read as what it begins with, no further than the name goes.
        _ = try checked("sendto") {
            unsafe withUnsafeBytes(of: address) { address in
                unsafe sendto(
                    number, bytes, bytes.count, Int32(MSG_NOSIGNAL),
                    address.assumingMemoryBound(to: sockaddr.self).baseAddress, length)
            }
        }
        _ = consume socket
    }

    /// The primary group that the user database names; nil where it does not know the user.
    static func primaryGroup(of user: uid_t) -> gid_t? {
        let room = 16_384
        var text = [CChar](repeating: 0, count: room)
        var entry = unsafe passwd()
        var found: UnsafeMutablePointer<passwd>?
        // - Safety: the text has `room` bytes and outlives every use of the entry that points into it.
        guard unsafe getpwuid_r(user, &entry, &text, room, &found) == 0, unsafe found != nil else { return nil }
        return unsafe entry.pw_gid
    }

    /// A variable of the environment; nil where it is not set.
    static func environmentVariable(_ name: String) -> String? {
        // - Safety: the text is copied at once; nothing in the loader changes the environment.
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    /// Whether this process has a symbol that every library in it finds: one of its own or of the C library (`dlsym`).
    static func isLinked(_ symbol: String) -> Bool {
        // - Safety: a NULL handle, RTLD_DEFAULT, looks everywhere; the address is not used.
        unsafe dlsym(nil, symbol) != nil
    }

    static func text(ofError number: Int32) -> String {
        // - Safety: the text is this thread's own until its next call, and is copied at once.
        unsafe String(cString: strerror(number))
    }

    /// The result of a call that says -1 when it fails.
    static func checked<Result: SignedInteger>(_ call: String, _ body: () -> Result) throws(SystemError) -> Result {
        while true {
            let result = body()
            if result >= 0 { return result }
            if errno != EINTR { throw SystemError(call: call, number: errno) }
        }
    }

    /// C would read a path with a NUL inside as a shorter one: another file than the one that was named.
    private static func refuseNUL(_ path: String, _ call: String) throws(SystemError) {
        if path.utf8.contains(0) { throw SystemError(call: call, number: EINVAL) }
    }
}
