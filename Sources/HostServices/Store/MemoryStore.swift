import Synchronization

/// A store that forgets everything with the process: for tests, and for looking at modules.
public final class MemoryStore: KeyValueStore {
    private let values = Mutex<[StoreKey: StoredValue]>([:])

    public init() {}

    public func value(of key: StoreKey) throws -> StoredValue? { values.withLock { $0[key] } }

    public func update<Result: Sendable>(_ key: StoreKey, _ change: (inout StoredValue?) throws -> Result) throws
        -> Result
    {
        try values.withLock { try change(&$0[key]) }
    }

    public func key(in namespace: String, prefix: [UInt8], after last: [UInt8]?, at time: Int64) throws -> [UInt8]? {
        values.withLock { values in
            values.filter { key, value in
                key.namespace == namespace && key.bytes.starts(with: prefix) && value.holds(at: time)
            }
            .map(\.key.bytes)
            .filter { key in last.map { $0.lexicographicallyPrecedes(key) } ?? true }
            .min { $0.lexicographicallyPrecedes($1) }
        }
    }
}
