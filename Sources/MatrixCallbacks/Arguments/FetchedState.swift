import CGatehouse
import JSONText
import ModuleLoader
import Synchronization

extension StateElsewhere {
    /// Asks `origin` once for each type and key, and keeps what it says.
    convenience init(_ origin: any CallOrigin, of call: Int64) {
        let known = FetchedEvents()
        // - Safety: an event that is known is kept as long as the closure is.
        unsafe self.init { type, stateKey, event in
            let fetch = { try origin.stateEvent(of: call, type: type, stateKey: stateKey) }
            guard let found = try? known.event(type, stateKey, fetch) else { return Found.unreachable }
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
