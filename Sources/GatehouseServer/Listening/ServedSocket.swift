import Gatehouse
import ModuleLoader
import NIOCore

/// A place to listen at.
enum ServedSocket: Sendable, CustomStringConvertible {
    case address(ListenAddress)
    case file(path: String, mode: UInt16)
    /// Bound by whoever started the server.
    case inherited(descriptor: CInt)

    var description: String {
        switch self {
        case .address(let address): "\(address)"
        case .file(let path, _): path
        case .inherited(let descriptor): "descriptor \(descriptor)"
        }
    }
}

extension SocketAddress {
    /// Can only processes on this machine connect?
    var isLocal: Bool {
        switch self {
        case .unixDomainSocket: true
        case .v4, .v6: ipAddress.map { $0 == "::1" || $0.hasPrefix("127.") } ?? false
        }
    }

    /// A path, or HOST:PORT.
    var plain: String { pathname ?? "\(ListenAddress(host: ipAddress ?? "", port: port ?? 0))" }

    var isFile: Bool { if case .unixDomainSocket = self { true } else { false } }
}
