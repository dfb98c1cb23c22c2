import Foundation
import Logging
import ModuleLoader

/// What one instance keeps: its own keys, with lifetimes.
final class InstanceStore: Sendable {
    /// No key is longer, and none is empty.
    static let keyLimit = 512
    static let valueLimit = 1 << 20

    /// What a module asks for that makes no sense.
    struct Refusal: Error { let reason: String }

    private let store: any KeyValueStore
    private let client: ServiceClient
    private let now: @Sendable () -> Int64

    /// - Parameter now: nanoseconds since 1970.
    init(_ client: ServiceClient, _ store: any KeyValueStore, now: @escaping @Sendable () -> Int64 = wallClock) {
        (self.client, self.store, self.now) = (client, store, now)
    }

    @Sendable static func wallClock() -> Int64 { Int64(Date().timeIntervalSince1970 * 1_000_000_000) }

    private func key(_ bytes: [UInt8]) -> StoreKey { StoreKey(namespace: client.name, bytes: bytes) }

    func get(_ bytes: [UInt8]) throws -> [UInt8]? {
        let time = now()
        return try store.value(of: key(bytes)).flatMap { $0.holds(at: time) ? $0.bytes : nil }
    }

    func put(_ bytes: [UInt8], _ value: [UInt8], lifetime: Int64) throws {
        let new = StoredValue(value, expires: expiry(lifetime))
        try store.update(key(bytes)) { $0 = new }
    }

    /// - Parameters:
    ///   - expected: nil: there is none.
    ///   - value: nil takes it away.
    /// - Returns: false: it is another, and stays.
    func compareAndSet(_ bytes: [UInt8], _ expected: [UInt8]?, _ value: [UInt8]?, lifetime: Int64) throws -> Bool {
        let (time, new) = (now(), value.map { StoredValue($0, expires: expiry(lifetime)) })
        return try store.update(key(bytes)) { old in
            let current = old.flatMap { $0.holds(at: time) ? $0.bytes : nil }
            if current == expected { old = new }
            return current == expected
        }
    }

    func increment(_ bytes: [UInt8], by step: Int64, lifetime: Int64) throws -> Int64 {
        let (time, fresh) = (now(), StoredValue(Array("0".utf8), expires: expiry(lifetime)))
        return try store.update(key(bytes)) { value in
            var counter = value.flatMap { $0.holds(at: time) ? $0 : nil } ?? fresh
            guard let count = Int64(String(decoding: counter.bytes, as: UTF8.self)) else {
                throw Refusal(reason: "it increments a value that is no number")
            }
            let (sum, isBeyond) = count.addingReportingOverflow(step)
            if isBeyond { throw Refusal(reason: "it increments a value beyond 64 bits") }
            counter.bytes = Array(String(sum).utf8)
            value = counter
            return sum
        }
    }

    /// - Returns: false: there was none.
    func remove(_ bytes: [UInt8]) throws -> Bool {
        let time = now()
        return try store.update(key(bytes)) { value in
            defer { value = nil }
            return value?.holds(at: time) ?? false
        }
    }

    func key(after last: [UInt8]?, prefix: [UInt8]) throws -> [UInt8]? {
        try store.key(in: client.name, prefix: prefix, after: last, at: now())
    }

    private func expiry(_ lifetime: Int64) -> Int64? {
        guard lifetime > 0 else { return nil }
        let (time, isBeyond) = now().addingReportingOverflow(lifetime)
        return isBeyond ? nil : time
    }

    /// Nil: it failed, which the log tells.
    func attempt<Result>(_ body: (InstanceStore) throws -> Result) -> Result? {
        do {
            return try body(self)
        } catch let refusal as Refusal {
            client.logger.warning("\(refusal.reason)")
        } catch let refusal as Handed.Refusal {
            client.logger.warning("in the store, \(refusal.reason)")
        } catch {
            client.logger.error("the store cannot be used: \(error)")
        }
        return nil
    }
}

extension InstanceStore: InstanceService {
    func makeTable() -> ServiceTable { StoreTable.make(self) }
}
