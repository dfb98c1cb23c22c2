import CGatehouse
import ModuleLoader

/// The functions of `store.h`. Any thread, any time.
@safe enum StoreTable {
    static func make(_ store: InstanceStore) -> ServiceTable {
        unsafe ImmortalTable.make(
            gh_store(
                size: MemoryLayout<gh_store>.size, data: ImmortalTable.data(store), get: get, put: put,
                compare_and_set: compareAndSet, increment: increment, remove: remove, next: next))
    }

    // - Safety: the table's `data` is the store that it was made for. Text is `len` readable bytes, and a buffer has the
    //   room that the module says.

    private static func with(_ table: UnsafePointer<gh_store>?, _ body: (InstanceStore) throws -> gh_found) -> gh_found
    {
        if PromptCallback.isRunning { return Found.wouldBlock }
        let store = unsafe ImmortalTable.owner(table?.pointee.data, InstanceStore.self)
        return store?.attempt(body) ?? Found.unreachable
    }

    private static func key(_ str: gh_str) throws -> [UInt8] {
        guard let key = try unsafe Handed.bytes(str, "a key", atMost: InstanceStore.keyLimit), !key.isEmpty else {
            throw Handed.Refusal(reason: "a key is absent or empty")
        }
        return key
    }

    private static func value(_ str: gh_str) throws -> [UInt8]? {
        try unsafe Handed.bytes(str, "a value", atMost: InstanceStore.valueLimit)
    }

    private static let get:
        @convention(c) (
            UnsafePointer<gh_store>?, gh_str, UnsafeMutableRawPointer?, Int, UnsafeMutablePointer<Int>?
        ) -> gh_found = { table, key, buffer, capacity, needed in
            unsafe with(table) { store in
                guard let value = try store.get(unsafe Self.key(key)) else { return Found.absent }
                return unsafe ModuleBuffer.copy(value, buffer, capacity, needed)
            }
        }

    private static let put: @convention(c) (UnsafePointer<gh_store>?, gh_str, gh_str, Int64) -> gh_found = {
        table, key, value, lifetime in
        unsafe with(table) { store in
            guard let value = try unsafe Self.value(value) else { throw Handed.Refusal(reason: "a value is absent") }
            try store.put(unsafe Self.key(key), value, lifetime: lifetime)
            return Found.found
        }
    }

    private static let compareAndSet:
        @convention(c) (UnsafePointer<gh_store>?, gh_str, gh_str, gh_str, Int64) -> gh_found = {
            table, key, expected, value, lifetime in
            unsafe with(table) { store in
                let isDone = try unsafe store.compareAndSet(
                    Self.key(key), Self.value(expected), Self.value(value), lifetime: lifetime)
                return isDone ? Found.found : Found.absent
            }
        }

    private static let increment:
        @convention(c) (UnsafePointer<gh_store>?, gh_str, Int64, Int64, UnsafeMutablePointer<Int64>?) -> gh_found = {
            table, key, step, lifetime, value in
            unsafe with(table) { store in
                let sum = try store.increment(unsafe Self.key(key), by: step, lifetime: lifetime)
                unsafe value?.pointee = sum
                return Found.found
            }
        }

    private static let remove: @convention(c) (UnsafePointer<gh_store>?, gh_str) -> gh_found = { table, key in
        unsafe with(table) { try $0.remove(unsafe Self.key(key)) ? Found.found : Found.absent }
    }

    private static let next:
        @convention(c) (
            UnsafePointer<gh_store>?, gh_str, gh_str, UnsafeMutablePointer<CChar>?, UnsafeMutablePointer<Int>?
        ) -> gh_found = { table, prefix, last, buffer, length in
            unsafe with(table) { store in
                let limit = InstanceStore.keyLimit
                let prefix = try unsafe Handed.bytes(prefix, "a prefix", atMost: limit) ?? []
                let last = try unsafe Handed.bytes(last, "a key", atMost: limit)
                guard let key = try store.key(after: last, prefix: prefix) else { return Found.absent }
                return unsafe ModuleBuffer.copy(key, buffer, limit, length)
            }
        }
}
