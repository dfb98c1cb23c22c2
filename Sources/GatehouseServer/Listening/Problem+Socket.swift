import Glibc
import ModuleLoader
import NIOCore

extension Problem {
    /// Why a socket cannot be listened on.
    static func unbound(_ socket: ServedSocket, _ error: any Error) -> Problem {
        let (cause, cure) =
            switch error {
            case let error as IOError: words(for: error, isFile: socket.isFile)
            case SocketAddressError.unixDomainSocketPathTooLong:
                ("its path is longer than the 107 bytes that the system allows", "Choose a shorter path.")
            case let error as SocketAddressError.UnknownHost:
                ("there is no address of the name \(error.host)", "Write an address of this machine, 127.0.0.1.")
            default: unknown(error)
            }
        return Problem("serve.socket", "\(socket)", cause, cure: cure)
    }

    private static func words(for error: IOError, isFile: Bool) -> (cause: String, cure: String) {
        switch (error.errnoCode, isFile) {
        case (ENOENT, true), (ENOTDIR, true):
            ("the folder that it is to stand in is not there", "Make that folder, or choose another path.")
        case (EACCES, true), (EPERM, true), (EROFS, true):
            ("the host's user may make nothing in its folder", "Let it write there, or choose another path.")
        case (EACCES, false):
            ("the host's user may not use a port below 1024", "Choose a higher port, or let systemd make the socket.")
        case (EADDRINUSE, _): ("something else listens there", "End it, or choose another address.")
        case (EADDRNOTAVAIL, _): ("it is no address of this machine", "Write one that is, or 0.0.0.0 for all.")
        default: unknown(error)
        }
    }

    private static func unknown(_ error: any Error) -> (cause: String, cure: String) {
        ("it cannot be listened on (\(error))", "Choose an address or a path that the host's user may use.")
    }
}

extension ServedSocket {
    fileprivate var isFile: Bool { if case .file = self { true } else { false } }
}
