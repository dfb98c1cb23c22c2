import Testing

@testable import ModuleLoader

@Suite(.enabled(if: exists("/usr/bin/c++"), "needs a C++ compiler"))
struct SymbolWarningsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func warnings(_ source: String, _ flags: String...) throws -> [Problem] {
        try folder.file("m.cpp", Array(source.utf8))
        try run("/usr/bin/c++", ["-std=c++17", "-shared", "-fPIC", "-o", folder("m.so"), folder("m.cpp")] + flags)
        return SymbolWarnings(subject: "m").of(try ModuleFile.open(folder("m.so"), allowWritablePaths: true))
    }

    /// A function that many modules have, a variable in it, and uses of the C++ library.
    private static let source = """
        #include <memory>
        #include <string>
        inline int &seen() { static int number; return number; }
        extern "C" int gatehouse_module_register() { return seen() + int(std::make_shared<std::string>("x")->size()); }
        """

    @Test func `names of C++ that others may have are told, and variables that are one for all of them apart`() throws {
        let warnings = try warnings(Self.source)
        #expect(warnings.map(\.code) == ["module.warning.unique", "module.warning.symbols"])
        #expect(warnings.first?.cause.hasPrefix("it shares _ZZ4seenvE6number with every library") == true)
        #expect(warnings.last?.cause.hasPrefix("it exports 1 more symbols (_Z4seenv)") == true)
    }

    @Test func `what the cures name helps`() throws {
        #expect(try warnings(Self.source, "-fno-gnu-unique").map(\.code) == ["module.warning.symbols"])
        let exported = Self.source.replacing(
            "extern \"C\"", with: "extern \"C\" __attribute__((visibility(\"default\")))")
        #expect(try warnings(exported, "-fvisibility=hidden") == [])
    }

    @Test(arguments: ["sysv", "gnu", "both"])
    func `either table of names tells how many symbols there are`(style: String) throws {
        let source = "extern \"C\" { int list; void read_list() {} void gatehouse_module_register() {} }"
        let warnings = try warnings(source, "-Wl,--hash-style=\(style)")
        #expect(
            warnings.map(\.cause) == [
                "it exports 2 more symbols (list, read_list), which may clash with those of others"
            ])
    }

    @Test func `a library whose symbols cannot be read is told`() throws {
        let file = try ModuleFile.open(try folder.file("bare.so", SampleLibrary().bytes))
        #expect(SymbolWarnings(subject: "m").of(file).map(\.code) == ["module.warning.unread"])
    }
}
