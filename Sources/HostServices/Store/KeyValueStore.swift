/// Where modules keep small things that outlive the process.
///
/// Made so that anything may stand behind it that can change one key in a step. Any thread may call; calls may block.
/// Keys and namespaces are compared byte by byte.
public protocol KeyValueStore: Sendable {
    /// The value of a key, also one that has outlived its time.
    func value(of key: StoreKey) throws -> StoredValue?

    /// Changes a key in one step, whatever others do to it meanwhile; nil takes it away. What it returns has been kept.
    ///
    /// - Parameter change: may be called more than once, where others got in between.
    func update<Result: Sendable>(_ key: StoreKey, _ change: (inout StoredValue?) throws -> Result) throws -> Result

    /// The first key of a namespace behind `last`, in the order of bytes, that begins with `prefix` and that holds a
    /// value at `time`; nil: there is none.
    func key(in namespace: String, prefix: [UInt8], after last: [UInt8]?, at time: Int64) throws -> [UInt8]?
}

/// A key, and whose it is.
public struct StoreKey: Hashable, Sendable {
    /// The instance's name.
    public let namespace: String
    public let bytes: [UInt8]

    public init(namespace: String, bytes: [UInt8]) { (self.namespace, self.bytes) = (namespace, bytes) }
}

/// A value, and how long it holds.
public struct StoredValue: Equatable, Sendable {
    public var bytes: [UInt8]
    /// Nanoseconds since 1970; nil: for ever.
    public var expires: Int64?

    public init(_ bytes: [UInt8], expires: Int64? = nil) { (self.bytes, self.expires) = (bytes, expires) }

    public func holds(at time: Int64) -> Bool { expires.map { time < $0 } ?? true }
}
