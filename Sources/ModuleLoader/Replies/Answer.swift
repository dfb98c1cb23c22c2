public import JSONText

/// What a module answered. Which of these a callback takes is its answer kind.
public enum Answer: Equatable, Sendable {
    /// The plain refusal, or the plain objection.
    case denial
    /// A refusal with a Matrix error code, and fields (a JSON object) for the client's error body.
    case denialWithCode(String, fields: JSON)
    /// A refusal with a text for the client.
    case denialWithText(String)
    case shadowBan
    /// The event to allow instead, the rewritten request, or what was asked for: a JSON object.
    case object(JSON)
    case users(Set<String>)
    case everyone
    /// Which states each user gets; the set may be empty.
    case presence([String: Set<PresenceState>])
    case truth(Bool)
    case text(String)
    case number(Int64)
    /// Who has logged in. The cookie is handed back once the response to the login is there.
    case login(userID: String, cookie: UInt64?)
    case renewal(Renewal)
    /// Limits on uploads; none: as much as one likes.
    case limits([MediaUploadLimit])
    case override(RatelimitOverride)
    /// A step of a background update may begin, and should take so many milliseconds. The cookie is handed back when it
    /// has ended.
    case update(milliseconds: Int64, cookie: UInt64?)
}

extension Answer {
    /// Adds a later answer of the same kind.
    package mutating func unite(with later: Answer) {
        switch (self, later) {
        case (.everyone, _): break
        case (.users(var users), .users(let more)):
            self = .shadowBan  // lets go of the set, so that it is not copied
            users.formUnion(more)
            self = .users(users)
        case (.presence(var entries), .presence(let more)):
            self = .shadowBan
            entries.merge(more) { $0.union($1) }
            self = .presence(entries)
        case (.limits(let limits), .limits(let more)): self = .limits(limits + more)
        default: self = later
        }
    }

    /// Adds the members of a later object; of the same key the later one stays.
    package mutating func merge(_ later: Answer) {
        guard case .object(let json) = self, case .object(var members) = json.value, case .object(let more) = later,
            case .object(let new) = more.value
        else { return self = later }
        for (key, value) in new.members { members[key] = value }
        self = .object(JSON(.object(members)))
    }

    /// The number that the module wants back.
    package var cookie: UInt64? {
        switch self {
        case .login(_, let cookie), .update(_, let cookie): cookie
        default: nil
        }
    }

    /// The same answer with another number in the place of its cookie.
    package func with(cookie: UInt64?) -> Answer {
        switch self {
        case .login(let userID, _): .login(userID: userID, cookie: cookie)
        case .update(let milliseconds, _): .update(milliseconds: milliseconds, cookie: cookie)
        default: self
        }
    }
}
