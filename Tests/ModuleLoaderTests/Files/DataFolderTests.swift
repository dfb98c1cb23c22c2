import Foundation
import Testing

@testable import ModuleLoader

@Suite struct DataFolderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func problem(_ name: String) -> Problem? {
        problems { () throws(Problems) in try DataFolder.make(folder(name)) }.first
    }

    private func mode(of name: String) throws -> UInt32 { try SystemCalls.status(at: folder(name)).mode }

    private func makeFolder(_ name: String, mode: Int) throws {
        try FileManager.default.createDirectory(atPath: folder(name), withIntermediateDirectories: true)
        try folder.setMode(mode, of: name)
    }

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: folder(name), withDestinationPath: target)
    }

    @Test func `A folder is made for its user alone, and those above it`() throws {
        #expect(problem("a/b") == nil)
        #expect(try mode(of: "a") == 0o700)
        #expect(try mode(of: "a/b") == 0o700)
        #expect(problem("a/b") == nil, "it is there already")
    }

    @Test func `A link may lead to it, as systemd makes one for a dynamic user`() throws {
        try makeFolder("private/gatehouse", mode: 0o700)
        try link("gatehouse", to: "private/gatehouse")
        #expect(problem("gatehouse") == nil)
        #expect(problem("gatehouse/modules/m") == nil)
        #expect(try mode(of: "private/gatehouse/modules/m") == 0o700)
    }

    @Test func `What others may write to is none, also behind a link`() throws {
        try makeFolder("open", mode: 0o777)
        try link("link", to: "open")
        for name in ["open", "link"] {
            #expect(problem(name)?.code == "data-folder.unusable")
            #expect(problem(name)?.cause == "it is no folder of this user's alone")
        }
    }

    @Test func `Where others could put another in its place it is refused, with the command that helps`() throws {
        try makeFolder("open/data", mode: 0o700)
        try folder.setMode(0o757, of: "open")
        try link("link", to: "open/data")
        for name in ["open/data", "link"] {
            let found = try #require(problem(name))
            #expect(found.code == "data-folder.unusable")
            #expect(found.cause.contains(" can be changed by others"))
            #expect(found.cure == "Run `chmod o-w \(folder("open"))`, or name another `data_folder`.")
        }
    }

    @Test func `A file is none, nor is a link that leads nowhere`() throws {
        try Data().write(to: URL(fileURLWithPath: folder("file")))
        try link("nowhere", to: "gone")
        for name in ["file", "file/below", "nowhere"] { #expect(problem(name)?.code == "data-folder.unusable") }
    }
}
