import Foundation
import ModuleLoader
import Synchronization
import Testing

@testable import HostServices

struct SQLiteStoreTests {
    private let folder: TestFolder
    private var path: String { folder.path + "/store.sqlite" }

    init() throws { folder = try TestFolder() }

    private func key(_ text: String) -> StoreKey { StoreKey(namespace: "one", bytes: Array(text.utf8)) }

    @Test func `what was kept is there when the file is opened again`() throws {
        try SQLiteStore(path: path).update(key("a")) { $0 = StoredValue([1, 2, 3]) }
        #expect(try SQLiteStore(path: path).value(of: key("a")) == StoredValue([1, 2, 3]))
    }

    @Test func `a change that throws changes nothing`() throws {
        struct Thrown: Error {}
        let store = try SQLiteStore(path: path)
        try store.update(key("a")) { $0 = StoredValue([1]) }
        #expect(throws: Thrown.self) {
            try store.update(key("a")) { value in
                value = nil
                throw Thrown()
            }
        }
        #expect(try store.value(of: key("a")) == StoredValue([1]))
    }

    @Test func `what has outlived its time is thrown away when the file is opened`() throws {
        try SQLiteStore(path: path).update(key("old")) { $0 = StoredValue([1], expires: 1) }
        #expect(try SQLiteStore(path: path).value(of: key("old")) == nil)
    }

    @Test func `what has outlived its time makes room while others are kept`() throws {
        let time = Mutex<Int64>(0)
        let store = try SQLiteStore(path: path) { time.withLock(\.self) }
        for number in 0..<50 { try store.update(key("old \(number)")) { $0 = StoredValue([1], expires: 10) } }
        try store.update(key("for ever")) { $0 = StoredValue([1]) }
        time.withLock { $0 = 10 }
        for number in 0..<20 { try store.update(key("new \(number)")) { $0 = StoredValue([1], expires: 20) } }
        #expect(try (0..<50).filter { try store.value(of: key("old \($0)")) != nil } == [])
        #expect(try (0..<20).filter { try store.value(of: key("new \($0)")) == nil } == [])
        #expect(try store.value(of: key("for ever")) != nil)
    }

    @Test func `a file that is no database is a problem`() throws {
        try Data(repeating: 7, count: 4096).write(to: URL(fileURLWithPath: path))
        #expect {
            try SQLiteStore(path: path)
        } throws: { error in
            (error as? Problems)?.list.map(\.code) == ["store.unusable"]
        }
    }

    /// The writer writes and says what is kept. It is killed in the middle of that, again and again.
    @Test func `what was acknowledged survives kill -9`() throws {
        var (next, killed) = (0, 0)
        for round in 0..<5 {
            let acknowledged = try killedWriter(from: next, after: 20 + 30 * round)
            killed += acknowledged.count
            let store = try SQLiteStore(path: path)
            for number in acknowledged {
                #expect(try store.value(of: key("key \(number)"))?.bytes == Array("value \(number)".utf8))
            }
            let counter = try store.value(of: key("counter")).map { String(decoding: $0.bytes, as: UTF8.self) }
            let count = try #require(counter.flatMap { Int($0) })
            let last = try #require(acknowledged.last)
            #expect(last + 1...last + 2 ~= count, "one more may be kept than was said")
            next = count
        }
        #expect(killed > 5 * 20)
    }

    /// - Returns: what it said was kept.
    private func killedWriter(from start: Int, after lines: Int) throws -> [Int] {
        let writer = Process()
        writer.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("StoreWriter")
        writer.arguments = [path, "\(start)"]
        let output = Pipe()
        writer.standardOutput = output
        try writer.run()
        var said = Data()
        while said.count(where: { $0 == UInt8(ascii: "\n") }) < lines {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            said += more
        }
        kill(writer.processIdentifier, SIGKILL)
        said += try output.fileHandleForReading.readToEnd() ?? Data()
        writer.waitUntilExit()
        #expect(writer.terminationReason == .uncaughtSignal)
        let complete = said.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return complete.dropLast().compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    }
}
