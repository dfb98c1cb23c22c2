public import JSONText
package import ModuleLoader

/// May it be done?
public enum Verdict: Equatable, Sendable {
    case allow
    case deny(Denial)
}

/// A refusal. It is an answer, not an error.
public struct Denial: Equatable, Sendable {
    /// The module that refused.
    public let module: String
    /// A Matrix error code; nil for a plain objection.
    public let code: String?
    /// A text for the client.
    public let text: String?
    /// Fields for the client's error body, a JSON object; its `error` is the text that the client sees.
    public let fields: JSON

    package init(module: String, code: String? = nil, text: String? = nil, fields: JSON = .noMembers) {
        (self.module, self.code, self.text, self.fields) = (module, code, text, fields)
    }
}

/// May this account be made?
public enum RegistrationVerdict: Equatable, Sendable {
    case allow
    case deny(module: String)
    case shadowBan(module: String)
}

/// May this event be sent?
public enum EventVerdict: Equatable, Sendable {
    case allow
    case deny(module: String)
    /// Allowed, with this whole event instead.
    case replace(JSON, module: String)
}

/// Whose presence does a user see besides that of those who share a room?
public enum InterestedUsers: Equatable, Sendable {
    case users(Set<String>)
    case everyone
}

/// Typed answers.
extension CallEnd {
    /// The module that decided.
    package var module: String { if case .said(let result) = self { result.decidedBy ?? "" } else { "" } }

    /// Nil: nobody had anything to say.
    package var answer: Answer? {
        guard case .said(let result) = self, case .answered(let answer) = result.outcome else { return nil }
        return answer
    }

    @inlinable package var verdict: Verdict { if case .allNext = self { .allow } else { saidVerdict } }

    @usableFromInline var saidVerdict: Verdict {
        switch answer {
        case .denialWithCode(let code, let fields)?:
            .deny(Denial(module: module, code: code, fields: fields))
        case .denialWithText(let text)?: .deny(Denial(module: module, code: "M_FORBIDDEN", text: text))
        case .some: .deny(Denial(module: module))
        case nil: .allow
        }
    }

    package var registrationVerdict: RegistrationVerdict {
        switch answer {
        case .shadowBan?: .shadowBan(module: module)
        case .some: .deny(module: module)
        case nil: .allow
        }
    }

    package var eventVerdict: EventVerdict {
        switch answer {
        case .object(let event)?: .replace(event, module: module)
        case .some: .deny(module: module)
        case nil: .allow
        }
    }

    package var interestedUsers: InterestedUsers {
        switch answer {
        case .everyone?: .everyone
        case .users(let users)?: .users(users)
        default: .users([])
        }
    }

    package var presence: [String: Set<PresenceState>] {
        if case .presence(let entries)? = answer { entries } else { [:] }
    }

    package var truth: Bool? { if case .truth(let truth)? = answer { truth } else { nil } }

    package var text: String? { if case .text(let text)? = answer { text } else { nil } }

    package var number: Int64? { if case .number(let number)? = answer { number } else { nil } }

    package var renewal: Renewal? { if case .renewal(let renewal)? = answer { renewal } else { nil } }

    package var limits: [MediaUploadLimit]? { if case .limits(let limits)? = answer { limits } else { nil } }

    package var override: RatelimitOverride? {
        if case .override(let limit)? = answer { limit } else { nil }
    }

    package var object: JSON? { if case .object(let json)? = answer { json } else { nil } }
}
