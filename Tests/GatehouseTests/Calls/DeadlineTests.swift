import Dispatch
import Gatehouse
import Testing

/// Modules that do not answer in time, or do not come back.
struct DeadlineTests {
    private static let join = "spam_checker.user_may_join_room"
    private static let joining = #"{"user_id": "@a:x.org", "room_id": "!r:x.org", "is_invited": false}"#
    private static let interested = "presence_router.get_interested_users"
    private static let interest = #"{"user_id": "@a:x.org"}"#
    private static let invite = "spam_checker.user_may_invite"
    private static let inviting = #"{"inviter": "@a:x.org", "invitee": "@b:x.org", "room_id": "!r:x.org"}"#
    private static let tooLate = CallResult.Outcome.failed(.plain("no answer: it did not answer in time"))

    /// Finishes its ticket when it is told that nobody waits, and never else.
    private static let waiting = ModuleEntry.tardy("cancel")

    @Test(arguments: [nil, "prompt"])
    func `a deadline that passes is the callback's rule for it, and the module is told`(flags: String?) async throws {
        let host = try TestModules.host(
            [.tardy("cancel", flags: flags), .patient()], deadline: .milliseconds(20))
        let result = try await host.call(Self.join, arguments: Self.joining, traced: true)
        #expect(result.outcome == Self.tooLate)
        #expect(result.held == .unavailable(.fail))
        #expect(result.decidedBy == "tardy")
        #expect(result.trail?.map(\.outcome) == ["unavailable"])
        await eventually { host.states[0].openTickets == 0 }
        #expect(host.states[0].deadlinesPassed == 1)
        #expect(host.states[0].lateAnswers == 1)
        #expect(!host.states[0].isStuck)
        host.shutDown()
    }

    @Test func `where failures are only logged, so is a deadline`() async throws {
        let callback = "third_party_rules.check_can_deactivate_user"
        let host = try TestModules.host([Self.waiting], deadline: .milliseconds(20))
        let call = try TypedCall.named(callback)
        let result = try await host.call(callback, arguments: call.arguments.text, traced: true)
        #expect(result.outcome == .next)
        #expect(result.trail?.map(\.message) == ["it did not answer in time"])
        host.shutDown()
    }

    @Test func `a callback may have a deadline of its own`() async throws {
        let host = try TestModules.host(
            [Self.waiting], deadline: .seconds(10), deadlines: [Self.join: .milliseconds(20)])
        #expect(try await host.call(Self.join, arguments: Self.joining).outcome == Self.tooLate)
        let chains = Dictionary(uniqueKeysWithValues: host.chainDescriptions.map { ($0.callback, $0.deadline) })
        #expect(chains[Self.join] == .milliseconds(20))
        #expect(chains[Self.interested] == .seconds(10))
        host.shutDown()
    }

    @Test func `a module may have a deadline of its own, and the others go on`() async throws {
        let host = try TestModules.host([
            .tardy("cancel", name: "slow", deadline: .milliseconds(20)),
            .tardy("thread", name: "late", answers: true),
        ])
        let result = try await host.call(Self.interested, arguments: Self.interest, traced: true)
        #expect(result.outcome == .answered(.users(["@late:x.org"])))
        #expect(result.trail?.map(\.outcome) == ["unavailable", "answered"])
        host.shutDown()
    }

    @Test func `when the chain's deadline has passed, nobody else is asked`() async throws {
        let host = try TestModules.host([Self.waiting, .patient()], deadline: .milliseconds(20))
        let result = try await host.call(Self.interested, arguments: Self.interest, traced: true)
        #expect(result.outcome == .next)
        #expect(result.trail?.map(\.module) == ["tardy"])
        host.shutDown()
    }

