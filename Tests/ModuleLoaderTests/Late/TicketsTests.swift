import CGatehouse
import Testing

@testable import ModuleLoader

@Suite struct TicketsTests {
    private let tickets = Tickets()

    private func issue(_ kind: ReplyKind = .verdict) throws -> LateCall {
        // - Safety: nobody reads these arguments.
        let call = unsafe CallPointer(UnsafeMutableRawPointer(bitPattern: 8).unsafelyUnwrapped)
        return try #require(tickets.issue(kind, KeptCall(call, in: self.tickets)))
    }

    @Test func `A ticket leads to its call until it is taken, and to nothing afterwards`() throws {
        let (one, other) = try (issue(), issue())
        #expect(tickets.call(of: one.ticket) == one)
        #expect(tickets.call(of: other.ticket) == other)
        #expect(tickets.count == 2)
        #expect(tickets.take(one.ticket) == one)
        #expect(tickets.take(one.ticket) == nil)
        #expect(tickets.call(of: one.ticket) == nil)
        #expect(tickets.call(of: other.ticket) == other)
        #expect(tickets.count == 1)
    }

    @Test func `No ticket is ever given twice, and no number that was not given is one`() throws {
        var given: Set<UInt64> = []
        for _ in 0..<5000 {
            let call = try issue()
            #expect(given.insert(call.ticket).inserted)
            #expect(tickets.take(call.ticket) == call)
        }
        #expect(given.allSatisfy { tickets.call(of: $0) == nil })
        #expect([0, 1, .max, 1 << 32, 5000 << 32 | 1].allSatisfy { tickets.take($0) == nil })
        #expect(tickets.count == 0)
    }

    @Test func `A module that has too many open tickets gets no other until it has finished one`() throws {
        let first = try issue()
        for _ in 1..<Tickets.limit { _ = try issue() }
        #expect(tickets.issue(.verdict, first.arguments) == nil)
        #expect(tickets.take(first.ticket) == first)
        _ = try issue()
        #expect(tickets.count == Tickets.limit)
    }

    @Test func `A reply can be reopened as what it is, until nobody waits any more`() throws {
        let call = try issue(.users)
        let first = unsafe tickets.reopen(call.ticket, .users)
        #expect(unsafe first != nil)
        #expect(unsafe tickets.reopen(call.ticket, .users) == first)
        #expect(unsafe tickets.reopen(call.ticket + 1, .users) == nil)
        call.close()
        #expect(unsafe tickets.reopen(call.ticket, .users) == nil)
    }
}
