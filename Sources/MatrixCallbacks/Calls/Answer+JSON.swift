package import JSONText
package import ModuleLoader

/// Answers and failures in the words of JSON: what `gatehouse call` prints and recordings hold.
extension Callback {
    /// The keys that stand beside `outcome` for an answer of this callback.
    package func members(of answer: Answer) -> JSONObject {
        switch answer {
        case .denial: ["deny": true]
        case .denialWithCode(let code, let fields): ["deny_code": .string(code), "extra": fields.value]
        case .denialWithText(let text): ["text": .string(text)]
        case .shadowBan: ["shadow_ban": true]
        case .object(let json): [objectKey: json.value]
        case .users(let users): ["users": .array(users.sorted().map { .string($0) })]
        case .everyone: ["all_users": true]
        case .presence(let entries): ["users": .object(Self.json(entries))]
        case .truth(let truth): ["value": .bool(truth)]
        case .text(let text): ["value": .string(text)]
        case .number(let number): ["value": .integer(number)]
        case .login(let userID, let cookie): JSONObject(value: .string(userID), cookie: cookie)
        case .update(let milliseconds, let cookie): JSONObject(value: .integer(milliseconds), cookie: cookie)
        case .renewal(let renewal): ["value": renewal.json]
        case .limits(let limits): ["value": .array(limits.map(\.json))]
        case .override(let limit): ["value": limit.json]
        }
    }

    private var objectKey: String {
        switch reply {
        case .rewriting: "rewrite"
        case .object: "value"
        default: "replace"
        }
    }

    private static func json(_ entries: [String: Set<PresenceState>]) -> JSONObject {
        var object = JSONObject()
        for (user, states) in entries.sorted(by: { $0.key < $1.key }) {
            object[user] = .array(states.map(\.json).sorted { $0.text < $1.text })
        }
        return object
    }

    package func members(of own: OwnOutcome) -> JSONObject {
        switch own {
        case .next: ["outcome": "next"]
        case .answered(let answer): JSONObject(outcome: "answered", members(of: answer))
        case .failed(let failure): JSONObject(outcome: "failed", failure.members)
        case .invalid(let reason): ["outcome": "invalid", "invalid": .string(reason)]
        case .pending: ["outcome": "pending"]
        case .unavailable(let why): ["outcome": "unavailable", "unavailable": .string(why.text)]
        }
    }

    /// `outcome` and what belongs to it.
    package func members(of outcome: CallResult.Outcome) -> JSONObject {
        switch outcome {
        case .next: ["outcome": "next"]
        case .answered(let answer): members(of: .answered(answer) as OwnOutcome)
        case .failed(let failure): members(of: .failed(failure) as OwnOutcome)
        case .cancelled: ["outcome": "cancelled"]
        }
    }
}

extension Failure {
    package var members: JSONObject {
        switch self {
        case .plain(let message): ["fail": .string(message)]
        case .withStatus(let status, let code, let message, let fields):
            [
                "synapse_error": [
                    "status": .integer(Int64(status)), "code": .string(code), "msg": .string(message),
                    "fields": fields.value,
                ]
            ]
        }
    }
}

extension PresenceState {
    var json: JSONValue {
        [
            "user_id": .string(userID), "state": .string(state), "last_active_ts": .integer(lastActive),
            "last_federation_update_ts": .integer(lastFederationUpdate), "last_user_sync_ts": .integer(lastUserSync),
            "status_msg": statusMessage.map { .string($0) } ?? .null, "currently_active": .bool(isCurrentlyActive),
        ]
    }
}

extension Renewal {
    fileprivate var json: JSONValue { [.bool(isValid), .bool(isStale), .integer(expiration)] }
}

extension MediaUploadLimit {
    var json: JSONValue {
        [
            "max_bytes": .integer(maxBytes), "time_period_ms": .integer(milliseconds),
            "info_uri": infoURI.map { .string($0) } ?? .null, "can_upgrade": .bool(canUpgrade),
        ]
    }
}

extension RatelimitOverride {
    fileprivate var json: JSONValue { ["per_second": .number(perSecond), "burst_count": .integer(burstCount)] }
}

extension JSONObject {
    /// `cookie` is the host's number; the module's own in what a module says itself.
    fileprivate init(value: JSONValue, cookie: UInt64?) {
        self = ["value": value]
        self["cookie"] = cookie.map { .integer(Int64(truncatingIfNeeded: $0)) }
    }

    fileprivate init(outcome: String, _ members: JSONObject) {
        self = ["outcome": .string(outcome)]
        for (key, value) in members.members { self[key] = value }
    }
}
