import Foundation
import Testing

@testable import ModuleLoader

@Suite struct HeldFolderTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// What a process leaves that was killed.
    private func leaveStale(_ name: String) throws {
        try folder.folder("\(name)/0123.1", mode: 0o700)
        try folder.file("\(name)/0123.1/m.so", [1], mode: 0o500)
        try folder.file("\(name)/gatehouse.lock", mode: 0o600)
    }

    @Test func `A folder whose maker is gone is removed when a new one is made`() throws {
        try leaveStale("gatehouse.aB3xyz")
        let held = try HeldFolder.make(in: folder.path)
        #expect(try folder.names() == [String(held.path.dropFirst(folder.path.count + 1))])
    }

    @Test func `A folder whose maker lives stays`() throws {
        let first = try HeldFolder.make(in: folder.path)
        let second = try HeldFolder.make(in: folder.path)
        #expect(exists(first.path))
        #expect(exists(second.path))
    }

    @Test func `Folders that are made at the same time leave each other alone`() async throws {
        let parent = folder.path
        let made = try await withThrowingTaskGroup(of: HeldFolder.self) { group in
            for _ in 0..<60 { group.addTask { try HeldFolder.make(in: parent) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(made.allSatisfy { exists("\($0.path)/gatehouse.lock") })
        #expect(try folder.names().count == 60)
    }

    @Test func `What only looks like one stays`() throws {
        try folder.folder("gatehouse.backup")
        try folder.file("gatehouse.backup/precious")
        try folder.file("gatehouse.config")
        try leaveStale("gatehouse.longer-name")
        try leaveStale("elsewhere")
        try folder.link("gatehouse.linked", to: "elsewhere")
        _ = try HeldFolder.make(in: folder.path)
        for name in [
            "gatehouse.backup/precious", "gatehouse.config", "gatehouse.longer-name/0123.1/m.so",
            "gatehouse.linked/0123.1/m.so",
        ] {
            #expect(exists(folder(name)), "\(name)")
        }
    }

    @Test func `An empty one without a lock goes`() throws {
        try folder.folder("gatehouse.abcdef", mode: 0o700)
        _ = try HeldFolder.make(in: folder.path)
        #expect(!exists(folder("gatehouse.abcdef")))
    }

    @Test(.enabled(if: geteuid() == 0, "only root may give files away"))
    func `Another user's stays`() throws {
        try leaveStale("gatehouse.abcdef")
        try folder.setOwner(12345, of: "gatehouse.abcdef")
        _ = try HeldFolder.make(in: folder.path)
        #expect(exists(folder("gatehouse.abcdef")))
    }

    @Test func `Removing follows no link`() throws {
        try folder.folder("precious")
        try folder.file("precious/file")
        let held = try HeldFolder.make(in: folder.path)
        try FileManager.default.createSymbolicLink(atPath: "\(held.path)/link", withDestinationPath: folder("precious"))
        held.remove()
        #expect(!exists(held.path))
        #expect(exists(folder("precious/file")))
    }

    @Test func `A process that exits leaves nothing`() async throws {
        await #expect(processExitsWith: .exitCode(7)) { [path = folder.path as String] in
            let held = try HeldFolder.make(in: path)
            guard exists(held.path) else { exit(1) }
            exit(7)
        }
        #expect(try folder.names() == [])
    }

    @Test func `What a process leaves that does not get to exit, the next one removes`() async throws {
        await #expect(processExitsWith: .exitCode(7)) { [path = folder.path as String] in
            _ = try HeldFolder.make(in: path)
            _exit(7)
        }
        #expect(try folder.names().count == 1)
        let held = try HeldFolder.make(in: folder.path)
        #expect(try folder.names() == [String(held.path.dropFirst(folder.path.count + 1))])
    }
}
