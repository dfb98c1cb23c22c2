import Testing

@testable import ModuleLoader

@Suite struct OriginCheckTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.folder("lib")
        try folder.folder("else")
    }

    private func problems(needed: [String], runPath: String?) throws -> [Problem] {
        let header = try ELFHeader(SampleLibrary(needed: needed, runPath: runPath).bytes)
        let path = ModulePath(folder("m.so"), relativeTo: "/")
        let report = FileProblems(subject: "modules[0]", path: path.text)
        return OriginCheck(header: header, path: path, report: report).problems()
    }

    @Test(arguments: ["$ORIGIN/lib", "${ORIGIN}/lib", "$ORIGIN/./lib", "/none:$ORIGIN/lib"])
    func `A library that lies beside the module is a problem with a cure`(_ runPath: String) throws {
        try folder.file("lib/libfoo.so")
        let problems = try problems(needed: ["libc.so.6", "libfoo.so"], runPath: runPath)
        #expect(problems.map(\.code) == ["module.file.origin"])
        #expect(problems.first?.cause.hasPrefix("\(folder("m.so")) needs libfoo.so from \(folder("lib"))") == true)
        #expect(problems.first?.cure.contains("-Wl,-rpath,\(folder("lib"))") == true)
    }

    @Test func `A library that is needed by a path through $ORIGIN is one too`() throws {
        try folder.file("lib/libfoo.so")
        #expect(try problems(needed: ["$ORIGIN/lib/libfoo.so"], runPath: nil).count == 1)
    }

    @Test func `A library that lies elsewhere, or nowhere, is no problem`() throws {
        try folder.file("else/libfoo.so")
        #expect(try problems(needed: ["libfoo.so"], runPath: "$ORIGIN/lib").isEmpty)
        #expect(try problems(needed: ["libfoo.so"], runPath: folder("else")).isEmpty)
        #expect(try problems(needed: [], runPath: "$ORIGIN/else").isEmpty)
        #expect(try problems(needed: ["libfoo.so"], runPath: nil).isEmpty)
    }

    @Test func `A library that an earlier absolute folder has is no problem`() throws {
        try folder.file("lib/libfoo.so")
        try folder.file("else/libfoo.so")
        #expect(try problems(needed: ["libfoo.so"], runPath: "\(folder("else")):$ORIGIN/lib").isEmpty)
        #expect(try problems(needed: ["libfoo.so"], runPath: "$ORIGIN/lib:\(folder("else"))").count == 1)
    }

    @Test(.enabled(if: exists("/usr/bin/cc"), "needs a C compiler"))
    func `It holds for what a linker writes`() throws {
        try folder.file("foo.c", Array("int foo(void) { return 1; }".utf8))
        try folder.file("m.c", Array("int foo(void); int bar(void) { return foo(); }".utf8))
        try run("/usr/bin/cc", "-shared", "-fPIC", "-o", folder("lib/libfoo.so"), folder("foo.c"))
        try run(
            "/usr/bin/cc", "-shared", "-fPIC", "-o", folder("m.so"), folder("m.c"), "-L\(folder("lib"))", "-lfoo",
            "-Wl,-rpath,$ORIGIN/lib")
        let problems = ModuleLoaderTests.problems { () throws(Problems) in _ = try ModuleFile.open(folder("m.so")) }
        #expect(problems.map(\.code) == ["module.file.origin"])
    }
}
