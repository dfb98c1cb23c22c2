import Foundation
import JSONText
import Testing

/// What a look leaves behind.
@Suite(.timeLimit(.minutes(10)))
struct InspectorTests {
    private let folder: Folder
    private let temporary: String

    init() throws {
        folder = try Folder()
        temporary = "\(folder.path)/tmp"
        try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: false)
    }

    private func arguments(_ module: String) -> [String] {
        ["check", "--create", "--timeout", "600s", "\(Tool.root)/build/bad-modules/\(module).so"]
    }

    /// Processes that have opened a module's copy in this test's folder.
    private func running() -> [String] {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.filter { Int($0) != nil && maps(of: $0).contains(temporary) }
    }

    /// Read as it comes: of a file that says it is empty `String(contentsOfFile:)` reads a page.
    private func maps(of process: String) -> String {
        let file = FileHandle(forReadingAtPath: "/proc/\(process)/maps")
        let bytes = (try? file?.readToEnd()) ?? nil
        return String(decoding: bytes ?? Data(), as: UTF8.self)
    }

    private func eventually(_ holds: () -> Bool) async throws {
        while !holds() { try await Task.sleep(for: .milliseconds(10)) }
    }

    @Test(arguments: ["configure_crashes", "constructor_exits", "create_crashes", "destructor_crashes", "forks"])
    func `no file is left, however the look ends`(module: String) throws {
        let ending = try Tool.run(arguments(module), in: folder.path, environment: ["TMPDIR": temporary])
        #expect(ending.output.contains("1 module, "))
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary) == [])
    }

    @Test func `a daemon that a module has forked is ended with the look`() async throws {
        _ = try Tool.run(arguments("forks_daemon"), in: folder.path, environment: ["TMPDIR": temporary])
        try await eventually { running().isEmpty }
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGKILL])
    func `a module does not run on when the command is ended`(signal: Int32) async throws {
        let check = try Tool.start(
            arguments("configure_hangs_deaf"), in: folder.path, environment: ["TMPDIR": temporary])
        try await eventually { !running().isEmpty }
        kill(check.processIdentifier, signal)
        try await eventually { running().isEmpty }
    }

    @Test func `where no child can be started, that is the problem`() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let file = "\(Tool.root)/build/modules/list_spam_checker.so"
        process.arguments = ["-c", "ulimit -n 10; exec $0 check --json \(file)", Tool.path]
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.write("output", "")))
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        let report = try JSONValue(parsing: folder.text("output"))
        let module = try #require(report[member: "modules"]?.items.first)
        #expect(module[member: "problems"]?.items.compactMap { $0[member: "code"] } == ["check.failed"])
    }
}
