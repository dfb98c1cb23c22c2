import Gatehouse
import Testing

/// Modules that answer late, in every callback and in every way.
struct LateAnswerTests {
    private static let join = "spam_checker.user_may_join_room"
    private static let joining = #"{"user_id": "@a:x.org", "room_id": "!r:x.org", "is_invited": false}"#

    /// What the tardy module answers in a callback, after the callback's rules.
    private func answer(of callback: Callback) -> CallResult.Outcome {
        switch callback.reply {
        case .verdict, .eventVerdict, .code: .answered(.denialWithCode("M_LATE", fields: JSON([:])))
        case .objection, .registration: .answered(.denial)
        case .replacement, .rewriting: .answered(.object(JSON(["late": true])))
        case .notice: .next
        case .users: .answered(.users(["@late:x.org"]))
        case .presence: .answered(.presence(["@late:x.org": []]))
        case .truth: .answered(.truth(true))
        case .text: .answered(.text("late"))
        case .number: .answered(.number(7))
        case .object: .answered(.object(JSON(["late": true])))
        case .login: .answered(.login(userID: "@late:x.org", cookie: nil))
        case .renewal, .limits, .override, .update: .next
        }
    }

    /// Those that several modules may have side by side. Cookies go to whom they are from.
    private static let shared = TypedCall.all.filter { call in
        guard let callback = Catalogue.callback(call.name) else { return false }
        return callback.rule != .exclusive && callback.rule != .firstModule && !callback.takesCookies
    }

    @Test(arguments: shared, [nil, "prompt", "concurrent"])
    func `every callback may be answered late, by another thread or before it returns`(
        call: TypedCall, flags: String?
    ) async throws {
        let callback = try #require(Catalogue.callback(call.name))
        for how in ["thread", "before"] {
            let host = try TestModules.host(.tardy(how, flags: flags, answers: true), .patient())
            let result = try await host.call(call.name, arguments: call.arguments.text, traced: true)
            #expect(result.outcome == answer(of: callback), "\(how)")
            #expect(result.trail?.first?.outcome == (answer(of: callback) == .next ? "next" : "answered"))
            host.shutDown()
        }
    }

    @Test func `a module that has deferred too many calls and finished none fails those that it defers`() async throws {
        let host = try TestModules.host([.tardy("cancel")], deadline: .seconds(3600))
        let many = Task {
            try await withThrowingTaskGroup { group in
                for _ in 0..<10_000 { group.addTask { try await host.call(Self.join, arguments: Self.joining) } }
                try await group.waitForAll()
            }
        }
        await eventually { host.states[0].openTickets == 10_000 }
        #expect(
            try await host.call(Self.join, arguments: Self.joining).outcome
                == .failed(.plain("it has deferred 10000 calls that it has not finished")))
        many.cancel()
        _ = await many.result
        await eventually { host.states[0].openTickets == 0 }
        host.shutDown()
    }

    @Test(arguments: shared)
    func `the typed calls say what a late module says`(call: TypedCall) async throws {
        let (late, atOnce) = (
            try TestModules.host(.tardy("thread", name: "m")), try TestModules.host(.patient("m"))
        )
        #expect(try await call.later(late, Sample()) == call.later(atOnce, Sample()))
        late.shutDown()
        atOnce.shutDown()
    }

    @Test(arguments: ["thread", "before"], [nil, "prompt"])
    func `a module that says next late has said nothing else`(how: String, flags: String?) async throws {
        let host = try TestModules.host(.tardy(how, flags: flags))
        let result = try await host.call(Self.join, arguments: Self.joining)
        #expect(result.outcome == .next)
        #expect(result.own == nil)
        host.shutDown()
    }

    /// How a module breaks the rules for late answers, and what is said of it.
    private static let mistakes = [
        ("other kind", "it reopened the reply as one of another kind"),
        ("undone", "it says next, and deferred the call"), ("defers twice", "it deferred the call twice"),
        ("nothing", "it says pending, and did nothing of the kind"),
    ]

    @Test(arguments: mistakes, [nil, "prompt"])
    func `what a module does wrong with its ticket is an invalid answer`(
        mistake: (how: String, text: String), flags: String?
    ) async throws {
        let host = try TestModules.host(.tardy(mistake.how, flags: flags, answers: true), .patient())
        let result = try await host.call(Self.join, arguments: Self.joining, traced: true)
        #expect(result.outcome == .answered(.denialWithCode("M_FORBIDDEN", fields: JSON([:]))))
        #expect(result.held == .invalidAnswer(.deny))
        #expect(result.trail?.map(\.message) == [mistake.text])
        host.shutDown()
        #expect(host.states.map(\.openTickets) == [0, 0])
    }

    @Test func `a module that has deferred and fails all the same has failed`() async throws {
        let host = try TestModules.host(.tardy("fails"), .patient())
        let result = try await host.call(Self.join, arguments: Self.joining)
        #expect(result.outcome == .failed(.plain("it changed its mind")))
        host.shutDown()
    }

    @Test func `a ticket that is finished twice is counted, and the first answer holds`() async throws {
        let host = try TestModules.host(.tardy("twice", answers: true))
        let result = try await host.call(Self.join, arguments: Self.joining)
        #expect(result.outcome == .answered(.denialWithCode("M_LATE", fields: JSON([:]))))
        host.shutDown()
        #expect(host.states.map(\.unknownTickets) == [1])
    }

    @Test func `a chain waits for each of its modules in turn`() async throws {
        let host = try TestModules.host(
            .tardy("thread", name: "a"), .patient("b"), .tardy("before", name: "c", flags: "prompt"),
            .tardy("thread", name: "d", answers: true), .patient("e"))
        defer { host.shutDown() }
        let result = try await host.call(Self.join, arguments: Self.joining, traced: true)
        #expect(result.trail?.map(\.module) == ["a", "b", "c", "d"])
        #expect(result.trail?.map(\.outcome) == ["next", "next", "next", "answered"])
        #expect(result.decidedBy == "d")
    }

    @Test func `a late rewriting is what the modules that follow see`() async throws {
        let callback = "third_party_rules.on_create_room"
        let host = try TestModules.host(
            .tardy("thread", answers: true), .scripted("s", callback, ["append_state": ["type": "x"]]))
        defer { host.shutDown() }
        let call = try TypedCall.named(callback)
        let result = try await host.call(callback, arguments: call.arguments.text)
        #expect(result.outcome == .answered(.object(JSON(["late": true, "initial_state": [["type": "x"]]]))))
    }

    @Test func `callers that cannot wait are told of a module that would have answered late`() throws {
        let host = try TestModules.host(.tardy("thread", flags: "prompt", answers: true))
        #expect(throws: CallError.mustWait(module: "tardy")) {
            try host.spamChecker.userMayJoinRoom(userID: "@a:x.org", roomID: "!r:x.org", isInvited: false)
        }
        #expect(throws: CallError.mustWait(module: "tardy")) { try host.call(Self.join, arguments: Self.joining) }
        #expect(host.states.map(\.openTickets) == [0])
        host.shutDown()
    }
}
