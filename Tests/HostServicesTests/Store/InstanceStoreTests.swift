import Synchronization
import Testing

@testable import HostServices
@testable import ModuleLoader

struct InstanceStoreTests {
    /// A clock that the test moves.
    private final class Clock: Sendable {
        let time = Atomic<Int64>(1_000)
        func now() -> Int64 { time.load(ordering: .relaxed) }
        func move(to time: Int64) { self.time.store(time, ordering: .relaxed) }
    }

    private let clock = Clock()
    private let folder: TestFolder
    private let stores: [InstanceStore]

    init() throws {
        folder = try TestFolder()
        let file = try SQLiteStore(path: folder.path + "/store.sqlite") { [clock] in clock.now() }
        let backends: [any KeyValueStore] = [MemoryStore(), file]
        stores = backends.map { [clock] in InstanceStore(.alone(), $0, now: { clock.now() }) }
    }

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test func `what has outlived its time is absent`() throws {
        for store in stores {
            clock.move(to: 1_000)
            try store.put(bytes("a"), bytes("1"), lifetime: 10)
            try store.put(bytes("b"), bytes("2"), lifetime: 0)
            clock.move(to: 1_009)
            #expect(try store.get(bytes("a")) == bytes("1"))
            clock.move(to: 1_010)
            #expect(try store.get(bytes("a")) == nil)
            #expect(try store.key(after: nil, prefix: []) == bytes("b"))
            #expect(try !store.remove(bytes("a")))
            #expect(try store.compareAndSet(bytes("a"), nil, bytes("3"), lifetime: 0))
        }
    }

    @Test func `a counter has the lifetime that it began with`() throws {
        for store in stores {
            clock.move(to: 1_000)
            #expect(try store.increment(bytes("n"), by: 1, lifetime: 10) == 1)
            clock.move(to: 1_005)
            #expect(try store.increment(bytes("n"), by: 1, lifetime: 10) == 2)
            clock.move(to: 1_010)
            #expect(try store.increment(bytes("n"), by: 1, lifetime: 10) == 1)
        }
    }

    @Test func `a lifetime beyond all numbers is for ever`() throws {
        for store in stores {
            try store.put(bytes("a"), bytes("1"), lifetime: .max)
            clock.move(to: .max)
            #expect(try store.get(bytes("a")) == bytes("1"))
        }
    }

    @Test func `keys are bytes, and a prefix that no key has ends at once`() throws {
        for store in stores {
            for key: [UInt8] in [[0xFF], [0xFF, 0], [0xFE, 0xFF], [1]] { try store.put(key, [0], lifetime: 0) }
            #expect(try store.key(after: nil, prefix: [0xFF]) == [0xFF])
            #expect(try store.key(after: [0xFF], prefix: [0xFF]) == [0xFF, 0])
            #expect(try store.key(after: [0xFF, 0], prefix: [0xFF]) == nil)
            #expect(try store.key(after: nil, prefix: [2]) == nil)
            #expect(try store.key(after: [0], prefix: [0xFE]) == [0xFE, 0xFF])
            #expect(try store.key(after: [0xFF], prefix: [0xFE]) == nil)
        }
    }

    @Test func `increments on many threads are all counted`() async throws {
        for store in stores {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask { for _ in 0..<50 { _ = try? store.increment([1], by: 1, lifetime: 0) } }
                }
            }
            #expect(try store.increment([1], by: 0, lifetime: 0) == 400)
        }
    }
}
