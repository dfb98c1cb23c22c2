import Foundation
import JSONText
import Testing

struct CheckCommandTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func check(_ arguments: String...) throws -> Ending {
        try Tool.run(["check"] + arguments, in: folder.path)
    }

    private func codes(_ list: String, _ ending: Ending) throws -> [String] {
        let report = try ending.json()
        let all = [report] + (report[member: "modules"]?.items ?? [])
        return all.flatMap { $0[member: list]?.items ?? [] }.compactMap { $0[member: "code"]?.string }
    }

    private static let examples =
        (try? FileManager.default.contentsOfDirectory(atPath: "\(Tool.root)/build/modules").sorted()) ?? []

    @Test(arguments: examples)
    func `an example module alone has no mistake, and its symbols clash with nobody's`(file: String) throws {
        let ending = try check("--json", "\(Tool.root)/build/modules/\(file)")
        #expect(ending.status == 0)
        #expect(try codes("problems", ending) == [])
        let isGo = file == "topic_keeper.so"
        let warnings = try codes("warnings", ending).filter { $0 != "module.configure.refused" }
        #expect(warnings == (isGo ? ["module.warning.symbols"] : []))
    }

    @Test func `all that a host can offer is offered to a single file`() throws {
        #expect(Self.examples.contains("rate_limit.so"))
        let ending = try check("--create", "\(Tool.root)/build/modules/rate_limit.so")
        #expect(ending.output == "1 module, 0 problems, 0 warnings\n")
    }

    @Test func `that a single file refuses an empty section is a warning, and a problem in a configuration`() throws {
        let module = "\(Tool.root)/build/bad-modules/configure_refuses.so"
        let alone = try check("--json", module)
        #expect(alone.status == 0)
        #expect(try codes("warnings", alone) == ["module.configure.refused"])
        try folder.write("gatehouse.yaml", "modules: [{module: \(module)}]\n")
        let listed = try check("--json")
        #expect(listed.status == 1)
        #expect(try codes("problems", listed) == ["module.configure.refused"])
    }

    @Test func `the cure for a single file that others may write to is one that it can have`() throws {
        let module = "\(Tool.root)/build/bad-modules/writable.so"
        let ending = try check(module)
        #expect(ending.status == 1)
        #expect(ending.output.contains("or list it in a configuration with `allow_writable_paths: true`."))
    }

    @Test func `what allow_writable_paths lets pass is a warning`() throws {
        let module = "\(Tool.root)/build/bad-modules/writable.so"
        try folder.write("gatehouse.yaml", "allow_writable_paths: true\nmodules: [{module: \(module)}]\n")
        let ending = try check("--json")
        #expect(ending.status == 0)
        #expect(try codes("warnings", ending) == ["module.warning.writable"])
    }

    @Test func `the last lines that a module wrote stand below its problem`() throws {
        let ending = try check("\(Tool.root)/build/bad-modules/configure_aborts.so")
        let lines = ending.outputLines
        let place = try #require(lines.firstIndex { $0.hasSuffix("[module.check.crashed]") })
        #expect(lines[place + 1].hasPrefix("    it wrote last: "))
        #expect(lines.contains { $0.contains("the disk is on fire") })
    }

    @Test func `as JSON also what is wrong with the configuration comes out`() throws {
        for arguments in [["--config", "nope.yaml"], []] {
            let ending = try Tool.run(["check", "--json"] + arguments, in: folder.path)
            #expect(ending.status == 1)
            #expect(ending.errors == "")
            #expect(try codes("problems", ending) == ["config.not-found"])
        }
    }

    @Test func `as JSON also what is wrong with the hooks comes out`() throws {
        try folder.write("gatehouse.yaml", "modules: []\n")
        let ending = try check("--json", "--hooks", "nope.yaml")
        #expect(ending.status == 1)
        #expect(try codes("problems", ending).count == 1)
    }

    @Test func `what a server would refuse beside its modules is a problem`() throws {
        try FileManager.default.createDirectory(atPath: "\(folder.path)/kept", withIntermediateDirectories: false)
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: "\(folder.path)/kept")
        try folder.write("gatehouse.yaml", "data_folder: kept\nlisten: 127.0.0.1:0\ntoken_file: token\nmodules: []\n")
        let ending = try check("--json")
        #expect(ending.status == 1)
        #expect(try codes("problems", ending) == ["data-folder.unusable", "serve.token"])
        #expect(folder.names == ["gatehouse.yaml", "kept"])
    }

    @Test(arguments: [[""], ["--timeout", "0s"], ["--timeout", "soon"], ["x.so", "--config", "y.yaml"]])
    func `wrong use of the command line ends with 2`(arguments: [String]) throws {
        let ending = try Tool.run(["check"] + arguments, in: folder.path)
        #expect(ending.status == 2)
        #expect(ending.output == "")
    }

    @Test func `help and manual page tell how long a module may take unless somebody says otherwise`() throws {
        #expect(try check("--help").output.contains("(default: 5s)"))
        let manual = try Tool.run(["manual"], in: folder.path).output
        #expect(manual.contains("How long one module may take: 5s, 500ms. Default: 5s."))
        #expect(!manual.contains("Default: false"))
    }
}

extension JSONValue {
    fileprivate var string: String? { if case .string(let string) = self { string } else { nil } }
}
