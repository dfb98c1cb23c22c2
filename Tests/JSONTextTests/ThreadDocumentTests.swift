import Foundation
import Synchronization
import Testing

@testable import JSONText

/// Of this file's tests.
private let documents = ThreadDocument()

@Suite struct ThreadDocumentTests {
    private final class Weak: @unchecked Sendable {
        weak var document: JSONDocument?

        init(_ document: JSONDocument? = nil) { self.document = document }
    }

    private func mine() -> ObjectIdentifier { documents.borrow(for: 100) { ObjectIdentifier($0) } }

    @Test func `A thread borrows the same document each time`() {
        let one = mine()
        #expect(mine() == one)
    }

    @Test func `Inside of itself it lends another`() {
        let (outer, inner) = documents.borrow(for: 100) { (ObjectIdentifier($0), mine()) }
        #expect(inner != outer)
    }

    @Test func `Where one is lent for other purposes, this is another`() {
        let others = ThreadDocument()
        #expect(others.borrow(for: 100) { ObjectIdentifier($0) } != mine())
    }

    @Test func `Another thread has another`() {
        let other = Mutex<ObjectIdentifier?>(nil)
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            other.withLock { $0 = documents.borrow(for: 100) { ObjectIdentifier($0) } }
            done.signal()
        }
        done.wait()
        #expect(other.withLock { $0 } != nil)
        #expect(other.withLock { $0 } != mine())
    }

    @Test func `What is large gets a document of its own, which does not stay`() {
        let kept = documents.borrow(for: 1 << 18) { ObjectIdentifier($0) }
        let large = documents.borrow(for: 1 << 18 + 1) { document in
            (ObjectIdentifier(document), Weak(document))
        }
        #expect(large.0 != kept)
        #expect(large.1.document == nil)
        #expect(documents.borrow(for: 0) { ObjectIdentifier($0) } == kept)
    }

    @Test func `A thread that ends lets go of its document`() async throws {
        let weak = Weak()
        let thread = Thread { documents.borrow(for: 100) { weak.document = $0 } }
        thread.start()
        // The system runs the key's destructor some time after the thread's last line.
        for _ in 0..<10_000 where !thread.isFinished || weak.document != nil {
            try await Task.sleep(for: .milliseconds(1))
        }
        #expect(thread.isFinished)
        #expect(weak.document == nil)
    }
}
