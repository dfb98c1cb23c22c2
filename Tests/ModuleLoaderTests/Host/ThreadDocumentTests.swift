import Foundation
import JSONText
import Testing

@testable import ModuleLoader

@Suite struct ThreadDocumentTests {
    private final class Weak: @unchecked Sendable {
        weak var document: JSONDocument?

        init(_ document: JSONDocument? = nil) { self.document = document }
    }

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
        let one = ThreadDocument.borrow(for: 100) { ObjectIdentifier($0) }
        let two = ThreadDocument.borrow(for: 100) { ObjectIdentifier($0) }
        #expect(one == two)
    }

    @Test func `Another thread has another`() {
        ThreadDocument.borrow(for: 100) { mine in
            let mine = ObjectIdentifier(mine)
            elsewhere {
                #expect(ThreadDocument.borrow(for: 100) { ObjectIdentifier($0) } != mine)
            }
        }
    }

    @Test func `What is large gets a document of its own, which does not stay`() {
        let kept = ThreadDocument.borrow(for: 1 << 20) { ObjectIdentifier($0) }
        let large = ThreadDocument.borrow(for: 1 << 20 + 1) { document in
            (ObjectIdentifier(document), Weak(document))
        }
        #expect(large.0 != kept)
        #expect(large.1.document == nil)
        #expect(ThreadDocument.borrow(for: 0) { ObjectIdentifier($0) } == kept)
    }

    @Test func `A thread that ends lets go of its document`() async throws {
        let weak = Weak()
        let thread = Thread { ThreadDocument.borrow(for: 100) { weak.document = $0 } }
        thread.start()
        // The system runs the key's destructor some time after the thread's last line.
        for _ in 0..<10_000 where !thread.isFinished || weak.document != nil {
            try await Task.sleep(for: .milliseconds(1))
        }
        #expect(thread.isFinished)
        #expect(weak.document == nil)
    }
}
