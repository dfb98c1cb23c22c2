import Foundation
import ModuleLoader
import NIOCore
import NIOPosix

/// The file of a Unix socket: what an earlier server left is removed, what is in use is not.
struct SocketFile: Sendable {
    let path: String
    let mode: UInt16

    /// Binds, and sets the permissions. Until then the process's umask holds, which by custom lets nobody else write, and
    /// so nobody else connect.
    @concurrent func bound<Bound>(_ bind: @concurrent () async throws -> Bound) async throws -> Bound {
        try await makeRoom()
        let bound = try await bind()
        try FileManager.default.setAttributes([.posixPermissions: Int(mode)], ofItemAtPath: path)
        return bound
    }

    /// What stands in the place of the socket, and is none.
    var obstacle: Problem? {
        guard let type, type != .typeSocket else { return nil }
        return problem("there is something else than a socket", "Remove it, or choose another path.")
    }

    private var type: FileAttributeType? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    }

    /// - Throws: `Problem` where something stands there that is no dead socket.
    private func makeRoom() async throws {
        if let obstacle { throw obstacle }
        if type == nil { return }
        if await isInUse { throw problem("another process listens there", "End it, or choose another path.") }
        try FileManager.default.removeItem(atPath: path)
    }

    private var isInUse: Bool {
        get async {
            let client = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            guard let channel = try? await client.connect(unixDomainSocketPath: path).get() else { return false }
            try? await channel.close()
            return true
        }
    }

    private func problem(_ cause: String, _ cure: String) -> Problem {
        Problem("serve.socket", path, cause, cure: cure)
    }
}
