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

    package init(module: String, code: String? = nil, text: String? = nil, fields: JSON = JSON([:])) {
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

extension CallResult {
    private var module: String { decidedBy ?? "" }

    package var verdict: Verdict {
        switch outcome {
        case .answered(.denialWithCode(let code, let fields)):
            .deny(Denial(module: module, code: code, fields: fields))
        case .answered(.denialWithText(let text)): .deny(Denial(module: module, code: "M_FORBIDDEN", text: text))
        case .answered: .deny(Denial(module: module))
        default: .allow
        }
    }

    package var registrationVerdict: RegistrationVerdict {
        switch outcome {
        case .answered(.shadowBan): .shadowBan(module: module)
        case .answered: .deny(module: module)
        default: .allow
        }
    }

    package var eventVerdict: EventVerdict {
        switch outcome {
        case .answered(.object(let event)): .replace(event, module: module)
        case .answered: .deny(module: module)
        default: .allow
        }
    }

    package var interestedUsers: InterestedUsers {
        switch outcome {
        case .answered(.everyone): .everyone
        case .answered(.users(let users)): .users(users)
        default: .users([])
        }
    }

    package var presence: [String: Set<PresenceState>] {
        if case .answered(.presence(let entries)) = outcome { entries } else { [:] }
    }

    package var truth: Bool? { if case .answered(.truth(let truth)) = outcome { truth } else { nil } }

    package var text: String? { if case .answered(.text(let text)) = outcome { text } else { nil } }

    package var number: Int64? { if case .answered(.number(let number)) = outcome { number } else { nil } }

    package var renewal: Renewal? { if case .answered(.renewal(let renewal)) = outcome { renewal } else { nil } }

    package var limits: [MediaUploadLimit]? { if case .answered(.limits(let limits)) = outcome { limits } else { nil } }

    package var override: RatelimitOverride? {
        if case .answered(.override(let limit)) = outcome { limit } else { nil }
    }

    package var object: JSON? { if case .answered(.object(let json)) = outcome { json } else { nil } }
}
