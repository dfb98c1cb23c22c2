import CGatehouse
import CModuleCall
import JSONText

@testable import CallbackChains
@testable import ModuleLoader

/// A reply as a module gets it, and what became of it.
@safe final class TestReply {
    private let state = UnsafeMutablePointer<ReplyState>.allocate(capacity: 1)
    private let reply: UnsafeMutablePointer<cm_reply>
    /// The cookies that the last link left behind for nothing.
    private(set) var unused: [UInt64] = []

    // - Safety: the state lives as long as this, and a test makes, uses and drops it on one thread.

    init(_ kind: ReplyKind) {
        unsafe state.initialize(to: ReplyState(kind))
        unsafe reply = cm_reply_borrow(nil, state) ?? cm_reply_make(ReplyFunctions.table, nil, state)
    }

    deinit {
        unsafe cm_reply_return(reply)
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
    }

    private var base: UnsafeMutablePointer<gh_reply> {
        unsafe UnsafeMutableRawPointer(reply).assumingMemoryBound(to: gh_reply.self)
    }

    var touched: Bool { unsafe reply.pointee.touched != 0 }

    /// What the link said, when it returned this word.
    func settle(_ outcome: UInt32) -> OwnOutcome {
        let said = unsafe state.pointee.settle(Stop(link: 0, outcome: outcome, threw: false)) { "no exception" }
        unused = said.unused
        return said.own ?? .next
    }
}

/// The functions of the contract. Each gives the word that it gives to the module.
extension TestReply {
    func fail(_ status: UInt64, _ code: Text, _ message: Text, _ fields: Text = .absent) -> UInt32 {
        unsafe ReplyFunctions.table.pointee.fail(base, status, code.str, message.str, fields.json)
    }

    func deny(_ code: Text = .absent, _ fields: Text = .absent) -> UInt32 {
        unsafe ReplyFunctions.table.pointee.deny(base, code.str, fields.json)
    }

    func denyWithText(_ text: Text) -> UInt32 {
        unsafe ReplyFunctions.table.pointee.deny_with_text(base, text.str)
    }

    func shadowBan() -> UInt32 { unsafe ReplyFunctions.table.pointee.shadow_ban(base) }

    func giveObject(_ object: Text) -> UInt32 {
        unsafe ReplyFunctions.table.pointee.give_object(base, object.json)
    }

    func addUser(_ user: Text) -> UInt32 { unsafe ReplyFunctions.table.pointee.add_user(base, user.str) }

    func addEveryone() -> UInt32 { unsafe ReplyFunctions.table.pointee.add_everyone(base) }

    func addPresence(_ user: Text, _ presence: HandedPresence?) -> UInt32 {
        guard let presence else { return unsafe ReplyFunctions.table.pointee.add_presence(base, user.str, nil) }
        var record = unsafe presence.record
        return unsafe ReplyFunctions.table.pointee.add_presence(base, user.str, &record)
    }

    func giveTruth(_ truth: UInt64) -> UInt32 { unsafe ReplyFunctions.table.pointee.give_truth(base, truth) }

    func giveText(_ text: Text) -> UInt32 { unsafe ReplyFunctions.table.pointee.give_text(base, text.str) }

    func giveNumber(_ number: Int64) -> UInt32 { unsafe ReplyFunctions.table.pointee.give_number(base, number) }

    func logIn(_ user: Text, _ cookie: UInt64?) -> UInt32 {
        guard var cookie else { return unsafe ReplyFunctions.table.pointee.log_in(base, user.str, nil) }
        return unsafe ReplyFunctions.table.pointee.log_in(base, user.str, &cookie)
    }

    func renew(_ valid: UInt64, _ stale: UInt64, _ expiration: Int64) -> UInt32 {
        unsafe ReplyFunctions.table.pointee.renew(base, valid, stale, expiration)
    }

    func addLimit(_ limit: HandedLimit?) -> UInt32 {
        guard let limit else { return unsafe ReplyFunctions.table.pointee.add_limit(base, nil) }
        var record = unsafe limit.record
        return unsafe ReplyFunctions.table.pointee.add_limit(base, &record)
    }

    func overrideLimit(_ perSecond: Double, _ burst: Int64, size: Int = 24) -> UInt32 {
        var record = gh_ratelimit_override(size: size, per_second: perSecond, burst_count: burst)
        return unsafe ReplyFunctions.table.pointee.override_limit(base, &record)
    }

    func openUpdate(_ milliseconds: Int64, _ cookie: UInt64?) -> UInt32 {
        guard var cookie else { return unsafe ReplyFunctions.table.pointee.open_update(base, milliseconds, nil) }
        return unsafe ReplyFunctions.table.pointee.open_update(base, milliseconds, &cookie)
    }

    func postpone() -> UInt32 {
        var late = unsafe gh_late()
        return unsafe ReplyFunctions.table.pointee.defer(base, &late)
    }
}

/// A presence state as a module hands it over.
struct HandedPresence {
    var size = unsafe MemoryLayout<gh_presence_state>.size
    var user: Text = "@a:x"
    var state: Text = "online"
    var status: Text = .absent
    var active: UInt64 = 0

    var record: gh_presence_state {
        unsafe gh_presence_state(
            size: size, user_id: user.str, state: state.str, last_active_ts: 1, last_federation_update_ts: 2,
            last_user_sync_ts: 3, status_msg: status.str, currently_active: active)
    }
}

/// An upload limit as a module hands it over.
struct HandedLimit {
    var size = unsafe MemoryLayout<gh_media_upload_limit>.size
    var bytes: Int64 = 1
    var period: Int64 = 2
    var uri: Text = "i"

    var record: gh_media_upload_limit {
        unsafe gh_media_upload_limit(
            size: size, max_bytes: bytes, time_period_ms: period, info_uri: uri.str, can_upgrade: 0)
    }
}
