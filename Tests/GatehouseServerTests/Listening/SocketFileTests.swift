import Foundation
import ModuleLoader
import NIOCore
import NIOPosix
import Testing

@testable import GatehouseServer

struct SocketFileTests {
    private let folder: Folder
    private var path: String { folder.path + "/s.sock" }

    init() throws { folder = try Folder() }

    /// Binds a socket there.
    private func bound(mode: UInt16 = 0o600) async throws -> any Channel {
        try await SocketFile(path: path, mode: mode).bound {
            try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .bind(unixDomainSocketPath: path).get()
        }
    }

    @Test(arguments: [0o600, 0o660, 0o666] as [UInt16])
    func `the file has the permissions that are set`(mode: UInt16) async throws {
        let channel = try await bound(mode: mode)
        let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(found == Int(mode))
        try await channel.close()
    }

    @Test func `what a dead server left is removed`() async throws {
        let dead = try await bound()
        try FileManager.default.linkItem(atPath: path, toPath: path + ".kept")
        try await dead.close()
        try? FileManager.default.removeItem(atPath: path)
        try FileManager.default.moveItem(atPath: path + ".kept", toPath: path)
        try await bound().close()
    }

    @Test func `a socket on which somebody listens is left alone`() async throws {
        let other = try await bound()
        let problem = await #expect(throws: Problem.self) { _ = try await bound() }
        #expect(problem?.code == "serve.socket")
        #expect(problem?.cause == "another process listens there")
        try await other.close()
    }

    @Test func `a file that is no socket is left alone`() async throws {
        try folder.write("s.sock", "mine")
        let problem = await #expect(throws: Problem.self) { _ = try await bound() }
        #expect(problem?.cause == "there is something else than a socket")
    }
}
