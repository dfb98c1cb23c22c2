import Foundation
import Testing

@testable import ModuleLoader

@Suite struct ModuleFileTests {
    let folder: TemporaryFolder
    let library = SampleLibrary(needed: ["libc.so.6"]).bytes

    init() throws {
        folder = try TemporaryFolder()
    }

    private func codes(_ path: String, sha256: String? = nil, allowWritablePaths: Bool = false) -> [String] {
        let problems = problems { () throws(Problems) in
            _ = try ModuleFile.open(path, sha256: sha256, allowWritablePaths: allowWritablePaths)
        }
        #expect(problems.allSatisfy { $0.subject == "modules[0]" && $0.cause.contains(folder.path) })
        return problems.map { String($0.code.dropFirst("module.file.".count)) }
    }

    @Test func `A good file gives its path, name, bytes and hash`() throws {
        let path = try folder.file("lobby.so", library)
        let file = try ModuleFile.open("lobby", on: [folder.path])
        #expect(file.path == path)
        #expect(file.name == "lobby.so")
        #expect(file.bytes == library)
        #expect(file.hash.count == 64)
        #expect(file.header.needed == ["libc.so.6"])
    }

    @Test func `The hash is the SHA-256 of the bytes`() throws {
        #expect([UInt8]([0, 10, 255]).hexadecimal == "000aff")
        try folder.file("m.so", library)
        try run("/bin/sh", "-c", "sha256sum < '\(folder("m.so"))' | cut -d ' ' -f 1 | tr -d '\\n' > '\(folder("sum"))'")
        let hash = try ModuleFile.open(folder("m.so")).hash
        #expect(try bytes(of: folder("sum")) == Array(hash.utf8))
    }

    @Test func `What is no regular file is said to be what it is`() throws {
        try folder.folder("d.so")
        try run("/usr/bin/mkfifo", folder("p.so"))
        for (name, kind) in [("d.so", "directory"), ("p.so", "named pipe")] {
            let found = problems { () throws(Problems) in _ = try ModuleFile.open(folder(name)) }
            #expect(found.map(\.code) == ["module.file.not-elf"])
            #expect(found.first?.cause == "\(folder(name)) is a \(kind), not a shared library (ELF)")
        }
    }

    @Test func `A link is followed and keeps its own name`() throws {
        try folder.file("lobby-1.2.so", library)
        let link = try folder.link("lobby.so", to: "lobby-1.2.so")
        let file = try ModuleFile.open(link)
        #expect(file.path == link)
        #expect(file.name == "lobby.so")
        #expect(file.bytes == library)
    }

    @Test func `A link to nothing is missing`() throws {
        #expect(codes(try folder.link("m.so", to: "gone.so")) == ["missing"])
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything"))
    func `A file without permission to read is unreadable`() throws {
        #expect(codes(try folder.file("m.so", library, mode: 0o300)) == ["unreadable"])
    }

    @Test func `A circle of links is unreadable`() throws {
        try folder.link("one.so", to: "two.so")
        #expect(codes(try folder.link("two.so", to: "one.so")) == ["unreadable"])
    }

    @Test func `A file that others may write to is refused unless that is allowed`() throws {
        let path = try folder.file("m.so", library, mode: 0o757)
        #expect(codes(path) == ["untrusted"])
        #expect(codes(path, allowWritablePaths: true) == [])
        try folder.setMode(0o777)
        #expect(codes(path) == ["untrusted", "untrusted"])
    }

    @Test func `The cure names both ways out`() throws {
        let path = try folder.file("m.so", library, mode: 0o757)
        let problem = try #require(problems { () throws(Problems) in _ = try ModuleFile.open(path) }.first)
        #expect(problem.cure == "Run `chmod o-w \(path)`, or set `allow_writable_paths: true`.")
    }

    @Test func `An expected hash is compared with what was read, in either case`() throws {
        let path = try folder.file("m.so", library)
        let hash = try ModuleFile.open(path).hash
        #expect(codes(path, sha256: hash) == [])
        #expect(codes(path, sha256: hash.uppercased()) == [])
        #expect(codes(path, sha256: String(hash.reversed())) == ["sha256"])
    }

    @Test func `A mismatch names both hashes`() throws {
        let path = try folder.file("m.so", library)
        let hash = try ModuleFile.open(path).hash
        let other = String(repeating: "0", count: 64)
        let problem = try #require(
            problems { () throws(Problems) in _ = try ModuleFile.open(path, sha256: other) }.first)
        #expect(problem.cause == "\(path) has the sha256 \(hash), and the configuration expects \(other)")
        #expect(problem.cure.contains(hash))
    }

    @Test(arguments: ["", "abc", String(repeating: "g", count: 64), String(repeating: "٣", count: 64)])
    func `What is no hash is a mismatch that says so`(_ text: String) throws {
        let path = try folder.file("m.so", library)
        let problem = try #require(
            problems { () throws(Problems) in _ = try ModuleFile.open(path, sha256: text) }.first)
        #expect(problem.code == "module.file.sha256")
        #expect(problem.cause.contains("not 64 hexadecimal digits"))
    }

    @Test func `All that is wrong comes in one go, in the order of the checks`() throws {
        let path = try folder.file("m.so", SampleLibrary(machine: 999).bytes, mode: 0o757)
        #expect(codes(path, sha256: "abc") == ["untrusted", "architecture", "sha256"])
        try folder.file("m.so", Array("not a library".utf8), mode: 0o755)
        #expect(codes(path, sha256: "abc") == ["not-elf", "sha256"])
    }

    @Test func `Both machines are named`() throws {
        let path = try folder.file("m.so", SampleLibrary(machine: 999).bytes)
        let problem = try #require(problems { () throws(Problems) in _ = try ModuleFile.open(path) }.first)
        #expect(problem.cause == "\(path) is built for 64-bit machine 999, and this host is \(ELFMachine.host.name)")
    }

    @Test func `A file larger than any module is refused before it fills the memory`() throws {
        let path = try folder.file("m.so", library)
        try run("/usr/bin/truncate", "--size=1T", path)
        let problems = problems { () throws(Problems) in _ = try ModuleFile.open(path) }
        #expect(problems.map(\.code) == ["module.file.too-large"])
    }

    @Test(arguments: realLibraries) func `A real library passes`(_ path: String) throws {
        let file = try ModuleFile.open(path)
        #expect(file.bytes == (try bytes(of: path)))
    }
}
