import CGatehouse
package import JSONText
import ModuleLoader
import Synchronization

/// Who has the state of the calls that a process makes, by the number that a call gives with its state. May wait.
///
/// - Returns: the event with its facts in it; nil: the room has none.
package typealias StateSource = @Sendable (_ call: Int64, _ type: String, _ stateKey: String) throws -> JSON?

extension StateElsewhere {
    /// Asks `source` once for each type and key, and keeps what it says.
    convenience init(_ source: @escaping StateSource, of call: Int64) {
        let known = FetchedEvents()
        // - Safety: an event that is known is kept as long as the closure is.
        unsafe self.init { type, stateKey, event in
            guard let found = try? known.event(type, stateKey, { try source(call, type, stateKey) }) else {
                return Found.unreachable
            }
            guard let found = found.event else { return Found.absent }
            unsafe event = found.pointer.assumingMemoryBound(to: gh_event.self)
            return Found.found
        }
    }
}

private final class FetchedEvents: Sendable {
    struct Entry { let event: KeptArgument? }

    private let entries = Mutex<[[String]: Entry]>([:])

    /// - Throws: what `fetch` throws, and for what is no event.
    func event(_ type: String, _ stateKey: String, _ fetch: () throws -> JSON?) throws -> Entry {
        try entries.withLock { entries in
            if let known = entries[[type, stateKey]] { return known }
            let entry = Entry(event: try fetch().map { json in try KeptArgument(event: json.text) })
            entries[[type, stateKey]] = entry
            return entry
        }
    }
}
