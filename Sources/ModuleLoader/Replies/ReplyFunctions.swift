import CGatehouse
import CModuleCall

/// The functions behind every reply: what a module calls to answer. They run on the thread that runs the callback, or for
/// a reply that was reopened on any.
@safe enum ReplyFunctions {
    /// One table for the life of the process.
    // - Safety: written once, before any module is called, and only read after that.
    nonisolated(unsafe) static let table: UnsafePointer<gh_reply_functions> = {
        let table = UnsafeMutablePointer<gh_reply_functions>.allocate(capacity: 1)
        unsafe table.initialize(
            to: gh_reply_functions(
                size: MemoryLayout<gh_reply_functions>.size, fail: fail, deny: deny, deny_with_text: denyWithText,
                shadow_ban: shadowBan, give_object: giveObject, add_user: addUser, add_everyone: addEveryone,
                add_presence: addPresence, defer: defer_, give_truth: giveTruth, give_text: giveText,
                give_number: giveNumber, log_in: logIn, renew: renew, add_limit: addLimit,
                override_limit: overrideLimit, open_update: openUpdate))
        return unsafe UnsafePointer(table)
    }()

    // - Safety: `cm_reply_state` gives the `ReplyState` of the call that runs on this thread, and nothing to a module that
    //   kept the reply for longer, or uses it on another thread. That is refused without a word.
    static func with(
        _ reply: UnsafeMutablePointer<gh_reply>?, _ body: (inout ReplyState) throws(Handed.Refusal) -> gh_outcome
    ) -> gh_outcome {
        guard let data = unsafe cm_reply_state(reply) else { return unsafe withReopened(reply, body) }
        let state = unsafe data.assumingMemoryBound(to: ReplyState.self)
        return unsafe state.pointee.checked(body)
    }

    // - Safety: `tickets` is never freed. The slot's call is a live object, or there is none.
    private static func withReopened(
        _ reply: UnsafeMutablePointer<gh_reply>?, _ body: (inout ReplyState) throws(Handed.Refusal) -> gh_outcome
    ) -> gh_outcome {
        guard let slot = unsafe cm_reply_reopened(reply), let tickets = unsafe slot.pointee.tickets else {
            return Outcome.failed
        }
        let call = unsafe Unmanaged<Tickets>.fromOpaque(tickets).takeUnretainedValue().call(at: slot.pointee.slot)
        return call?.answer { $0.checked(body) } ?? Outcome.failed
    }

    private static let fail:
        @convention(c) (UnsafeMutablePointer<gh_reply>?, UInt64, gh_str, gh_str, gh_json) -> gh_outcome = {
            reply, status, errcode, message, fields in
            unsafe with(reply) { state throws(Handed.Refusal) in
                let message = unsafe Handed.message(message)
                if status == 0 {
                    let isBare = unsafe errcode.ptr == nil && fields.text.ptr == nil
                    if !isBare { throw Handed.Refusal(reason: "an error code or fields need a status") }
                    return state.take(.plain(message))
                }
                guard 300..<600 ~= status else { throw Handed.Refusal(reason: "\(status) is no status of a failure") }
                let code = try unsafe Handed.text(errcode, "the error code") ?? "M_UNKNOWN"
                return state.take(
                    .withStatus(
                        status: Int(status), code: code, message: message, fields: try unsafe Handed.fields(fields)))
            }
        }

    private static let deny: @convention(c) (UnsafeMutablePointer<gh_reply>?, gh_str, gh_json) -> gh_outcome = {
        reply, errcode, fields in
        unsafe with(reply) { state throws(Handed.Refusal) in
            let hasFields = unsafe fields.text.ptr != nil
            guard let code = try unsafe Handed.text(errcode, "the error code") else {
                try check(state.kind.takesPlainDenial, "a plain denial")
                if hasFields { throw Handed.Refusal(reason: "fields need an error code") }
                return state.take(.denial)
            }
            try check(state.kind.takesCode, "an error code")
            try check(state.kind.takesFields || !hasFields, "fields")
            return state.take(.denialWithCode(code, fields: try unsafe Handed.fields(fields)))
        }
    }

    private static let denyWithText: @convention(c) (UnsafeMutablePointer<gh_reply>?, gh_str) -> gh_outcome = {
        reply, text in
        unsafe with(reply) { state throws(Handed.Refusal) in
            try check(state.kind == .eventVerdict, "a text")
            return state.take(.denialWithText(try unsafe Handed.required(text, "the text")))
        }
    }

