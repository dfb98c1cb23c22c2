import CallbackChains
import Foundation
import JSONText

@testable import ModuleLoader

/// Loads modules, with a log and a journal that the lifecycle module writes.
struct TestHost {
    let log = RecordingLog(heedsWatchdog: false)
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// What the lifecycle module wrote so far.
    var journal: [String] {
        let text = (try? String(contentsOfFile: folder("journal"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    func entry(_ module: String, _ name: String, _ config: JSONObject = [:]) throws -> ModuleRequest {
        _ = try TestModules.path(module)
        return missing(module, name, config)
    }

    /// An entry whose module need not be there.
    func missing(_ module: String, _ name: String, _ config: JSONObject = [:]) -> ModuleRequest {
        ModuleRequest(
            reference: module, name: name, sha256: nil, config: JSONValue.object(config).text, origin: "x.yaml")
    }

    /// An instance of the lifecycle module that writes into the journal.
    func lifecycle(_ name: String, _ config: JSONObject = [:]) throws -> ModuleRequest {
        var config = config
        config["journal"] = .string(folder("journal"))
        return try entry("lifecycle", name, config)
    }

    func load(_ entries: ModuleRequest...) throws(Problems) -> LoadedModules {
        try LoadedModules.load(
            entries, LoadOptions(modulePath: TestModules.folders, folder: "/nowhere", allowWritablePaths: true),
            layouts: TableLayout.all, logger: log.logger)
    }

    /// Where and what, of all that is wrong with these entries.
    func refusals(_ entries: ModuleRequest...) -> [String] {
        problems { () throws(Problems) in
            _ = try LoadedModules.load(
                entries, LoadOptions(modulePath: TestModules.folders, folder: "/nowhere", allowWritablePaths: true),
                layouts: TableLayout.all, logger: log.logger)
        }.map { "\($0.subject): \($0.cause) [\($0.code)]" }
    }
}

extension LoadedModules {
    /// The instances of modules.
    var ofFiles: [Instance] { instances.compactMap { $0 as? Instance } }
}

extension Instance {
    /// Asks this instance alone. Nil: it plainly said next. Its module looks at no arguments.
    func ask(_ callback: String, _ kind: ReplyKind = .verdict) -> OwnOutcome? {
        let parts = callback.split(separator: ".").map(String.init)
        guard let category = parts.first, let name = parts.last, let link = link(category, name) else {
            return .invalid("it does not take part")
        }
        let chain = Chain([link], Steps(.firstObjection, .propagate, .deny), waitsFor: nil, callSize: 512)
        let call = UnsafeMutableRawPointer.allocate(byteCount: 512, alignment: 8)
        unsafe call.initializeMemory(as: UInt8.self, repeating: 0, count: 512)
        var taken: OwnOutcome?
        var trail: Trail?
        _ = Exchange.run(chain, kind, unsafe CallPointer(call), trail: &trail) { _, said in
            taken = said.own
            return said.settled
        }
        unsafe call.deallocate()
        return taken
    }
}
