import Gatehouse
import Testing

/// Callers that go away.
struct CancellationTests {
    private static let join = "spam_checker.user_may_join_room"
    private static let joining = #"{"user_id": "@a:x.org", "room_id": "!r:x.org", "is_invited": false}"#

    /// The result of a call whose task is cancelled when the first module has it.
    private func cancelled(_ host: Gatehouse, _ name: String, _ arguments: String) async throws -> CallResult {
        let call = Task { try await host.call(name, arguments: arguments, traced: true) }
        await eventually { host.states[0].openTickets == 1 }
        call.cancel()
        return try await call.value
    }

    @Test(arguments: [nil, "prompt"])
    func `a caller that goes away ends the chain after the module that has the call`(flags: String?) async throws {
        let host = try TestModules.host(.tardy("cancel", flags: flags), .patient())
        let result = try await cancelled(host, Self.join, Self.joining)
        #expect(result.outcome == .cancelled)
        #expect(result.held == .cancellation)
        #expect(result.decidedBy == nil)
        #expect(result.trail?.map(\.module) == ["tardy"])
        #expect(host.states.map(\.cancellations) == [1, 0])
        #expect(host.states.map(\.lateAnswers) == [0, 0])
        host.shutDown()
    }

    @Test func `no rule takes a cancellation for something to go on after`() async throws {
        let callback = "third_party_rules.check_can_deactivate_user"
        let host = try TestModules.host(.tardy("cancel"), .patient())
        let call = try TypedCall.named(callback)
        let result = try await cancelled(host, callback, call.arguments.text)
        #expect(result.outcome == .cancelled)
        #expect(result.trail?.map(\.module) == ["tardy"])
        host.shutDown()
    }

    @Test func `the typed calls throw it`() async throws {
        let host = try TestModules.host(.tardy("cancel"))
        let call = Task {
            try await host.spamChecker.userMayJoinRoom(userID: "@a:x.org", roomID: "!r:x.org", isInvited: false)
        }
        await eventually { host.states[0].openTickets == 1 }
        call.cancel()
        await #expect(throws: CallError.cancelled) { try await call.value }
        host.shutDown()
    }

    @Test func `a call that waits for its module's turn ends at once, and the module is not asked`() async throws {
        let release = Release()
        let host = try TestModules.host(.tardy("holds", until: release))
        let first = Task { try await host.call(Self.join, arguments: Self.joining) }
        await eventually { host.states[0].running == 1 }
        let second = Task { try await host.call(Self.join, arguments: Self.joining, traced: true) }
        await eventually { host.states[0].waiting == 1 }
        second.cancel()
        let result = try await second.value
        #expect(result.outcome == .cancelled)
        #expect(result.trail?.count == 0)
        release.give()
        #expect(try await first.value.outcome == .next)
        host.shutDown()
    }

    @Test func `a task that was cancelled before asks no module that it would have to wait for`() async throws {
        let host = try TestModules.host(.patient())
        let call = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await host.call(Self.join, arguments: Self.joining, traced: true)
        }
        call.cancel()
        let result = try await call.value
        #expect(result.outcome == .cancelled)
        #expect(result.trail?.count == 0)
        host.shutDown()
    }

    @Test func `shutting down waits for a call, or cancels it when its patience ends`() async throws {
        let host = try TestModules.host(.tardy("cancel"))
        let call = Task { try await host.call(Self.join, arguments: Self.joining) }
        await eventually { host.states[0].openTickets == 1 }
        host.shutDown(patience: .milliseconds(10))
        #expect(try await call.value.outcome == .cancelled)
        #expect(host.states[0].openTickets == 0)
        await #expect(throws: CallError.shutDown) { try await host.call(Self.join, arguments: Self.joining) }
    }
}
