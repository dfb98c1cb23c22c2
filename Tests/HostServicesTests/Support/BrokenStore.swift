import GatehouseTesting

/// A store whose disk is full.
struct BrokenStore: KeyValueStore {
    private struct Full: Error {}

    func value(of key: StoreKey) throws -> StoredValue? { nil }

    func update<Result: Sendable>(_ key: StoreKey, _ change: (inout StoredValue?) throws -> Result) throws -> Result {
        throw Full()
    }

    func key(in namespace: String, prefix: [UInt8], after last: [UInt8]?, at time: Int64) throws -> [UInt8]? { nil }
}
