import Foundation
import GRDB
public import ModuleLoader

/// A store in one SQLite file with a write-ahead log. Several processes may share the file.
///
/// What is acknowledged survives the process. A power cut may cost the last moments and never tears anything.
public final class SQLiteStore: KeyValueStore {
    private let pool: DatabasePool
    private let now: @Sendable () -> Int64

    /// Opens the file, and makes it and its folder where they are missing, for this user alone. What has outlived its
    /// time is thrown away now, and little by little whenever something is kept for a time.
    ///
    /// - Throws: `data-folder.unusable`, `store.unusable`
    public convenience init(path: String) throws(Problems) { try self.init(path: path, now: InstanceStore.wallClock) }

    /// - Parameter now: nanoseconds since 1970.
    init(path: String, now: @escaping @Sendable () -> Int64) throws(Problems) {
        self.now = now
        if let folder = path.lastIndex(of: "/").map({ String(path[..<$0]) }), !folder.isEmpty {
            try DataFolder.make(folder)
        }
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            pool = try DatabasePool(path: path, configuration: configuration)
            try pool.write { database in
                try database.execute(sql: Self.schema)
                try database.execute(
                    sql: "DELETE FROM entries WHERE expires <= ?", arguments: [now()])
            }
        } catch {
            throw Problems(list: [Self.unopened(path, "\(error)")])
        }
    }

    /// What is wrong with the file in a data folder, as far as that shows from outside.
    package static func problem(folder: String) -> Problem? {
        let path = path(in: folder)
        return DatabaseFile.fault(of: path).map { unopened(path, $0) }
    }

    /// Where the store lies in a data folder.
    package static func path(in folder: String) -> String { "\(folder)/store.sqlite" }

    private static func unopened(_ path: String, _ error: String) -> Problem {
        Problem(
            "store.unusable", path, "it cannot be opened (\(error))",
            cure: "Let the user that runs the host write there; a file that is damaged can be moved away.")
    }

    private static let schema = """
        CREATE TABLE IF NOT EXISTS entries (
            namespace TEXT NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL, expires INTEGER,
            PRIMARY KEY (namespace, key)) WITHOUT ROWID, STRICT;
        CREATE INDEX IF NOT EXISTS entries_expires ON entries (expires) WHERE expires IS NOT NULL;
        """

    public func value(of key: StoreKey) throws -> StoredValue? { try pool.read { try Self.value(of: key, $0) } }

    public func update<Result: Sendable>(_ key: StoreKey, _ change: (inout StoredValue?) throws -> Result) throws
        -> Result
    {
        try pool.write { database in
            let old = try Self.value(of: key, database)
            var new = old
            let result = try change(&new)
            if new != old { try Self.set(key, to: new, database) }
            if new?.expires != nil { try Self.sweep(at: now(), database) }
            return result
        }
    }

    public func key(in namespace: String, prefix: [UInt8], after last: [UInt8]?, at time: Int64) throws -> [UInt8]? {
        let first = last.map { $0.lexicographicallyPrecedes(prefix) ? prefix : $0 } ?? prefix
        let isFirstIncluded = first != last
        let found = try pool.read { database in
            try Data.fetchOne(
                database,
                sql: """
                    SELECT key FROM entries WHERE namespace = ? AND key \(isFirstIncluded ? ">=" : ">") ?
                    AND (expires IS NULL OR expires > ?) ORDER BY key LIMIT 1
                    """, arguments: [namespace, Data(first), time])
        }
        return found.map(Array.init).flatMap { $0.starts(with: prefix) ? $0 : nil }
    }

    private static func value(of key: StoreKey, _ database: Database) throws -> StoredValue? {
        let row = try Row.fetchOne(
            database, sql: "SELECT value, expires FROM entries WHERE namespace = ? AND key = ?",
            arguments: [key.namespace, Data(key.bytes)])
        return row.map { row in
            let bytes: Data = row[0]
            return StoredValue(Array(bytes), expires: row[1])
        }
    }

    /// Throws some of what has outlived its time away: more than is kept in one step, so that the file does not grow for
    /// ever, and so few that nobody waits.
    private static func sweep(at time: Int64, _ database: Database) throws {
        try database.execute(
            sql: """
                DELETE FROM entries WHERE (namespace, key) IN
                (SELECT namespace, key FROM entries WHERE expires <= ? LIMIT 4)
                """, arguments: [time])
    }

    private static func set(_ key: StoreKey, to value: StoredValue?, _ database: Database) throws {
        guard let value else {
            return try database.execute(
                sql: "DELETE FROM entries WHERE namespace = ? AND key = ?",
                arguments: [key.namespace, Data(key.bytes)])
        }
        try database.execute(
            sql: "INSERT OR REPLACE INTO entries (namespace, key, value, expires) VALUES (?, ?, ?, ?)",
            arguments: [key.namespace, Data(key.bytes), Data(value.bytes), value.expires])
    }
}
