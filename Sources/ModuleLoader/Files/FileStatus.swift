import Glibc

/// What `stat` says about a file, as far as the loader asks.
struct FileStatus: Equatable, Sendable {
    enum Kind: String, Sendable {
        case regular = "file"
        case folder = "directory"
        case symbolicLink = "symbolic link"
        case pipe = "named pipe"
        case socket
        case device
    }

    let kind: Kind
    /// Permissions with set-id and sticky bits, without the kind.
    let mode: UInt32
    let owner: UInt32
    let group: UInt32
    /// How many names the file has; zero when the last one was removed while it is open.
    let links: UInt64
    let size: Int64

    /// Mode as `chmod` takes it, `0755`.
    var octalMode: String {
        let digits = String(mode, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension FileStatus {
    init(_ status: stat) {
        kind = Kind(fileType: status.st_mode & S_IFMT)
        mode = status.st_mode & 0o7777
        owner = status.st_uid
        group = status.st_gid
        links = UInt64(status.st_nlink)
        size = Int64(status.st_size)
    }
}

extension FileStatus.Kind {
    fileprivate init(fileType: UInt32) {
        switch fileType {
        case S_IFREG: self = .regular
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .symbolicLink
        case S_IFIFO: self = .pipe
        case S_IFSOCK: self = .socket
        default: self = .device
        }
    }
}
