import CallbackChains
import JSONText
import ModuleLoader
import Testing

@testable import MatrixCallbacks

struct AnswerJSONTests {
    private let verdict = Catalogue.callback("spam_checker.user_may_invite")
    private let rewriting = Catalogue.callback("third_party_rules.on_create_room")

    private static let answers: [(Answer, JSONValue)] = [
        (.denial, ["outcome": "answered", "deny": true]),
        (
            .denialWithCode("M_X", fields: JSON(["error": "no"])),
            ["outcome": "answered", "deny_code": "M_X", "extra": ["error": "no"]]
        ),
        (.denialWithText("no"), ["outcome": "answered", "text": "no"]),
        (.shadowBan, ["outcome": "answered", "shadow_ban": true]),
        (.object(JSON(["a": 1])), ["outcome": "answered", "replace": ["a": 1]]),
        (.users(["@b", "@a"]), ["outcome": "answered", "users": ["@a", "@b"]]),
        (.everyone, ["outcome": "answered", "all_users": true]),
        (.presence(["@a": []]), ["outcome": "answered", "users": ["@a": []]]),
        (.truth(false), ["outcome": "answered", "value": false]),
        (.text(""), ["outcome": "answered", "value": ""]),
        (.number(-7), ["outcome": "answered", "value": -7]),
        (.login(userID: "@a", cookie: nil), ["outcome": "answered", "value": "@a"]),
        (.login(userID: "@a", cookie: 9), ["outcome": "answered", "value": "@a", "cookie": 9]),
        (.update(milliseconds: 100, cookie: 3), ["outcome": "answered", "value": 100, "cookie": 3]),
        (
            .renewal(Renewal(isValid: true, isStale: false, expiration: 5)),
            ["outcome": "answered", "value": [true, false, 5]]
        ),
        (
            .limits([MediaUploadLimit(maxBytes: 1, timePeriod: .seconds(2))]),
            [
                "outcome": "answered",
                "value": [["max_bytes": 1, "time_period_ms": 2000, "info_uri": .null, "can_upgrade": false]],
            ]
        ),
        (
            .override(RatelimitOverride(perSecond: 0.5, burstCount: 3)),
            ["outcome": "answered", "value": ["per_second": .number(0.5), "burst_count": 3]]
        ),
    ]

    @Test(arguments: answers)
    func `an answer has the words of recordings`(answer: Answer, json: JSONValue) throws {
        let callback = try #require(verdict)
        #expect(JSONValue.object(callback.members(of: .answered(answer) as CallResult.Outcome)) == json)
    }

    @Test func `what a rewriting callback answers is called a rewrite`() throws {
        let callback = try #require(rewriting)
        #expect(callback.members(of: Answer.object(JSON(["a": 1]))) == ["rewrite": ["a": 1]])
    }

    @Test func `users and states come out sorted`() throws {
        let callback = try #require(verdict)
        let states = ["offline", "online", "busy"].map { PresenceState(userID: "@x", state: $0) }
        let members = callback.members(of: Answer.presence(["@b": Set(states), "@a": []]))
        #expect(members["users"]?.text.hasPrefix(#"{"@a":[],"@b":["#) == true)
        #expect(members["users"]?["@b"]?.elements.compactMap { $0["state"]?.string } == ["busy", "offline", "online"])
    }

    @Test func `failures say what was raised`() throws {
        let callback = try #require(verdict)
        let error = Failure.withStatus(status: 429, code: "M_L", message: "slow", fields: JSON(["retry_after_ms": 1]))
        let raised: JSONObject = [
            "outcome": "failed",
            "synapse_error": ["status": 429, "code": "M_L", "msg": "slow", "fields": ["retry_after_ms": 1]],
        ]
        #expect(callback.members(of: CallResult.Outcome.failed(error)) == raised)
        #expect(callback.members(of: OwnOutcome.failed(.plain("boom"))) == ["outcome": "failed", "fail": "boom"])
        #expect(callback.members(of: OwnOutcome.invalid("x")) == ["outcome": "invalid", "invalid": "x"])
        #expect(callback.members(of: CallResult.Outcome.next) == ["outcome": "next"])
    }
}
