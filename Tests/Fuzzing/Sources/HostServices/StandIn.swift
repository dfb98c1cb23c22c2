public import ModuleLoader

// In the place of what takes minutes to build: nothing is fuzzed that uses a service.

/// Offers nothing.
package struct Services: ModuleServices {
    package let webResources = WebResourceRegistry()
    package let names: [String] = []

    package init(store: (any KeyValueStore)?, homeserver: (any Homeserver)? = nil) {}

    package func absence(of name: String) -> (cause: String, cure: String) { NoServices().absence(of: name) }
    package func open(for client: ServiceClient) -> any InstanceServices { NoServices() }
}

public final class WebResourceRegistry: Sendable {
    init() {}
    package func openRequests(of name: String) -> Int { 0 }
}

/// Keeps nothing.
public final class SQLiteStore: KeyValueStore {
    public init(path: String) throws(Problems) {}
    package static func path(in folder: String) -> String { folder }
    public func value(of key: StoreKey) throws -> StoredValue? { nil }

    public func update<Result: Sendable>(
        _ key: StoreKey, _ change: (inout StoredValue?) throws -> Result
    ) throws -> Result {
        var value: StoredValue?
        return try change(&value)
    }

    public func key(in namespace: String, prefix: [UInt8], after last: [UInt8]?, at time: Int64) throws -> [UInt8]? {
        nil
    }
}
