import CGatehouse
import Testing

@testable import ModuleLoader

@Suite struct TicketsTests {
    private let tickets = Tickets()

    private func issue(_ kind: ReplyKind = .verdict) -> LateCall {
        // - Safety: nobody reads these arguments.
        let call = unsafe CallPointer(UnsafeMutableRawPointer(bitPattern: 8).unsafelyUnwrapped)
        return tickets.issue(kind, KeptCall(call, in: self.tickets))
    }

    @Test func `A ticket leads to its call until it is taken, and to nothing afterwards`() {
        let (one, other) = (issue(), issue())
        #expect(tickets.call(of: one.ticket) == one)
        #expect(tickets.call(of: other.ticket) == other)
        #expect(tickets.count == 2)
        #expect(tickets.take(one.ticket) == one)
        #expect(tickets.take(one.ticket) == nil)
        #expect(tickets.call(of: one.ticket) == nil)
        #expect(tickets.call(of: other.ticket) == other)
        #expect(tickets.count == 1)
    }

    @Test func `No ticket is ever given twice, and no number that was not given is one`() {
        var given: Set<UInt64> = []
        for _ in 0..<5000 {
            let call = issue()
            #expect(given.insert(call.ticket).inserted)
            #expect(tickets.take(call.ticket) == call)
        }
        #expect(given.allSatisfy { tickets.call(of: $0) == nil })
        #expect([0, 1, .max, 1 << 32, 5000 << 32 | 1].allSatisfy { tickets.take($0) == nil })
        #expect(tickets.count == 0)
    }

    @Test func `A reply can be reopened as what it is, until nobody waits any more`() {
        let call = issue(.users)
        let first = unsafe tickets.reopen(call.ticket, .users)
        #expect(unsafe first != nil)
        #expect(unsafe tickets.reopen(call.ticket, .users) == first)
        #expect(unsafe tickets.reopen(call.ticket + 1, .users) == nil)
        call.close()
        #expect(unsafe tickets.reopen(call.ticket, .users) == nil)
    }
}
