package import CGatehouse

/// What a `gh_state` handle points to: the events of a room's state that are at hand.
@safe package struct StateList {
    let events: UnsafePointer<UnsafePointer<gh_event>?>?
    let count: Int
    /// What was asked for; nil: all of the state.
    package let reads: UnsafeBufferPointer<UnsafePointer<StateReadText>>?
    /// Who is asked for what they do not cover.
    package let elsewhere: Unmanaged<StateElsewhere>?

    /// - Parameters:
    ///   - events: `count` pointers that stay valid as long as the handle is used.
    ///   - reads: valid as long; what they do not cover is not known here. Nil: what is not here does not exist.
    ///   - elsewhere: kept by others as long.
    package init(
        events: UnsafePointer<UnsafePointer<gh_event>?>?, count: Int,
        reads: UnsafeBufferPointer<UnsafePointer<StateReadText>>? = nil, elsewhere: StateElsewhere? = nil
    ) {
        unsafe self.events = events
        self.count = count
        unsafe self.reads = reads
        unsafe self.elsewhere = elsewhere.map { unsafe Unmanaged.passUnretained($0) }
    }

    package var all: [UnsafePointer<gh_event>] { unsafe (0..<count).compactMap { unsafe events?[$0] } }

    /// Whether an event of this type and key would be here if the room had it.
    func covers(_ type: gh_str, _ key: gh_str) -> Bool {
        guard let reads = unsafe reads else { return true }
        return unsafe reads.contains { unsafe $0.pointee.covers(type, key) }
    }
}

/// A `StateRead` in memory that lives as long as a call: the state of a type, and of one key or any.
@safe package struct StateReadText {
    package let type: gh_str
    package let stateKey: gh_str

    /// - Parameter stateKey: absent for any.
    package init(type: gh_str, stateKey: gh_str) {
        unsafe self.type = type
        unsafe self.stateKey = stateKey
    }

    func covers(_ type: gh_str, _ key: gh_str) -> Bool {
        unsafe gh_equal(self.type, type) != 0 && (stateKey.ptr == nil || gh_equal(stateKey, key) != 0)
    }
}

/// The state functions that modules call (`state.h`).
@safe enum StateFunctions {
    // - Safety: written once, before any module is called, and only read after that.
    nonisolated(unsafe) static let table: UnsafePointer<gh_state_functions> = {
        let table = UnsafeMutablePointer<gh_state_functions>.allocate(capacity: 1)
        unsafe table.initialize(
            to: gh_state_functions(size: MemoryLayout<gh_state_functions>.size, get: get, next: next, ask: nil))
        return unsafe UnsafePointer(table)
    }()

    // - Safety: a handle comes from the call's own arguments and points to a `StateList`.

    private static let get:
        @convention(c) (OpaquePointer?, gh_str, gh_str, UnsafeMutablePointer<UnsafePointer<gh_event>?>?) -> gh_found = {
            state, type, key, event in
            guard let list = unsafe list(state), let event = unsafe event else { return Found.unreachable }
            for place in 0..<list.count {
                guard let candidate = unsafe list.events?[place] else { continue }
                if unsafe equal(candidate.pointee.type, type) && equal(candidate.pointee.state_key, key) {
                    unsafe event.pointee = candidate
                    return Found.found
                }
            }
            if unsafe list.covers(type, key) { return Found.absent }
            return unsafe list.elsewhere?.takeUnretainedValue().get(type, key, event) ?? Found.unreachable
        }

    private static let next:
        @convention(c) (OpaquePointer?, UnsafeMutablePointer<UInt64>?, UnsafeMutablePointer<UnsafePointer<gh_event>?>?)
            -> gh_found = {
                state, cursor, event in
                guard let list = unsafe list(state), let cursor = unsafe cursor, let event = unsafe event else {
                    return Found.unreachable
                }
                guard unsafe cursor.pointee < UInt64(list.count) else { return Found.absent }
                unsafe event.pointee = list.events?[Int(cursor.pointee)]
                unsafe cursor.pointee += 1
                return Found.found
            }

    private static func list(_ state: OpaquePointer?) -> StateList? {
        guard let state = unsafe state else { return nil }
        return unsafe UnsafeRawPointer(state).assumingMemoryBound(to: StateList.self).pointee
    }

    private static func equal(_ one: gh_str, _ other: gh_str) -> Bool { unsafe gh_equal(one, other) != 0 }
}
