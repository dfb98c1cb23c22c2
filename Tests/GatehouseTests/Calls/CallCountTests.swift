import Dispatch
import Testing

@testable import Gatehouse

struct CallCountTests {
    /// Lends a count to threads.
    private final class Holder: Sendable {
        let count = CallCount()
    }

    @Test func `what begins on one thread and ends on another adds up`() {
        let holder = Holder()
        for _ in 0..<1000 { holder.count.add() }
        #expect(holder.count.sum == 1000)
        DispatchQueue.concurrentPerform(iterations: 1000) { _ in
            holder.count.add()
            holder.count.subtract()
            holder.count.subtract()
        }
        #expect(holder.count.sum == 0)
    }
}
