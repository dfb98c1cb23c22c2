import Foundation
import JSONText
import Testing

@testable import ModuleLoader

@Suite struct ThreadDocumentTests {
    /// Runs `body` on a thread of its own and waits for it.
    private func elsewhere(_ body: @escaping @Sendable () -> Void) {
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            body()
            done.signal()
        }
        done.wait()
    }

    @Test func `A thread borrows the same document each time`() {
        let one = ThreadDocument.borrow { ObjectIdentifier($0) }
        let two = ThreadDocument.borrow { ObjectIdentifier($0) }
        #expect(one == two)
    }

    @Test func `Another thread has another`() {
        ThreadDocument.borrow { mine in
            let mine = ObjectIdentifier(mine)
            elsewhere {
                #expect(ThreadDocument.borrow { ObjectIdentifier($0) } != mine)
            }
        }
    }

    @Test func `A thread that ends lets go of its document`() async throws {
        final class Weak: @unchecked Sendable { weak var document: JSONDocument? }
        let weak = Weak()
        let thread = Thread { ThreadDocument.borrow { weak.document = $0 } }
        thread.start()
        // The system runs the key's destructor some time after the thread's last line.
        for _ in 0..<10_000 where !thread.isFinished || weak.document != nil {
            try await Task.sleep(for: .milliseconds(1))
        }
        #expect(thread.isFinished)
        #expect(weak.document == nil)
    }
}