    @Test(arguments: [Duration.milliseconds(20), .zero, .seconds(-5)])
    func `a caller sends what it has left`(left: Duration) async throws {
        let host = try TestModules.host(Self.waiting)
        #expect(try await host.call(Self.join, arguments: Self.joining, deadline: .now + left).outcome == Self.tooLate)
        await #expect(throws: CallError.failed(.plain("no answer: it did not answer in time"), module: "tardy")) {
            try await host.spamChecker.userMayJoinRoom(
                userID: "@a:x.org", roomID: "!r:x.org", isInvited: false, deadline: .now + left)
        }
        host.shutDown()
    }

    @Test func `a module that does not come back is stuck until it does, and holds up nobody else`() async throws {
        let release = Release()
        let host = try TestModules.host(
            [.tardy("holds", until: release), .patient()], deadlines: [Self.join: .milliseconds(30)])
        let first = try await host.call(Self.join, arguments: Self.joining, traced: true)
        #expect(first.outcome == Self.tooLate)
        await eventually { host.states[0].isStuck }
        #expect(!host.states[1].isStuck)
        let second = try await host.call(Self.join, arguments: Self.joining, traced: true)
        #expect(second.outcome == .failed(.plain("no answer: it is stuck: a callback has not come back")))
        #expect(second.trail?.map(\.outcome) == ["unavailable"])
        let other = try await host.call(Self.interested, arguments: Self.interest, traced: true)
        #expect(other.trail?.map(\.module) == ["tardy", "patient"])
        release.give()
        await eventually { !host.states[0].isStuck }
        #expect(host.states.map(\.timesStuck) == [1, 0])
        #expect(host.states[0].lateAnswers == 1)
        host.shutDown()
    }

    @Test func `what one caller has left makes no module stuck`() async throws {
        let release = Release()
        let host = try TestModules.host([.tardy("holds", until: release)], deadline: .seconds(3600))
        let hurried = try await host.call(Self.join, arguments: Self.joining, deadline: .now + .milliseconds(10))
        #expect(hurried.outcome == Self.tooLate)
        #expect(!host.states[0].isStuck)
        release.give()
        #expect(try await host.call(Self.join, arguments: Self.joining).outcome == .next)
        #expect(host.states[0].timesStuck == 0)
        host.shutDown()
    }

    @Test func `a slow module does not take all of the pool`() async throws {
        let release = Release()
        let host = try TestModules.host(
            [
                .tardy("holds", flags: "concurrent", callback: Self.join, until: release),
                .patient(without: Self.join),
            ],
            workers: 4)
        let slow = (0..<4).map { _ in Task { try await host.call(Self.join, arguments: Self.joining) } }
        await eventually { host.states[0].running == 2 && host.states[0].waiting == 2 }
        let other = try await host.call(Self.interested, arguments: Self.interest, traced: true)
        #expect(other.trail?.map(\.outcome) == ["next"])
        #expect(host.states[0].running == 2)
        release.give()
        for call in slow { #expect(try await call.value.outcome == .next) }
        host.shutDown()
    }

    @Test func `a module that promised to return at once and does not is counted`() async throws {
        let release = Release()
        let host = try TestModules.host(
            .tardy("holds", name: "liar", flags: "prompt", callback: Self.join, until: release),
            .tardy("holds", name: "honest", flags: "concurrent", callback: Self.invite, until: release))
        DispatchQueue.global().async { _ = try? host.call(Self.join, arguments: Self.joining) }
        let honest = Task { try await host.call(Self.invite, arguments: Self.inviting) }
        await eventually { host.states[1].running == 1 && host.states[0].slowCallbacks == 1 }
        release.give()
        _ = try await honest.value
        host.shutDown()
        #expect(host.states.map(\.slowCallbacks) == [1, 0])
    }

    @Test func `a prompt module that does not come back holds its caller, and is stuck for others`() async throws {
        let release = Release()
        let host = try TestModules.host(
            [.tardy("holds", flags: "prompt", callback: Self.join, until: release)], deadline: .milliseconds(30))
        let held = Task.detached { try Self.joinAtOnce(host) }
        await eventually { host.states[0].isStuck }
        #expect(host.states[0].running == 1)
        #expect(host.states[0].deadlinesPassed == 1)
        let stuck = CallResult.Outcome.failed(.plain("no answer: it is stuck: a callback has not come back"))
        #expect(try Self.joinAtOnce(host).outcome == stuck)
        #expect(try await host.call(Self.join, arguments: Self.joining).outcome == stuck)
        release.give()
        #expect(try await held.value.outcome == .next)
        await eventually { host.states[0].running == 0 }
        #expect(!host.states[0].isStuck)
        #expect(try Self.joinAtOnce(host).outcome == .next)
        #expect(host.states[0].timesStuck == 1)
        host.shutDown()
    }

    @Test func `a prompt module that does not come back to a worker is counted there once`() async throws {
        let release = Release()
        let host = try TestModules.host(
            [.patient(), .tardy("holds", flags: "prompt", callback: Self.join, until: release)],
            deadline: .milliseconds(30))
        #expect(try await host.call(Self.join, arguments: Self.joining).outcome == Self.tooLate)
        await eventually { host.states[1].isStuck && host.states[1].slowCallbacks == 1 }
        #expect(host.states[1].running == 1)
        #expect(host.states[1].deadlinesPassed == 1)
        release.give()
        await eventually { host.states[1].running == 0 }
        #expect(!host.states[1].isStuck)
        #expect(host.states[1].timesStuck == 1)
        host.shutDown()
    }

    /// Without waiting, as an event loop does.
    private static func joinAtOnce(_ host: Gatehouse) throws -> CallResult {
        try host.call(join, arguments: joining)
    }
}
