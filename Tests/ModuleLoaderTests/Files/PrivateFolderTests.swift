import Foundation
import Testing

@testable import ModuleLoader

@Suite struct PrivateFolderTests {
    let folder: TemporaryFolder
    let file: ModuleFile

    init() throws {
        folder = try TemporaryFolder()
        try folder.folder("run")
        file = try ModuleFile.open(try folder.file("lobby.so", SampleLibrary().bytes))
    }

    private var privateFolder: PrivateFolder {
        PrivateFolder(environment: ["TMPDIR": folder("run")])
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `A copy keeps name and bytes and nobody else may read it`() throws {
        let copy = try privateFolder.copy(of: file)
        let parts = copy.dropFirst(folder("run/").count).split(separator: "/")
        try #require(parts.count == 3)
        #expect(parts[0].hasPrefix("gatehouse."))
        #expect(parts[1].hasPrefix(file.hash.prefix(16)))
        #expect(parts[2] == "lobby.so")
        #expect(try bytes(of: copy) == file.bytes)
        #expect(try mode(copy) == 0o500)
        #expect(try mode(folder("run/\(parts[0])")) == 0o700)
    }

    @Test func `The copy is of what was read and not of what the file is by now`() throws {
        try folder.file("lobby.so", Array("something else".utf8))
        #expect(try bytes(of: try privateFolder.copy(of: file)) == file.bytes)
    }

    @Test func `No copy has the path of another`() async throws {
        let privateFolder = privateFolder
        let copies = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<50 { group.addTask { try privateFolder.copy(of: file) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(copies).count == 50)
        #expect(copies.allSatisfy(exists))
        #expect(try folder.names(in: "run").count == 1)
    }

    @Test func `Nothing is made before the first copy`() throws {
        let privateFolder = privateFolder
        #expect(try folder.names(in: "run") == [])
        _ = try privateFolder.copy(of: file)
        #expect(try folder.names(in: "run").count == 1)
    }

    @Test func `The first runtime directory goes before TMPDIR`() throws {
        try folder.folder("service")
        let environment = ["RUNTIME_DIRECTORY": "\(folder("service")):/run/other", "TMPDIR": folder("run")]
        let copy = try PrivateFolder(environment: environment).copy(of: file)
        #expect(copy.hasPrefix(folder("service/gatehouse.")))
    }

    @Test func `Empty variables count as not set`() throws {
        let environment = ["RUNTIME_DIRECTORY": "", "TMPDIR": ""]
        let copy = try PrivateFolder(environment: environment).copy(of: file)
        #expect(copy.hasPrefix("/tmp/gatehouse."))
    }

    /// A mount point of this machine, as containers and services have some; tests mount nothing themselves.
    private static let noExecPlace = ["/proc", "/sys", "/run", "/dev/shm", "/dev/pts", "/dev/mqueue"].first {
        (try? SystemCalls.isMountedNoExec($0)) == true
    }

    @Test(.enabled(if: noExecPlace != nil, "nothing is mounted noexec here"))
    func `A place that is mounted noexec is passed over`() throws {
        let place = try #require(Self.noExecPlace)
        let environment = ["RUNTIME_DIRECTORY": place, "TMPDIR": folder("run")]
        #expect(try PrivateFolder(environment: environment).copy(of: file).hasPrefix(folder("run/")))
        let nowhere = PrivateFolder(in: [place], trust: .current(elseCure: "do without"))
        let problems = problems { () throws(Problems) in _ = try nowhere.copy(of: file) }
        #expect(problems.map(\.code) == ["module.copy.folder"])
        #expect(problems.first?.cause.contains("noexec") == true)
    }

    @Test func `A place that is not there is a problem`() throws {
        let privateFolder = PrivateFolder(environment: ["TMPDIR": folder("none")])
        let problems = problems { () throws(Problems) in _ = try privateFolder.copy(of: file) }
        #expect(problems.map(\.code) == ["module.copy.folder"])
        #expect(problems.first?.cause == "there is no folder \(folder("none"))")
    }

    @Test func `A folder that somebody has removed is a problem`() throws {
        let privateFolder = privateFolder
        let copy = try privateFolder.copy(of: file)
        try FileManager.default.removeItem(atPath: folder("run/\(try folder.names(in: "run")[0])"))
        #expect(!exists(copy))
        let problems = problems { () throws(Problems) in _ = try privateFolder.copy(of: file) }
        #expect(problems.map(\.code) == ["module.copy.failed"])
        #expect(problems.first?.cure == "Make room there, or set TMPDIR to another folder.")
    }

    @Test func `A place where others could swap the folder is refused`() throws {
        try folder.setMode(0o777, of: "run")
        let problems = problems { () throws(Problems) in _ = try privateFolder.copy(of: file) }
        #expect(problems.map(\.code) == ["module.file.untrusted"])
        #expect(problems.first?.cure == "Run `chmod o-w \(folder("run"))`, or set TMPDIR to another folder.")
    }

    @Test func `A sticky place is as good as a closed one`() throws {
        try folder.setMode(0o1777, of: "run")
        #expect(exists(try privateFolder.copy(of: file)))
    }
}
