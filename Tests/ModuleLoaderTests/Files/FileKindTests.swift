import Testing

@testable import ModuleLoader

@Suite struct FileKindTests {
    @Test(arguments: [
        ("", "an empty file"),
        ("#!/bin/sh\nexit 0\n", "a text file that begins with \"#!/bin/sh\""),
        (
            "version https://git-lfs.github.com/spec/v1\noid",
            "a text file that begins with \"version https://git-lfs.github.com/spec/\""
        ),
        ("héllo", "a text file that begins with \"h??llo\""),
        ("!<arch>\n", "a static library (.a)"),
        ("MZ\u{0}", "a Windows binary"),
    ])
    func `A file is named by what it begins with`(_ text: String, _ name: String) {
        #expect(FileKind.name(of: Array(text.utf8)) == name)
    }

    @Test func `Other bytes are shown`() {
        #expect(FileKind.name(of: [0, 1, 0xAB]) == "a file whose first bytes are 00 01 ab")
        #expect(FileKind.name(of: Array("\u{1B}[31mred".utf8)).hasPrefix("a file whose first bytes are 1b 5b"))
    }
}
