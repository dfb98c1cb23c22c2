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
    /// The event to allow instead, or the rewritten request: a JSON object.
    case object(JSON)
    case users(Set<String>)
    case everyone
    /// Which states each user gets; the set may be empty.
    case presence([String: Set<PresenceState>])
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
        default: self = later
        }
    }
}
