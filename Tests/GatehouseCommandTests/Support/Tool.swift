import Foundation
import JSONText
import Testing

/// What the command line said and how it ended.
struct Ending: Sendable {
    let status: Int32
    let output: String
    let errors: String

    var outputLines: [String] { Self.lines(output) }
    var errorLines: [String] { Self.lines(errors) }

    private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    func json() throws -> JSONValue { try JSONValue(parsing: output) }
}

/// The command line, run as a child.
enum Tool {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// It is built beside the tests.
    static let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("gatehouse").path

    /// Runs `gatehouse` in a folder, with no variables of this process but the path.
    static func run(
        _ arguments: [String], in folder: String, input: String = "", environment: [String: String] = [:]
    ) throws -> Ending {
        let scratch = try Folder()
        let process = try process(arguments, in: folder, environment)
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: scratch.write("input", input)))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.write("output", "")))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.write("errors", "")))
        try process.run()
        process.waitUntilExit()
        return Ending(
            status: process.terminationStatus, output: try scratch.text("output"), errors: try scratch.text("errors"))
    }

    /// Starts it, and does not wait. What it says is lost.
    ///
    /// The threads of these tests block signals, which a child inherits: it begins with none blocked, as from a shell.
    static func start(_ arguments: [String], in folder: String, environment: [String: String]) throws -> Process {
        let process = try process(arguments, in: folder, environment)
        let unblocked = """
            import os, signal, sys
            signal.pthread_sigmask(signal.SIG_SETMASK, [])
            os.execv(sys.argv[1], sys.argv[1:])
            """
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", unblocked, path] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    private static func process(
        _ arguments: [String], in folder: String, _ environment: [String: String]
    ) throws -> Process {
        try #require(FileManager.default.isExecutableFile(atPath: path), "it is not built: \(path)")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { given, _ in given }
        process.standardInput = FileHandle.nullDevice
        return process
    }
}

/// A folder of one test, which goes with the test.
final class Folder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/gatehouse-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file; gives its whole path.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
        return "\(path)/\(name)"
    }

    func text(_ name: String) throws -> String { try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }

    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }
}
