package import CGatehouse
import CModuleCall
import JSONText

/// Answers of what stands in a chain and is no module: they go the way that those of modules go.
package enum HostAnswer {
    package static let next: gh_outcome = Outcome.next

    // - Safety: `cm_reply_state` gives the state of the call that runs on this thread, or nothing.

    /// Answers. An answer of a kind that the callback does not take is an invalid answer.
    package static func give(_ answer: Answer, _ reply: UnsafeMutableRawPointer?) -> gh_outcome {
        unsafe with(reply) { state in
            guard state.kind.takes(answer) else { return state.refuse("this callback does not take that answer") }
            state.owe(answer.cookie)
            return state.take(answer)
        }
    }

    package static func fail(_ failure: Failure, _ reply: UnsafeMutableRawPointer?) -> gh_outcome {
        unsafe with(reply) { $0.take(failure) }
    }

    private static func with(
        _ reply: UnsafeMutableRawPointer?, _ body: (inout ReplyState) -> gh_outcome
    ) -> gh_outcome {
        guard let data = unsafe cm_reply_state(reply?.assumingMemoryBound(to: gh_reply.self)) else {
            return Outcome.failed
        }
        return unsafe body(&data.assumingMemoryBound(to: ReplyState.self).pointee)
    }
}

extension ReplyKind {
    /// Is this an answer of this kind?
    package func takes(_ answer: Answer) -> Bool {
        switch answer {
        case .denial: takesPlainDenial
        case .denialWithCode(_, let fields): takesCode && (takesFields || fields.text == "{}")
        case .denialWithText: self == .eventVerdict
        case .shadowBan: self == .registration
        case .object: takesObject
        case .users, .everyone: self == .users
        case .presence: self == .presence
        case .truth: self == .truth
        case .text: self == .text
        case .number: self == .number
        case .login: self == .login
        case .renewal: self == .renewal
        case .limits: self == .limits
        case .override: self == .override
        case .update: self == .update
        }
    }
}
