import CGatehouse

/// Answers that are values.
extension ReplyFunctions {
    // - Safety: as in ReplyFunctions.swift. What pointers lead to is copied before the function returns.

    static let giveTruth: @convention(c) (UnsafeMutablePointer<gh_reply>?, gh_bool) -> gh_outcome = { reply, truth in
        unsafe with(reply) { state throws(Handed.Refusal) in
            try check(state.kind == .truth, "yes or no")
            return state.take(.truth(truth != 0))
        }
    }

    static let giveText: @convention(c) (UnsafeMutablePointer<gh_reply>?, gh_str) -> gh_outcome = { reply, text in
        unsafe with(reply) { state throws(Handed.Refusal) in
            try check(state.kind == .text, "a text")
            return state.take(.text(try unsafe Handed.required(text, "the text")))
        }
    }

    static let giveNumber: @convention(c) (UnsafeMutablePointer<gh_reply>?, Int64) -> gh_outcome = { reply, number in
        unsafe with(reply) { state throws(Handed.Refusal) in
            try check(state.kind == .number, "a number")
            return state.take(.number(number))
        }
    }

    static let renew: @convention(c) (UnsafeMutablePointer<gh_reply>?, gh_bool, gh_bool, Int64) -> gh_outcome = {
        reply, valid, stale, expiration in
        unsafe with(reply) { state throws(Handed.Refusal) in
            try check(state.kind == .renewal, "a renewal")
            return state.take(
                .renewal(Renewal(isValid: valid != 0, isStale: stale != 0, expiration: expiration)))
        }
    }

    static let addLimit:
        @convention(c) (UnsafeMutablePointer<gh_reply>?, UnsafePointer<gh_media_upload_limit>?) -> gh_outcome = {
            reply, limit in
            unsafe with(reply) { state throws(Handed.Refusal) in
                try check(state.kind == .limits, "limits")
                guard let limit = unsafe limit else { return state.take(.limits([])) }
                return state.take(.limits([try unsafe MediaUploadLimit(handed: limit)]))
            }
        }

    static let overrideLimit:
        @convention(c) (UnsafeMutablePointer<gh_reply>?, UnsafePointer<gh_ratelimit_override>?) -> gh_outcome = {
            reply, limit in
            unsafe with(reply) { state throws(Handed.Refusal) in
                try check(state.kind == .override, "a rate limit")
                guard let limit = unsafe limit else { throw Handed.Refusal(reason: "the rate limit is absent") }
                return state.take(.override(try unsafe RatelimitOverride(handed: limit)))
            }
        }
}

/// Answers that may leave a cookie. It is owed back whatever becomes of the answer.
extension ReplyFunctions {
    static let logIn: @convention(c) (UnsafeMutablePointer<gh_reply>?, gh_str, UnsafePointer<UInt64>?) -> gh_outcome = {
        reply, user, cookie in
        unsafe with(reply) { state throws(Handed.Refusal) in
            let cookie = unsafe cookie?.pointee
            state.owe(cookie)
            try check(state.kind == .login, "a login")
            let user = try unsafe Handed.required(user, "the user id")
            if user.isEmpty { throw Handed.Refusal(reason: "the user id is empty") }
            return state.take(.login(userID: user, cookie: cookie))
        }
    }

    static let openUpdate:
        @convention(c) (UnsafeMutablePointer<gh_reply>?, Int64, UnsafePointer<UInt64>?) -> gh_outcome = {
            reply, milliseconds, cookie in
            unsafe with(reply) { state throws(Handed.Refusal) in
                let cookie = unsafe cookie?.pointee
                state.owe(cookie)
                try check(state.kind == .update, "a step of an update")
                if milliseconds < 0 { throw Handed.Refusal(reason: "the duration is negative") }
                return state.take(.update(milliseconds: milliseconds, cookie: cookie))
            }
        }
}

extension MediaUploadLimit {
    /// Copies what a module handed over. A record of an older contract lacks fields at its end.
    init(handed pointer: UnsafePointer<gh_media_upload_limit>) throws(Handed.Refusal) {
        var limit = unsafe gh_media_upload_limit()
        try unsafe Handed.copy(pointer, into: &limit, size: pointer.pointee.size, atLeast: 48, "an upload limit")
        if unsafe limit.max_bytes < 0 || limit.time_period_ms < 0 {
            throw Handed.Refusal(reason: "an upload limit is negative")
        }
        try unsafe self.init(
            maxBytes: limit.max_bytes, timePeriod: .milliseconds(limit.time_period_ms),
            infoURI: Handed.text(limit.info_uri, "info_uri of a limit"), canUpgrade: limit.can_upgrade != 0)
    }
}

extension RatelimitOverride {
    /// Synapse docs: a rate of 0 is no limit. Its code divides by it, or refuses everything where the burst is 0 too.
    init(handed pointer: UnsafePointer<gh_ratelimit_override>) throws(Handed.Refusal) {
        var limit = gh_ratelimit_override()
        try unsafe Handed.copy(pointer, into: &limit, size: pointer.pointee.size, atLeast: 24, "a rate limit")
        guard limit.per_second.isFinite, limit.per_second >= 0, limit.burst_count >= 0 else {
            throw Handed.Refusal(reason: "a rate limit is negative or no number")
        }
        if limit.per_second == 0 && limit.burst_count > 0 {
            throw Handed.Refusal(reason: "a rate of 0 goes with a burst of 0 alone")
        }
        self.init(perSecond: limit.per_second, burstCount: limit.burst_count)
    }
}

extension Handed {
    /// Copies a record that begins with its size: as much of it as both sides know.
    // - Safety: the contract says that `size` bytes are there; no field beyond them is read.
    static func copy<Record>(
        _ pointer: UnsafePointer<Record>, into record: inout Record, size: Int, atLeast first: Int, _ what: String
    ) throws(Refusal) {
        guard first...(1 << 16) ~= size else {
            throw Refusal(reason: "the size of \(what) is \(UInt(bitPattern: size))")
        }
        unsafe withUnsafeMutableBytes(of: &record) { copy in
            unsafe copy.copyMemory(from: UnsafeRawBufferPointer(start: pointer, count: min(size, copy.count)))
        }
    }
}
