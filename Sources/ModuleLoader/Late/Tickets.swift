import CGatehouse
import CModuleCall
import Synchronization

/// The tickets of one instance. Never freed, because a thread of the module may come with an old ticket at any time.
///
/// A ticket is the number of a slot and the slot's generation. So one that is finished is known as such, and never taken
/// for a later one. A slot is used again only after many others.
@safe final class Tickets: @unchecked Sendable {
    @safe fileprivate struct Slot {
        var generation: UInt32 = 1
        var call: LateCall?
        let reply: UnsafeMutablePointer<cm_reply>
    }

    private struct State {
        var slots: [Slot] = []
        var free = FIFO<Int>()

        var count: Int { slots.count - free.count }
    }

    private let state = Mutex(State())
    /// As many as may be open at a time.
    static let limit = 10_000
    /// So many slots rest before the first of them is used again.
    private static let resting = 256

    /// How many calls the module has deferred and not finished.
    var count: Int { state.withLock { $0.count } }

    /// - Returns: nil: too many are open.
    func issue(_ kind: ReplyKind, _ arguments: KeptCall, _ process: CallingProcess = .unknown) -> LateCall? {
        state.withLock { state in
            if state.count >= Self.limit { return nil }
            let place = state.free.count > Self.resting ? state.free.popFirst() : nil
            let slot = place ?? state.slots.count
            if place == nil { unsafe state.slots.append(Slot(reply: reply(for: slot))) }
            let ticket = UInt64(state.slots[slot].generation) << 32 | UInt64(slot)
            let call = LateCall(ticket: ticket, kind, arguments)
            state.slots[slot].call = call
            unsafe state.slots[slot].reply.pointee.base.process = process.record
            return call
        }
    }

    // - Safety: this object is held by a host table, which is never freed.
    private func reply(for slot: Int) -> UnsafeMutablePointer<cm_reply> {
        unsafe cm_reply_make_open(ReplyFunctions.table, Unmanaged.passUnretained(self).toOpaque(), UInt64(slot))
    }

    /// The call of a ticket that is open.
    func call(of ticket: UInt64) -> LateCall? { state.withLock { $0.slots.at(ticket)?.call } }

    /// The call that has a slot now.
    func call(at slot: UInt64) -> LateCall? {
        state.withLock { $0.slots.indices.contains(Int(slot)) ? $0.slots[Int(slot)].call : nil }
    }

    /// What a module answers with. Nil: there is no such ticket, or it is too late.
    func reopen(_ ticket: UInt64, _ kind: ReplyKind?) -> UnsafeMutablePointer<cm_reply>? {
        guard let slot = state.withLock({ $0.slots.at(ticket) }), let call = slot.call, call.reopen(kind) else {
            return nil
        }
        return unsafe slot.reply
    }

    /// The call of a ticket, which is no ticket any more. Nil: it was none.
    func take(_ ticket: UInt64) -> LateCall? {
        state.withLock { state in
            guard let call = state.slots.at(ticket)?.call else { return nil }
            let slot = Int(ticket & 0xFFFF_FFFF)
            state.slots[slot].call = nil
            state.slots[slot].generation &+= 1
            state.free.append(slot)
            return call
        }
    }
}

extension [Tickets.Slot] {
    fileprivate func at(_ ticket: UInt64) -> Tickets.Slot? {
        let slot = Int(ticket & 0xFFFF_FFFF)
        guard indices.contains(slot), self[slot].generation == UInt32(ticket >> 32) else { return nil }
        return self[slot]
    }
}
