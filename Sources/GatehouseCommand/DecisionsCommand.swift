import ArgumentParser
import Foundation
import Gatehouse
import GatehouseServer
import JSONText
import Logging
import ModuleLoader

/// `gatehouse decisions`
struct DecisionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions", abstract: "Show what a server refused lately, and what failed: who, and why.",
        discussion: "Reads the data folder of the configuration, while a server runs as well. The newest stand last.")

    @OptionGroup var source: ConfigurationOption

    @Option(help: ArgumentHelp("Only what names this user.", valueName: "user id"))
    var user: String?

    @Option(help: ArgumentHelp("Only what names this room.", valueName: "room id"))
    var room: String?

    @Option(help: ArgumentHelp("Only what this module decided.", valueName: "name"))
    var module: String?

    @Option(help: ArgumentHelp("Only the last so long: 30s, 3600s.", valueName: "duration"))
    var since: Duration?

    @Option(help: ArgumentHelp("Only what is older: 30s, 3600s.", valueName: "duration"))
    var until: Duration?

    @Option(help: ArgumentHelp("The last so many.", valueName: "count"))
    var limit = 100

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit: expected a number above 0") }
    }

    func run() async throws {
        let subject = source.subject()
        do {
            try print(await decisions(of: subject).reversed())
        } catch let problems as Problems {
            throw Terminal.refusal(problems.list.map(\.description))
        }
    }

    private func decisions(of subject: LookSubject) async throws -> [Decision] {
        guard let folder = subject.configuration.dataFolder else {
            throw Problems(list: subject.problems.isEmpty ? [Self.noFolder] : subject.problems)
        }
        let store = try DecisionStore(
            folder: subject.configuration.path(folder), readOnly: true, logger: Logger(label: "gatehouse"))
        return try await store.decisions(filter)
    }

    private var filter: DecisionFilter {
        var filter = DecisionFilter()
        (filter.user, filter.room, filter.module, filter.limit) = (user, room, module, limit)
        (filter.since, filter.until) = (since.map(Self.time), until.map(Self.time))
        return filter
    }

    /// So long ago, in milliseconds since 1970.
    private static func time(_ ago: Duration) -> Int64 {
        Int64(Date.now.timeIntervalSince1970 * 1000) - ago.nanoseconds / 1_000_000
    }

    private static let noFolder = Problem(
        "decisions.no-folder", "gatehouse decisions", "the configuration names no folder in which decisions are kept",
        cure: "Set `data_folder`, or ask the server: GET /v1/decisions.")

    private func print(_ decisions: [Decision]) {
        if json { return Swift.print(JSONValue.array(decisions.map(\.json)).text) }
        for decision in decisions { Swift.print(decision.text) }
    }
}

extension Decision {
    /// A line for people.
    fileprivate var text: String {
        let time = Date(timeIntervalSince1970: Double(ts) / 1000).ISO8601Format()
        let who = (users + rooms).isEmpty ? "" : " [" + (users + rooms).joined(separator: " ") + "]"
        return "\(time) \(line)\(who)".printable
    }
}
