import Foundation
import GRDB
import InMemoryLogging
import Logging
import ModuleLoader
import Testing

@testable import GatehouseServer

struct DecisionFileTests {
    private let folder: Folder
    private let handler = InMemoryLogHandler()
    private var file: DecisionFile { DecisionFile(path: folder.path + "/decisions.sqlite") }
    private var logger: Logger { Logger(label: "test") { [handler] _ in handler } }

    init() throws { folder = try Folder() }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("damaged") }.sorted()
    }

    /// A file of many pages of which one in the middle is overwritten.
    private func damage() throws {
        let database = try DatabaseQueue(path: file.path)
        try database.write { database in
            try database.execute(sql: "CREATE TABLE t (text TEXT)")
            for _ in 1...100 { try database.execute(sql: "INSERT INTO t VALUES (hex(zeroblob(2000)))") }
        }
        try database.close()
        let handle = try #require(FileHandle(forWritingAtPath: file.path))
        try handle.seek(toOffset: 5 * 4096)
        try handle.write(contentsOf: Data(repeating: 0xFF, count: 8192))
        try handle.close()
    }

    @Test func `a file that is none of SQLite's is set aside with a warning`() throws {
        try folder.write("decisions.sqlite", String(repeating: "no database", count: 1000))
        _ = try file.open(logger)
        #expect(try names() == ["decisions.sqlite.damaged"])
        #expect(handler.entries.map(\.level) == [.warning])
        #expect("\(handler.entries[0].message)".contains("decisions.sqlite.damaged"))
    }

    @Test func `so is one that is damaged in the middle, and the next one takes its place`() throws {
        for _ in 1...2 {
            try damage()
            _ = try file.open(logger)
            try FileManager.default.removeItem(atPath: file.path)
        }
        #expect(try names() == ["decisions.sqlite.damaged"])
        #expect(handler.entries.count == 2)
    }

    @Test func `who only looks sets nothing aside, and is told who does`() throws {
        try damage()
        let problems = #expect(throws: Problems.self) { _ = try file.openToRead() }
        #expect(problems?.list.map(\.code) == ["decisions.unreadable"])
        #expect(problems?.list.first?.cure == "Start a server with it: it sets the damaged file aside.")
        #expect(try names() == [])
    }

    @Test func `what cannot be opened for another reason stays`() throws {
        try FileManager.default.createDirectory(atPath: file.path, withIntermediateDirectories: false)
        let problems = #expect(throws: Problems.self) { _ = try file.open(logger) }
        #expect(problems?.list.first?.cure == "Let the host's user read and write the file and its folder.")
        #expect(try names() == [])
    }
}
