import Foundation
import Testing

@testable import ModuleLoader

@Suite struct ModulePathTests {
    @Test(arguments: [
        ("/a/b.so", "/a/b.so"), ("/a//./b.so/", "/a/b.so"), ("b.so", "/etc/gatehouse/b.so"),
        ("./m/b.so", "/etc/gatehouse/m/b.so"), ("../b.so", "/etc/gatehouse/../b.so"),
    ])
    func `A path is absolute or starts from the folder given`(_ path: String, _ expected: String) {
        #expect(ModulePath(path, relativeTo: "/etc/gatehouse").text == expected)
    }

    @Test func `A relative folder starts from where the process is`() {
        let here = FileManager.default.currentDirectoryPath
        #expect(ModulePath("b.so", relativeTo: "etc").text == "\(here)/etc/b.so")
    }

    @Test func `Folder and name are what stands before and after the last slash`() {
        let path = ModulePath("/a/b/c.so", relativeTo: "/")
        #expect(path.folder == "/a/b")
        #expect(path.name == "c.so")
        #expect(ModulePath("/c.so", relativeTo: "/").folder == "/")
    }
}
