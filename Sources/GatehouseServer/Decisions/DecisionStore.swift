import GRDB
package import Logging
package import ModuleLoader
import Synchronization

/// Keeps the last refusals and failures, in a file or, without one, as long as the server lives.
///
/// What is kept is handed over on the way of a call, which waits for nothing: a task of its own writes.
package final class DecisionStore: Sendable {
    /// So many are kept.
    package static let capacity = 1000

    private let database: any DatabaseWriter
    private let logger: Logger
    private let pending = Mutex<[Decision]>([])
    private let isWriting = Mutex(false)

    /// - Parameters:
    ///   - folder: where the file lies, or is made; nil for none.
    ///   - readOnly: for those who only look: there has to be a file.
    /// - Throws: `Problems`, why the file cannot be opened.
    package init(folder: String?, readOnly: Bool = false, logger: Logger) throws(Problems) {
        self.logger = logger
        switch (folder.map { DecisionFile(path: "\($0)/decisions.sqlite") }, readOnly) {
        case (nil, _): database = try DecisionFile.inMemory()
        case (let file?, false): database = try file.open(logger)
        case (let file?, true): database = try file.openToRead()
        }
    }
}

extension DecisionStore {
    /// Notes a decision. It is in the file a moment later.
    func keep(_ decision: Decision) {
        pending.withLock { decisions in
            decisions.append(decision)
            if decisions.count > Self.capacity { decisions.removeFirst() }
        }
        let mayWrite = isWriting.withLock { isWriting in
            defer { isWriting = true }
            return !isWriting
        }
        if mayWrite { Task { await flush() } }
    }

    /// Writes what has been noted, after those who are writing already. A caller that is cancelled makes no difference to
    /// that.
    package func flush() async { await Task { await write() }.value }

    private func write() async {
        do {
            try await database.writeWithoutTransaction { [self] database in
                let decisions = taken()
                if decisions.isEmpty { return }
                try database.inTransaction {
                    try Self.write(decisions, database)
                    return .commit
                }
            }
        } catch {
            logger.error("decisions could not be kept: \(error)")
        }
    }

    private func taken() -> [Decision] {
        isWriting.withLock { $0 = false }
        return pending.withLock { decisions in
            defer { decisions = [] }
            return decisions
        }
    }

    private static func write(_ decisions: [Decision], _ database: Database) throws {
        for decision in decisions { try decision.insert(database) }
        try database.execute(
            sql: "DELETE FROM decision WHERE id <= (SELECT max(id) FROM decision) - ?", arguments: [capacity])
    }

    /// The decisions that pass, the newest first.
    package func decisions(_ filter: DecisionFilter) async throws -> [Decision] {
        await flush()
        return try await database.read { try filter.request.fetchAll($0) }
    }
}

extension DecisionFilter {
    fileprivate var request: QueryInterfaceRequest<Decision> {
        var request = Decision.order(sql: "id DESC").limit(limit)
        if let user { request = request.filter(sql: Self.names("users"), arguments: [user]) }
        if let room { request = request.filter(sql: Self.names("rooms"), arguments: [room]) }
        if let module { request = request.filter(sql: "module = ?", arguments: [module]) }
        if let since { request = request.filter(sql: "ts >= ?", arguments: [since]) }
        if let until { request = request.filter(sql: "ts < ?", arguments: [until]) }
        return request
    }

    private static func names(_ column: String) -> String {
        "EXISTS (SELECT 1 FROM json_each(\(column)) WHERE value = ?)"
    }
}
