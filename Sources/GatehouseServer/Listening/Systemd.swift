import Foundation
import Glibc
import NIOCore
import NIOPosix

/// What systemd hands to a service, and wants to hear of it. Without systemd it does nothing.
struct Systemd: Sendable {
    let environment: [String: String]

    /// The sockets that it has bound for this process.
    var sockets: [ServedSocket] {
        guard environment["LISTEN_PID"].flatMap(pid_t.init) == getpid(),
            let count = environment["LISTEN_FDS"].flatMap(CInt.init), 1...64 ~= count
        else { return [] }
        return (3..<3 + count).map { descriptor in
            // Not for the children of this process.
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return .inherited(descriptor: descriptor)
        }
    }

    /// Says `READY=1` or `STOPPING=1` to whoever started the service, if that is wanted.
    func say(_ state: String) async {
        guard let path = environment["NOTIFY_SOCKET"], path.hasPrefix("/") else { return }
        let bootstrap = DatagramBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        guard let channel = try? await bootstrap.connect(unixDomainSocketPath: path).get(),
            let address = try? SocketAddress(unixDomainSocketPath: path)
        else { return }
        try? await channel.writeAndFlush(AddressedEnvelope(remoteAddress: address, data: ByteBuffer(string: state)))
        try? await channel.close()
    }
}
