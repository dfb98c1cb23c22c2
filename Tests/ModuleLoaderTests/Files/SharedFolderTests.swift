import Glibc
import Testing

@testable import ModuleLoader

/// Files that somebody names, of whom nothing is known but that some of them lie below a folder.
@Suite struct SharedFolderTests {
    private let scene: TemporaryFolder
    private let media: SharedFolder

    init() throws {
        scene = try TemporaryFolder()
        try scene.folder("media/ab/cd")
        try scene.file("media/ab/cd/file", Array("apples".utf8))
        try scene.file("secret", Array("a secret".utf8))
        media = SharedFolder(path: scene("media"))
    }

    /// What is read of it; nil where it is not opened.
    private func text(_ path: String, in folder: SharedFolder? = nil) -> String? {
        guard let file = try? (folder ?? media).open(path), let bytes = try? file.read(from: 0, atMost: 100) else {
            return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `a file below the folder is opened, and read from anywhere`() throws {
        #expect(text(scene("media/ab/cd/file")) == "apples")
        #expect(text(scene("media//ab/cd/file")) == "apples")
        let file = try media.open(scene("media/ab/cd/file"))
        #expect(try file.size == 6 && file.read(from: 4, atMost: 100) == Array("es".utf8))
        #expect(try file.read(from: 6, atMost: 100) == [])
        #expect(try file.read(from: 1 << 40, atMost: 100) == [])
    }

    @Test func `no path leads out of the folder`() throws {
        try scene.folder("media-of-others")
        try scene.file("media-of-others/file", [1])
        let inside = scene("media/ab")
        let paths = [
            scene("secret"), "/etc/passwd", "/", "", "secret", "ab/cd/file", "file", scene("media-of-others/file"),
            "\(inside)/../../secret", "\(inside)/../ab/cd/file", "\(inside)/./cd/file", scene("media/.."),
            scene("media/../secret"), "\(inside)/cd/file\0.png", scene("media"), scene("media/"),
        ]
        #expect(paths.filter { text($0) != nil } == [])
    }

    @Test func `a symbolic link is no part of a path below the folder`() throws {
        try scene.link("media/out", to: "..")
        try scene.link("media/ab/secret", to: scene("secret"))
        try scene.link("media/ab/inside", to: "cd/file")
        try scene.link("media/ab/folder", to: "cd")
        let paths = ["media/out/secret", "media/ab/secret", "media/ab/inside", "media/ab/folder/file"].map { scene($0) }
        #expect(paths.filter { text($0) != nil } == [])
        #expect(paths.filter { !exists($0) } == [], "all of them lead to a file")
    }

    /// That is the operator's business.
    @Test func `the folder itself may be reached by a symbolic link`() throws {
        try scene.link("linked", to: "media")
        #expect(text(scene("linked/ab/cd/file"), in: SharedFolder(path: scene("linked"))) == "apples")
    }

    @Test func `what is no regular file is not opened, and nobody waits for it`() throws {
        #expect(unsafe mkfifo(scene("media/pipe"), 0o600) == 0)
        #expect(text(scene("media/pipe")) == nil)
        #expect(text(scene("media/ab")) == nil)
        #expect(text("/dev/zero", in: SharedFolder(path: "/dev")) == nil)
    }

    @Test func `where the folder or the file is missing nothing is opened`() {
        #expect(text(scene("media/ab/none")) == nil)
        #expect(text(scene("media/ab/cd/file/more")) == nil)
        #expect(text(scene("none/file"), in: SharedFolder(path: scene("none"))) == nil)
    }

    @Test func `a path of any length is looked at`() {
        #expect(text(scene("media/") + String(repeating: "a/", count: 1 << 20) + "file") == nil)
        #expect(text(scene("media/") + String(repeating: "a", count: 300)) == nil)
    }

    @Test func `a file that is taken away or replaced stays what it was when it was opened`() throws {
        let file = try media.open(scene("media/ab/cd/file"))
        try scene.link("media/ab/cd/new", to: scene("secret"))
        #expect(unsafe rename(scene("media/ab/cd/new"), scene("media/ab/cd/file")) == 0)
        #expect(try file.read(from: 0, atMost: 100) == Array("apples".utf8))
        #expect(text(scene("media/ab/cd/file")) == nil)
    }

    @Test func `a folder that is not there yet is no problem, and what is none is one`() throws {
        #expect(try media.isThere())
        #expect(try !SharedFolder(path: scene("later")).isThere())
        let problem = #expect(throws: Problem.self) { try SharedFolder(path: scene("secret")).isThere() }
        #expect(problem?.code == "media-folder.unusable")
        #expect(problem?.subject == scene("secret"))
    }
}
