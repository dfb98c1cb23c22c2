import CallbackChains
package import JSONText

/// Results in the words of JSON: what `gatehouse call` prints and a server answers.
extension CallResult {
    /// `outcome` and what belongs to it, `decided_by`, and with the trail `trail` and `held`.
    package func members(for callback: Callback, withTrail: Bool) -> JSONObject {
        var object = callback.members(of: outcome)
        object["decided_by"] = decidedBy.map { .string($0) } ?? .null
        guard withTrail, let trail else { return object }
        object["trail"] = .array(trail.map(\.json))
        object["held"] = .string(held.words)
        return object
    }
}

extension TrailStep {
    package var json: JSONValue {
        var object: JSONObject = [
            "module": .string(module), "outcome": .string(outcome), "nanoseconds": .integer(duration.nanoseconds),
        ]
        object["message"] = message.map { .string($0) }
        return .object(object)
    }
}

extension Duration {
    /// Cut to 64 bits, which are 292 years.
    package var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}

extension CallResult.Held {
    package var words: String {
        switch self {
        case .rule(let rule): "rule: \(rule.rawValue)"
        case .failure(let rule): "failure: \(rule.rawValue)"
        case .invalidAnswer(let rule): "invalid answer: \(rule.rawValue)"
        case .unavailable(let rule): "no answer: \(rule.rawValue)"
        case .cancellation: "the caller has gone away"
        }
    }
}
