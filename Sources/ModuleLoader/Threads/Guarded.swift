import Foundation

/// A value that one thread at a time uses.
///
/// With a lock of the system's thread library: the thread sanitizer knows those, and not how a `Mutex` waits.
package final class Guarded<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    package init(_ value: Value) { self.value = value }

    package func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return body(&value)
    }
}
