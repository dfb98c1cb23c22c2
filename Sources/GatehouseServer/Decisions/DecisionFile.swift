import Foundation
import GRDB
import Logging
import ModuleLoader

/// The file in which decisions are kept.
struct DecisionFile {
    let path: String

    /// For a server. A damaged file is set aside: what was refused long ago keeps nobody from starting.
    ///
    /// - Throws: `decisions.unreadable`
    func open(_ logger: Logger) throws(Problems) -> any DatabaseWriter {
        do {
            do {
                return try opened()
            } catch let error as DatabaseError where error.isDamage {
                try setAside()
                let text = "it is damaged and set aside as \(aside); decisions are kept anew (\(error))"
                logger.warning("\(path): \(text.printable)")
                return try opened()
            }
        } catch {
            throw unreadable(error, "Let the host's user read and write the file and its folder.")
        }
    }

    /// For those who only look.
    ///
    /// - Throws: `decisions.unreadable`, also where there is no file.
    func openToRead() throws(Problems) -> any DatabaseWriter {
        do {
            var configuration = Self.configuration
            configuration.readonly = true
            return try Self.checked(DatabaseQueue(path: path, configuration: configuration))
        } catch let error as DatabaseError where error.isDamage {
            throw unreadable(error, "Start a server with it: it sets the damaged file aside.")
        } catch {
            throw unreadable(error, "Let this user read the folder, and start a server with it once.")
        }
    }

    /// For a server that keeps nothing beyond its own life.
    static func inMemory() throws(Problems) -> any DatabaseWriter {
        do {
            return try DatabaseQueue(configuration: configuration).migrated()
        } catch {
            throw DecisionFile(path: "decisions in memory").unreadable(error, "Set a `data_folder`.")
        }
    }

    private static var configuration: GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.label = "gatehouse.decisions"
        return configuration
    }

    private func unreadable(_ error: any Error, _ cure: String) -> Problems {
        Problems(list: [Problem("decisions.unreadable", path, "it cannot be opened (\(error))", cure: cure)])
    }
}

extension DecisionFile {
    private func opened() throws -> any DatabaseWriter {
        try Self.checked(DatabasePool(path: path, configuration: Self.configuration)).migrated()
    }

    /// SQLite looks at a page when it is read, which may be long after the start.
    private static func checked<Database: DatabaseWriter>(_ database: Database) throws -> Database {
        let found = try database.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
        if found != "ok" { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: found) }
        return database
    }

    private var aside: String { "\(path).damaged" }

    /// With what SQLite keeps beside it. What was set aside before goes.
    private func setAside() throws {
        let files = FileManager.default
        for suffix in ["", "-wal", "-shm"] {
            try? files.removeItem(atPath: aside + suffix)
            guard files.fileExists(atPath: path + suffix) else { continue }
            try files.moveItem(atPath: path + suffix, toPath: aside + suffix)
        }
    }
}

extension DatabaseError {
    fileprivate var isDamage: Bool { resultCode == .SQLITE_CORRUPT || resultCode == .SQLITE_NOTADB }
}

extension DatabaseWriter {
    /// With the table of decisions.
    fileprivate func migrated() throws -> Self {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.create(table: Decision.databaseTableName) { table in
                table.autoIncrementedPrimaryKey("id")
                table.column("ts", .integer).notNull().indexed()
                for name in ["requestID", "callback", "outcome", "module", "reason", "users", "rooms", "result"] {
                    table.column(name, .text).notNull()
                }
            }
        }
        try migrator.migrate(self)
        return self
    }
}