    private static let shadowBan: @convention(c) (UnsafeMutablePointer<gh_reply>?) -> gh_outcome = { reply in
        unsafe with(reply) { state throws(Handed.Refusal) in
            try check(state.kind == .registration, "a shadow ban")
            return state.take(.shadowBan)
        }
    }

    private static let giveObject: @convention(c) (UnsafeMutablePointer<gh_reply>?, gh_json) -> gh_outcome = {
        reply, object in
        unsafe with(reply) { state throws(Handed.Refusal) in
            try check(state.kind.takesObject, "an object")
            guard let object = try unsafe Handed.object(object, "the object") else {
                throw Handed.Refusal(reason: "the object is absent")
            }
            return state.take(.object(object))
        }
    }

    private static let addUser: @convention(c) (UnsafeMutablePointer<gh_reply>?, gh_str) -> gh_outcome = {
        reply, user in
        unsafe with(reply) { state throws(Handed.Refusal) in
            try check(state.kind == .users, "users")
            return state.take(.users([try unsafe Handed.required(user, "the user id")]))
        }
    }

    private static let addEveryone: @convention(c) (UnsafeMutablePointer<gh_reply>?) -> gh_outcome = { reply in
        unsafe with(reply) { state throws(Handed.Refusal) in
            try check(state.kind == .users, "users")
            return state.take(.everyone)
        }
    }

    private static let addPresence:
        @convention(c) (
            UnsafeMutablePointer<gh_reply>?, gh_str, UnsafePointer<gh_presence_state>?
        ) -> gh_outcome = { reply, user, presence in
            unsafe with(reply) { state throws(Handed.Refusal) in
                try check(state.kind == .presence, "presence")
                let user = try unsafe Handed.required(user, "the user id")
                guard let presence = unsafe presence else { return state.take(.presence([user: []])) }
                return state.take(.presence([user: [try unsafe PresenceState(handed: presence)]]))
            }
        }

    private static let defer_:
        @convention(c) (UnsafeMutablePointer<gh_reply>?, UnsafeMutablePointer<gh_late>?) -> gh_outcome = {
            reply, late in
            unsafe with(reply) { state throws(Handed.Refusal) in
                guard let late = unsafe late else { throw Handed.Refusal(reason: "it has no room for a ticket") }
                guard let call = try state.postpone() else { return Outcome.failed }
                unsafe late.pointee = gh_late(ticket: call.ticket, call: UnsafeRawPointer(call.arguments.pointer.raw))
                return Outcome.pending
            }
        }

    static func check(_ fits: Bool, _ what: String) throws(Handed.Refusal) {
        if !fits { throw Handed.Refusal(reason: "this callback does not take \(what)") }
    }
}

extension ReplyState {
    /// What `body` makes of it; a refusal of what was handed over is noted.
    fileprivate mutating func checked(
        _ body: (inout ReplyState) throws(Handed.Refusal) -> gh_outcome
    ) -> gh_outcome {
        do {
            return try body(&self)
        } catch {
            return refuse(error.reason)
        }
    }
}

extension PresenceState {
    /// Copies what a module handed over. A record of an older contract lacks fields at its end.
    // - Safety: the contract says that `size` bytes are there; no field beyond them is read.
    init(handed pointer: UnsafePointer<gh_presence_state>) throws(Handed.Refusal) {
        let size = unsafe pointer.pointee.size
        guard Self.firstSize...(1 << 16) ~= size else {
            throw Handed.Refusal(reason: "the size of a presence state is \(UInt(bitPattern: size))")
        }
        var state = unsafe gh_presence_state()
        unsafe withUnsafeMutableBytes(of: &state) { copy in
            unsafe copy.copyMemory(from: UnsafeRawBufferPointer(start: pointer, count: min(size, copy.count)))
        }
        try unsafe self.init(
            userID: Handed.required(state.user_id, "user_id of a state"),
            state: Handed.required(state.state, "state of a state"), lastActive: state.last_active_ts,
            lastFederationUpdate: state.last_federation_update_ts, lastUserSync: state.last_user_sync_ts,
            statusMessage: Handed.text(state.status_msg, "status_msg of a state"),
            isCurrentlyActive: state.currently_active != 0)
    }

    /// What the record of contract 1.0 has. Never changes.
    private static let firstSize = 88
}
