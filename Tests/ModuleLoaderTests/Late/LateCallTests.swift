import CGatehouse
import Synchronization
import Testing

@testable import ModuleLoader

/// A deferred call: the module finishes it, and somebody waits for it, in every order.
@Suite final class LateCallTests: Sendable {
    private let tickets = Tickets()
    private let heard = Mutex<[OwnOutcome?]>([])

    private func call(_ kind: ReplyKind = .users) throws -> LateCall {
        // - Safety: nobody reads these arguments.
        let call = unsafe CallPointer(UnsafeMutableRawPointer(bitPattern: 8).unsafelyUnwrapped)
        return try #require(tickets.issue(kind, KeptCall(call, in: tickets)))
    }

    private func hear(_ call: LateCall, isWaited: Bool = true) {
        call.whenFinished { [self] said in
            heard.withLock { $0.append(said.own) }
            return isWaited
        }
    }

    @Test func `Who waits hears what the module says, once`() throws {
        let call = try call()
        hear(call)
        #expect(call.answer { $0.take(.users(["@a"])) } == Outcome.answered)
        #expect(call.finish(Outcome.answered))
        #expect(!call.finish(Outcome.answered))
        #expect(heard.withLock { $0 } == [.answered(.users(["@a"]))])
    }

    @Test func `What was said before anybody waited is heard at once`() throws {
        let call = try call()
        #expect(call.finish(Outcome.next))
        hear(call)
        #expect(heard.withLock { $0 } == [nil])
    }

    @Test func `When nobody waits any more, what comes is too late, and the module is told so`() throws {
        let call = try call()
        hear(call)
        #expect(!call.close())
        #expect(call.isCancelled)
        #expect(!call.reopen(.users))
        #expect(call.answer { $0.take(.users(["@a"])) } == Outcome.failed)
        #expect(!call.finish(Outcome.answered))
        #expect(heard.withLock { $0 } == [])
    }

    @Test func `An answer that nobody heard before they stopped waiting is told`() throws {
        let call = try call()
        #expect(call.finish(Outcome.next))
        #expect(call.close())
    }

    @Test func `An answer is too late when who waits says so`() throws {
        let call = try call()
        hear(call, isWaited: false)
        #expect(!call.finish(Outcome.next))
    }

    @Test func `A hint that nobody will use the answer is given once, and the answer is heard all the same`() throws {
        let call = try call()
        #expect(!call.isCancelled)
        #expect(call.cancel())
        #expect(!call.cancel())
        #expect(call.isCancelled)
        hear(call)
        #expect(call.finish(Outcome.next))
        #expect(heard.withLock { $0 } == [nil])
    }

    @Test func `A reply that is reopened as one of another kind makes the answer invalid`() throws {
        let call = try call()
        hear(call)
        #expect(!call.reopen(.verdict))
        #expect(!call.reopen(nil))
        #expect(call.finish(Outcome.next))
        #expect(heard.withLock { $0 } == [.invalid("it reopened the reply as one of another kind")])
    }

    @Test func `Cookies of an answer that nobody uses are told, whenever it comes`() throws {
        let left = Mutex<[UInt64]>([])
        let (early, late) = try (call(.login), call(.login))
        for call in [early, late] {
            _ = call.answer { state in
                state.owe(5)
                return state.take(.login(userID: "@a", cookie: 5))
            }
        }
        #expect(early.finish(Outcome.answered))
        #expect(early.close { cookies in left.withLock { $0 += cookies } })
        #expect(left.withLock { $0 } == [5])
        #expect(!late.close { cookies in left.withLock { $0 += cookies } })
        #expect(!late.finish(Outcome.answered))
        #expect(left.withLock { $0 } == [5, 5])
    }

    @Test(arguments: [
        (Outcome.answered, "it says answered, and gave no answer"),
        (Outcome.pending, "it says pending, and did nothing of the kind"), (0, "0 is no outcome"),
    ])
    func `An outcome that fits nothing is an invalid answer`(outcome: gh_outcome, reason: String) throws {
        let call = try call()
        hear(call)
        #expect(call.finish(outcome))
        #expect(heard.withLock { $0 } == [.invalid(reason)])
    }
}
