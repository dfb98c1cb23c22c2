import Gatehouse
import Glibc
import ModuleLoader
import NIOCore
import Testing

@testable import GatehouseServer

struct SocketProblemTests {
    private static let file = ServedSocket.file(path: "/run/s.sock", mode: 0o660)
    private static let address = ServedSocket.address(ListenAddress(host: "127.0.0.1", port: 80))

    @Test(arguments: [
        (file, ENOENT, "Make that folder, or choose another path."),
        (file, EACCES, "Let it write there, or choose another path."),
        (address, EACCES, "Choose a higher port, or let systemd make the socket."),
        (address, EADDRINUSE, "End it, or choose another address."),
        (address, EADDRNOTAVAIL, "Write one that is, or 0.0.0.0 for all."),
        (address, EMFILE, "Choose an address or a path that the host's user may use."),
    ])
    func `what the system says becomes a cure that fits`(socket: ServedSocket, number: CInt, cure: String) {
        let problem = Problem.unbound(socket, IOError(errnoCode: number, reason: "bind"))
        #expect(problem.code == "serve.socket")
        #expect(problem.subject == "\(socket)")
        #expect(problem.cure == cure)
    }

    @Test func `a path that is too long is told as that`() {
        let problem = Problem.unbound(Self.file, SocketAddressError.unixDomainSocketPathTooLong)
        #expect(problem.cure == "Choose a shorter path.")
    }
}
