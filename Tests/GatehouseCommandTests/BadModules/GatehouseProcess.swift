import Foundation
import JSONText

/// The built `gatehouse`, run to its end with a configuration.
struct GatehouseProcess {
    /// Nil: a signal ended it.
    let exitCode: Int32?
    /// `SIGSEGV`
    let signal: String?
    let output: String
    let errors: String

    /// Output goes into files: a pipe would stay open as long as anything that a module has forked.
    init(_ arguments: [String], modules: [JSONValue]) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gatehouse-bad-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let configuration: JSONValue = ["modules": .array(modules)]
        let file = folder.appendingPathComponent("gatehouse.yaml")
        try Data(configuration.text.utf8).write(to: file)
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments + ["--config", file.path]
        process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        let (output, errors) = (folder.appendingPathComponent("out"), folder.appendingPathComponent("err"))
        process.standardOutput = try Self.writing(output)
        process.standardError = try Self.writing(errors)
        try process.run()
        process.waitUntilExit()
        let isSignal = process.terminationReason == .uncaughtSignal
        exitCode = isSignal ? nil : process.terminationStatus
        signal = isSignal ? Self.name(ofSignal: process.terminationStatus) : nil
        self.output = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        self.errors = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    }

    /// Beside the tests' own executable, where SwiftPM builds it.
    private static let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("gatehouse")

    private static func writing(_ file: URL) throws -> FileHandle {
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }

    private static func name(ofSignal number: Int32) -> String {
        [SIGABRT: "SIGABRT", SIGBUS: "SIGBUS", SIGILL: "SIGILL", SIGSEGV: "SIGSEGV", SIGTRAP: "SIGTRAP"][number]
            ?? "signal \(number)"
    }
}

extension BadModule {
    /// Its entry in a configuration.
    func entry(_ name: String) -> JSONValue {
        var entry: JSONObject = ["module": .string(path), "name": .string(name)]
        entry["deadline"] = deadline.map { .string($0) }
        return .object(entry)
    }

    /// A module without a mistake, which stands behind it.
    static let good: JSONValue = [
        "module": .string(goodPath), "name": "good", "config": ["evil_users": ["@evil:example.org"]],
    ]
}
