import CGatehouse
import CallbackChains
import JSONText
import Testing

@testable import ModuleLoader

/// What a module hands over with an answer, good and bad.
@Suite struct ReplyFunctionsTests {
    private func outcome(_ kind: ReplyKind, _ use: (TestReply) -> UInt32) -> OwnOutcome {
        let reply = TestReply(kind)
        let word = use(reply)
        let outcome = reply.settle(word)
        let expected: UInt32 = outcome.settled == .answered ? 2 : 3
        return word == expected ? outcome : .invalid("the module was told \(word)")
    }

    @Test func `A failure with a status carries all that it was given`() {
        let failure = outcome(.verdict) { $0.fail(429, "M_LIMIT_EXCEEDED", "slower", "{\"retry_after_ms\":5}") }
        let fields = JSON(["retry_after_ms": 5])
        #expect(
            failure
                == .failed(.withStatus(status: 429, code: "M_LIMIT_EXCEEDED", message: "slower", fields: fields)))
    }

    @Test func `What a failure leaves out is filled in`() {
        let bare = Failure.withStatus(status: 403, code: "M_UNKNOWN", message: "", fields: JSON([:]))
        #expect(outcome(.notice) { $0.fail(403, .absent, .absent) } == .failed(bare))
        #expect(outcome(.notice) { $0.fail(0, .absent, .absent) } == .failed(.plain("")))
        let empty = Failure.withStatus(status: 403, code: "", message: "", fields: JSON([:]))
        #expect(outcome(.notice) { $0.fail(403, "", "", "{}") } == .failed(empty))
    }

    @Test func `A failure without a status is a message alone`() {
        #expect(outcome(.notice) { $0.fail(0, .absent, "why") } == .failed(.plain("why")))
        let refused = OwnOutcome.invalid("an error code or fields need a status")
        #expect(outcome(.notice) { $0.fail(0, "M_X", "why") } == refused)
        #expect(outcome(.notice) { $0.fail(0, .absent, "why", "{}") } == refused)
    }

    @Test(arguments: [300, 403, 599] as [UInt64]) func `A status of a failure is taken`(_ status: UInt64) {
        let failure = Failure.withStatus(status: Int(status), code: "M_X", message: "m", fields: JSON([:]))
        #expect(outcome(.verdict) { $0.fail(status, "M_X", "m") } == .failed(failure))
    }

    @Test(arguments: [1, 200, 299, 600, 1 << 32, 1 << 63, .max] as [UInt64])
    func `A status that is none of a failure is refused`(_ status: UInt64) {
        #expect(outcome(.verdict) { $0.fail(status, "M_X", "m") } == .invalid("\(status) is no status of a failure"))
    }

    static let badTexts: [(Text, String)] = [
        (.notUTF8, "is no UTF-8"), (Text(bytes: [0xED, 0xA0, 0x80]), "is no UTF-8"), (.tooLong, "is over 16 MiB"),
        (.absurd, "is over 16 MiB"), (.absurdToo, "is over 16 MiB"),
    ]

    @Test(arguments: badTexts) func `Text that is no text is refused, wherever it is handed over`(
        _ bad: Text, _ fault: String
    ) {
        func presence(_ change: (inout HandedPresence) -> Void) -> OwnOutcome {
            var presence = HandedPresence()
            change(&presence)
            return outcome(.presence) { $0.addPresence("@a:x", presence) }
        }
        let outcomes = [
            outcome(.verdict) { $0.fail(403, bad, "m") }, outcome(.verdict) { $0.fail(403, "M_X", "m", bad) },
            outcome(.verdict) { $0.deny(bad) }, outcome(.verdict) { $0.deny("M_X", bad) },
            outcome(.eventVerdict) { $0.denyWithText(bad) }, outcome(.rewriting) { $0.giveObject(bad) },
            outcome(.users) { $0.addUser(bad) }, outcome(.presence) { $0.addPresence(bad, nil) },
            presence { $0.user = bad }, presence { $0.state = bad }, presence { $0.status = bad },
        ]
        let names = [
            "the error code", "the fields", "the error code", "the fields", "the text",
            "the object", "the user id", "the user id", "user_id of a state", "state of a state",
            "status_msg of a state",
        ]
        #expect(outcomes == names.map { .invalid("\($0) \(fault)") })
    }

    @Test(arguments: [Text.absent, .absentWithLength]) func `What must be there is refused where it is absent`(
        _ absent: Text
    ) {
        var noUser = HandedPresence()
        noUser.user = absent
        var noState = HandedPresence()
        noState.state = absent
        let outcomes = [
            outcome(.eventVerdict) { $0.denyWithText(absent) }, outcome(.replacement) { $0.giveObject(absent) },
            outcome(.users) { $0.addUser(absent) }, outcome(.presence) { $0.addPresence(absent, HandedPresence()) },
            outcome(.presence) { $0.addPresence("@a:x", noUser) },
            outcome(.presence) { $0.addPresence("@a:x", noState) },
        ]
        let names = ["the text", "the object", "the user id", "the user id", "user_id of a state", "state of a state"]
        #expect(outcomes == names.map { .invalid("\($0) is absent") })
        #expect(outcome(.verdict) { $0.deny(absent, absent) } == .answered(.denial))
    }

    @Test(
        arguments: [
            (.notUTF8, "a\u{FFFD}"), (.tooLong, ""), (.absurd, ""),
            (.absurdToo, ""),
            (.absent, ""), (.absentWithLength, ""),
        ] as [(Text, String)])
    func `A message is for the log: it is mended and cut, and never refused`(_ bad: Text, _ message: String) {
        #expect(outcome(.verdict) { $0.fail(0, .absent, bad) } == .failed(.plain(message)))
        let failure = Failure.withStatus(status: 403, code: "M_X", message: message, fields: JSON([:]))
        #expect(outcome(.verdict) { $0.fail(403, "M_X", bad) } == .failed(failure))
    }

    @Test func `Fields need an error code`() {
        #expect(outcome(.verdict) { $0.deny(.absent, "{\"a\":1}") } == .invalid("fields need an error code"))
        #expect(outcome(.objection) { $0.deny(.absent, "{}") } == .invalid("fields need an error code"))
    }

    @Test func `As much as 16 MiB is taken`() {
        #expect(outcome(.eventVerdict) { $0.denyWithText(.longest) }.settled == .answered)
    }

    @Test func `Empty text is text`() {
        #expect(outcome(.eventVerdict) { $0.denyWithText("") } == .answered(.denialWithText("")))
        #expect(outcome(.verdict) { $0.deny("") } == .answered(.denialWithCode("", fields: JSON([:]))))
        #expect(outcome(.users) { $0.addUser("") } == .answered(.users([""])))
    }

    @Test func `Text keeps every byte`() {
        let text = "a\0b\n\"\u{301}😀"
        #expect(outcome(.eventVerdict) { $0.denyWithText(Text(text)) } == .answered(.denialWithText(text)))
    }

    @Test(arguments: ["[1]", "\"x\"", "1", "null", "true", "[{}]"]) func `JSON that is no object is refused`(
        _ json: String
    ) {
        let text = Text(json)
        #expect(outcome(.rewriting) { $0.giveObject(text) } == .invalid("the object is no JSON object"))
        #expect(outcome(.verdict) { $0.deny("M_X", text) } == .invalid("the fields is no JSON object"))
        #expect(outcome(.notice) { $0.fail(403, "M_X", "m", text) } == .invalid("the fields is no JSON object"))
    }

    @Test(arguments: ["", " ", "{", "{}}", "{\"a\":01}", "{'a':1}"]) func `What is no JSON is refused`(_ json: String) {
        guard case .invalid(let reason) = outcome(.replacement, { $0.giveObject(Text(json)) }) else {
            Issue.record("it was taken")
            return
        }
        #expect(reason.hasPrefix("the object is no JSON: "))
    }

    @Test func `An object stays the text that it was, but for the space around it`() {
        let text = "{\"b\": 1.50, \"a\":\"\\ud800\"}"
        guard case .answered(.object(let json)) = outcome(.replacement, { $0.giveObject(Text(" \(text)\n")) }) else {
            Issue.record("it was not taken")
            return
        }
        #expect(json.text == text)
    }

    @Test(arguments: [
        ("{\"code\":1}", "code"), ("{\"a\":1,\"msg\":null}", "msg"), ("{\"\\u0063ode\":1}", "code"),
        ("{\"msg\":1,\"code\":2}", "code"), ("{\"code\":1,\"n\":18446744073709551615}", "code"),
    ])
    func `Fields may not have the names that break Synapse's error writer`(_ fields: String, _ name: String) {
        let refused = OwnOutcome.invalid("a field may not be named \(name)")
        #expect(outcome(.verdict) { $0.deny("M_X", Text(fields)) } == refused)
        #expect(outcome(.objection) { $0.fail(403, "M_X", "m", Text(fields)) } == refused)
    }

    @Test(arguments: ["{\"a\":{\"code\":1}}", "{\"Code\":1,\"msgs\":2}", "{\"errcode\":\"M_Y\",\"error\":\"no\"}"])
    func `Other fields are taken as they are`(_ fields: String) throws {
        let json = try JSON(fields)
        #expect(outcome(.verdict) { $0.deny("M_X", Text(fields)) } == .answered(.denialWithCode("M_X", fields: json)))
    }

    @Test func `Without a reply there is nothing to answer to`() {
        let table = unsafe ReplyFunctions.table.pointee
        var nobody = unsafe gh_reply(
            size: MemoryLayout<gh_reply>.size, functions: ReplyFunctions.table, data: nil, process: nil)
        let words = unsafe [table.shadow_ban(nil), table.add_everyone(nil), table.shadow_ban(&nobody)]
        #expect(words == [3, 3, 3])
        #expect(table.size == MemoryLayout<gh_reply_functions>.size)
    }
}
