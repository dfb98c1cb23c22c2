import Foundation
import Gatehouse
import Testing

/// The modules that `make modules` builds.
enum TestModules {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// A host with these modules, in this order.
    static func host(_ modules: ModuleEntry...) throws -> Gatehouse { try host(modules) }

    /// - Parameter deadline: long, because a slow machine is no failure.
    static func host(
        _ modules: [ModuleEntry], deadline: Duration = .seconds(600), deadlines: [String: Duration] = [:],
        workers: Int? = nil
    ) throws -> Gatehouse {
        var configuration = try configuration(modules)
        (configuration.deadline, configuration.deadlines, configuration.workers) = (deadline, deadlines, workers)
        return try Gatehouse(configuration)
    }

    /// Where all that `make modules` builds is found.
    static func configuration(_ modules: [ModuleEntry]) throws -> Configuration {
        for module in modules where module.kind == .module {
            try #require(
                path.contains { exists("\($0)/\(module.module).so") }, "run `make modules`: \(module.module).so")
        }
        return Configuration(modulePath: path, modules: modules, allowWritablePaths: true)
    }

    private static let path = ["\(root)/build/modules", "\(root)/build/test-modules"]

    private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}

extension ModuleEntry {
    /// The scripted module: it offers one callback, and gives this answer each time.
    static func scripted(_ name: String, _ callback: String, _ answer: JSONValue) -> ModuleEntry {
        ModuleEntry("scripted", name: name, config: ["callback": .string(callback), "answer": answer])
    }

    /// The patient module: it offers all callbacks, sets no flag, and has nothing against anything.
    ///
    /// - Parameter isLegacy: it takes part in callbacks that one module alone may have, too.
    static func patient(
        _ name: String = "patient", without callback: String? = nil, isLegacy: Bool = false
    ) -> ModuleEntry {
        var config: JSONObject = isLegacy ? ["legacy": true] : [:]
        config["without"] = callback.map { .string($0) }
        return ModuleEntry("patient", name: name, config: .object(config))
    }

    /// The tardy module: it offers all callbacks, or one, and answers late in the way that it is told (its source has
    /// the list).
    ///
    /// - Parameters:
    ///   - flags: `prompt`: it may run on the caller's thread, `concurrent`: several threads may be in it.
    ///   - until: when it comes back that holds.
    static func tardy(
        _ how: String, name: String = "tardy", flags: String? = nil, callback: String? = nil, answers: Bool = false,
        until: Release? = nil, deadline: Duration? = nil
    ) -> ModuleEntry {
        var config: JSONObject = ["how": .string(how)]
        config["until"] = until.map { .string($0.path) }
        config["callback"] = callback.map { .string($0) }
        if answers { config["answer"] = true }
        let module = flags.map { "tardy_\($0)" } ?? "tardy"
        return ModuleEntry(module, name: name, config: .object(config), deadline: deadline)
    }

    /// The witness module: it offers all callbacks and writes each call into a file.
    static func witness(_ file: String) -> ModuleEntry { ModuleEntry("witness", config: ["file": .string(file)]) }

    /// The rules of `Tests/Recordings/synapse-calls.md`: users whose names begin with `evil` are refused.
    static let houseRules = ModuleEntry("house_rules", config: ["server": "orchard.test"])
}

/// What a call gave back, or why it gave nothing.
func outcome<Value>(_ body: () throws -> Value) throws -> Result<Value, CallError> {
    do {
        return .success(try body())
    } catch let error as CallError {
        return .failure(error)
    }
}

func outcome<Value>(_ body: () async throws -> Value) async throws -> Result<Value, CallError> {
    do {
        return .success(try await body())
    } catch let error as CallError {
        return .failure(error)
    }
}
