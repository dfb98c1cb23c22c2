import Foundation
import Testing

@testable import ModuleLoader

@Suite struct PathTrustTests {
    let trust = PathTrust(user: 1000, ownGroup: 1000, elseCure: "do without")

    private func status(
        _ kind: FileStatus.Kind, _ mode: UInt32, owner: UInt32 = 1000, group: UInt32 = 1000
    ) -> FileStatus {
        FileStatus(kind: kind, mode: mode, owner: owner, group: group, links: 1, size: 0)
    }

    private func problem(_ status: FileStatus) -> Problem? {
        trust.problem(with: PathWalk.Stop(path: "/x", status: status), of: "modules[0]")
    }

    @Test func `Root's and the user's own are trusted`() {
        #expect(problem(status(.regular, 0o755)) == nil)
        #expect(problem(status(.regular, 0o755, owner: 0, group: 0)) == nil)
        #expect(problem(status(.folder, 0o755, owner: 0, group: 50)) == nil)
    }

    @Test func `Another user's is not and the problem says whose it is`() {
        let problem = problem(status(.regular, 0o755, owner: 1001))
        #expect(problem?.code == "module.file.untrusted")
        #expect(
            problem?.cause == "the file /x (user 1001, group 1000, mode 0755) belongs to neither root nor user 1000")
        #expect(problem?.cure == "Run `chown 1000 /x`, or do without.")
    }

    @Test(
        arguments: [
            (0o757, 1000, "o"), (0o777, 1000, "o"), (0o775, 50, "g"), (0o777, 50, "go"), (0o775, 0, "g"),
            (0o4757, 1000, "o"),
        ] as [(UInt32, UInt32, String)])
    func `What others may write to is not and the cure is a chmod`(_ mode: UInt32, _ group: UInt32, _ who: String) {
        #expect(problem(status(.regular, mode, group: group))?.cure == "Run `chmod \(who)-w /x`, or do without.")
        #expect(problem(status(.folder, mode, group: group))?.cause.contains(" can be changed by others") == true)
    }

    @Test func `The user's own group may write`() {
        #expect(problem(status(.regular, 0o775)) == nil)
        #expect(problem(status(.folder, 0o775)) == nil)
    }

    @Test func `A sticky folder may be written to by all, a sticky file may not`() {
        #expect(problem(status(.folder, 0o1777, owner: 0, group: 50)) == nil)
        #expect(problem(status(.folder, 0o1777, owner: 1001)) != nil)
        #expect(problem(status(.regular, 0o1777)) != nil)
    }

    @Test func `Of a link the owner counts and the mode does not`() {
        #expect(problem(status(.symbolicLink, 0o777, group: 50)) == nil)
        #expect(problem(status(.symbolicLink, 0o777, owner: 1001))?.cure == "Run `chown -h 1000 /x`, or do without.")
    }

    @Test func `Two faults of one path are one problem`() {
        let problem = problem(status(.regular, 0o777, owner: 1001))
        #expect(problem?.cause.hasSuffix("belongs to neither root nor user 1000 and can be changed by others") == true)
        #expect(problem?.cure == "Run `chown 1000 /x; chmod o-w /x`, or do without.")
    }

    // On real files, whose way starts in a folder that is sticky and open to all.

    private func untrusted(_ path: String) -> [String] {
        let trust = PathTrust.current(elseCure: "do without")
        return trust.problems(on: path, of: "modules[0]").map(\.cause)
    }

    @Test func `A private file in a private folder in a sticky one is trusted`() throws {
        let folder = try TemporaryFolder()
        try folder.folder("sticky", mode: 0o1777)
        #expect(untrusted(try folder.file("sticky/m.so")) == [])
    }

    @Test func `Each offending path is one problem, from the root down`() throws {
        let folder = try TemporaryFolder()
        try folder.folder("a", mode: 0o777)
        try folder.folder("a/b")
        let causes = untrusted(try folder.file("a/b/m.so", mode: 0o757))
        try #require(causes.count == 2)
        #expect(causes[0].hasPrefix("the directory \(folder("a")) ("))
        #expect(causes[1].hasPrefix("the file \(folder("a/b/m.so")) ("))
    }

    @Test func `Both the folder of a link and the folder that it leads to count`() throws {
        let folder = try TemporaryFolder()
        try folder.folder("links", mode: 0o777)
        try folder.folder("real", mode: 0o777)
        try folder.file("real/m.so")
        let link = try folder.link("links/m.so", to: "../real/m.so")
        let causes = untrusted(link)
        try #require(causes.count == 2)
        #expect(causes[0].contains(folder("links")))
        #expect(causes[1].contains(folder("real")))
    }

    @Test func `So do the folders that a chain of links only passes through`() throws {
        let folder = try TemporaryFolder()
        try folder.folder("open", mode: 0o777)
        try folder.folder("real")
        try folder.file("real/m.so")
        try folder.link("open/hop", to: folder("real"))
        let causes = untrusted(try folder.link("start", to: "open/hop") + "/m.so")
        #expect(causes.count == 1)
        #expect(causes.first?.contains("\(folder("open")) (") == true)
    }

    @Test func `A circle of links is a problem and not an endless walk`() throws {
        let folder = try TemporaryFolder()
        try folder.link("one", to: "two")
        #expect(untrusted(try folder.link("two", to: "one")).count == 1)
    }

    @Test(.enabled(if: geteuid() == 0, "only root may give files away"))
    func `A folder, file or group of somebody else is found`() throws {
        let folder = try TemporaryFolder()
        try folder.folder("a")
        let file = try folder.file("a/m.so", mode: 0o775)
        try folder.setOwner(12345, of: "a")
        try folder.setOwner(group: 12345, of: "a/m.so")
        let causes = untrusted(file)
        #expect(causes.map { $0.contains("belongs to neither") } == [true, false])
        #expect(causes.map { $0.contains("can be changed by others") } == [false, true])
    }

    @Test func `The status of the opened file counts and not that of what lies there now`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("m.so")
        let opened = FileStatus(kind: .regular, mode: 0o777, owner: 0, group: 0, links: 1, size: 0)
        let trust = PathTrust.current(elseCure: "do without")
        #expect(trust.problems(on: file, of: "modules[0]", opened: opened).count == 1)
    }
}
