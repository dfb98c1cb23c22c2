import Gatehouse

/// Answers that are values.
extension ScriptedAnswer {
    static func values(_ kind: ReplyKind) -> [ScriptedAnswer] {
        switch kind {
        case .truth: [true, false].map { ScriptedAnswer(["value": .bool($0)], .truth($0), .truth($0)) }
        case .text: ["Dr. \u{e9}", ""].map { ScriptedAnswer(["value": .string($0)], .text($0), .text($0)) }
        case .number: [7, 1].map { ScriptedAnswer(["value": .integer($0)], .number($0), .number($0)) }
        case .object: [ScriptedAnswer(["value": ["a": [1]]], .object(JSON(["a": [1]])), .object(JSON(["a": [1]])))]
        case .login: [ScriptedAnswer(["value": "@b:x"], .login("@b:x"), .login(userID: "@b:x", cookie: nil))]
        case .renewal: [ScriptedAnswer(["value": [true, false, 9]], .renewal(renewal), .renewal(renewal))]
        case .limits:
            [
                ScriptedAnswer(["value": [limitJSON(1), limitJSON(2)]], .limits(limits), .limits(limits)),
                ScriptedAnswer(["value": []], .limits([]), .limits([])),
            ]
        case .override:
            [
                ScriptedAnswer(
                    ["value": ["per_second": .number(0.5), "burst_count": 3]], .override(limit), .override(limit))
            ]
        case .update:
            [ScriptedAnswer(["value": 100], .step(.milliseconds(100)), .update(milliseconds: 100, cookie: nil))]
        default: []
        }
    }

    private static let renewal = Renewal(isValid: true, isStale: false, expiration: 9)
    private static let limit = RatelimitOverride(perSecond: 0.5, burstCount: 3)

    /// The longest period comes first, whatever a module says.
    private static let limits = [2, 1].map {
        MediaUploadLimit(maxBytes: 10, timePeriod: .milliseconds($0), infoURI: nil, canUpgrade: true)
    }

    private static func limitJSON(_ period: Int64) -> JSONValue {
        ["max_bytes": 10, "time_period_ms": .integer(period), "info_uri": .null, "can_upgrade": true]
    }
}
