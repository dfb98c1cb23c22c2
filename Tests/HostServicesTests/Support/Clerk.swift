import Foundation
import GatehouseTesting
import JSONText
import Testing

/// An instance of the clerk module, which does with the host's services what it is told.
struct Clerk {
    /// What came of a command: "FOUND", "ABSENT" and so on, and what was found.
    struct Reply: Equatable, CustomStringConvertible {
        let code: String
        let text: String

        init(_ code: String, _ text: String = "") { (self.code, self.text) = (code, text) }

        var description: String { "\(code) \(text)" }
    }

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let modules = ["\(root)/build/modules", "\(root)/build/test-modules"]

    let host: TestedHost

    /// A host with this clerk alone.
    init(
        _ config: JSONValue = [:], grants: Set<HostService> = Set(HostService.allCases), dataFolder: String? = nil,
        homeserver: (any Homeserver)? = nil, store: any KeyValueStore = MemoryStore(), module: String = "clerk"
    ) throws {
        let entry = ModuleEntry(module, config: config, grants: grants)
        host = try TestedHost(
            Configuration(
                modulePath: Self.modules, modules: [entry], allowWritablePaths: true, dataFolder: dataFolder),
            homeserver: homeserver, store: store)
    }

    func run(_ command: String) throws -> Reply {
        let call = try host.call(
            "spam_checker.user_may_publish_room", ["user_id": .string(command), "room_id": "!r:x"])
        guard case .answered(.denialWithCode(let code, let fields)) = call.answer,
            case .object(let object) = fields.value, case .string(let text)? = object["text"]
        else { return Reply("\(call.answer)") }
        return Reply(code, text)
    }

    /// What services have told since it was last asked; waits until there is as much as is expected.
    func journal(until isComplete: (String) -> Bool = { !$0.isEmpty }) async throws -> String {
        var text = ""
        for _ in 0..<10_000 {
            text += try run("journal").text
            if isComplete(text) { return text }
            try await Task.sleep(for: .milliseconds(1))
        }
        Issue.record("it waited in vain, and has \(text)")
        return text
    }
}

/// A new folder that is gone when this is.
final class TestFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/gatehouse-services-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
