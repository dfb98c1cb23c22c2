import Testing

@testable import ModuleLoader

@Suite struct PathWalkTests {
    private func walk(_ path: String, in folder: TemporaryFolder) throws -> [String] {
        let stops = try PathWalk.stops(to: path).map(\.path).filter { $0.hasPrefix(folder.path + "/") }
        return stops.map { String($0.dropFirst(folder.path.count + 1)) }
    }

    @Test func `All parts are stops, the root first`() throws {
        #expect(try PathWalk.stops(to: "/").map(\.path) == ["/"])
        #expect(try PathWalk.stops(to: "/proc/self/").map(\.path).prefix(3) == ["/", "/proc", "/proc/self"])
    }

    @Test func `Two dots after a link lead out of what it leads to`() throws {
        let folder = try TemporaryFolder()
        try folder.folder("a/b")
        try folder.file("a/m.so")
        try folder.link("short", to: "a/b")
        #expect(try walk(folder("short/../m.so"), in: folder) == ["short", "a", "a/b", "a/m.so"])
    }

    @Test func `A link may be absolute, and may lead to a link`() throws {
        let folder = try TemporaryFolder()
        try folder.folder("a")
        try folder.file("a/m.so")
        try folder.link("one", to: folder("two"))
        try folder.link("two", to: "a")
        #expect(try walk(folder("one/m.so"), in: folder) == ["one", "two", "a", "a/m.so"])
    }

    @Test func `What is not there ends the walk`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: SystemError.self) { try PathWalk.stops(to: folder("none/m.so")) }
    }
}
