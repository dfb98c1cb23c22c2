import Gatehouse
import NIOCore
import NIOEmbedded
import Testing

@testable import GatehouseServer

/// Callers that close their connections.
struct DepartureTests {
    /// The outcome of a call whose caller does this while the module has it.
    private func outcome(_ leave: (EmbeddedChannel) throws -> Void) async throws -> CallResult.Outcome {
        let host = try ServedHost(.tardy)
        let gatehouse = host.front.desk.gatehouse
        let caller = RemoteCaller()
        let call = Task {
            try await gatehouse.call(
                "spam_checker.user_may_invite", arguments: Sample.inviting, follow: false,
                Caller(deadline: nil, traced: false, remote: caller))
        }
        while gatehouse.states[0].openTickets == 0 { try await Task.sleep(for: .milliseconds(1)) }
        try leave(EmbeddedChannel(handler: Departure(caller)))
        return try await call.value.outcome
    }

    @Test func `a caller that closes its half is gone`() async throws {
        let outcome = try await outcome { $0.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed) }
        #expect(outcome == .cancelled)
    }

    @Test func `a connection that breaks is a caller that is gone`() async throws {
        let outcome = try await outcome { $0.pipeline.fireChannelInactive() }
        #expect(outcome == .cancelled)
    }

    @Test func `whoever is gone waits for nothing more`() async throws {
        let host = try ServedHost(.tardy)
        let caller = RemoteCaller()
        caller.leave()
        let result = try await host.front.desk.gatehouse.call(
            "spam_checker.user_may_invite", arguments: Sample.inviting, follow: false,
            Caller(deadline: nil, traced: true, remote: caller))
        #expect(result.outcome == .cancelled)
        #expect(result.trail?.count == 0)
    }
}
