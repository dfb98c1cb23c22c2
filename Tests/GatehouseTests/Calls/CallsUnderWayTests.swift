import Foundation
import Synchronization
import Testing

@testable import Gatehouse

struct CallsUnderWayTests {
    /// What happened, in order.
    private final class Diary: Sendable {
        private let entries = Mutex<[String]>([])

        func note(_ entry: String) { entries.withLock { $0.append(entry) } }

        var all: [String] { entries.withLock(\.self) }
    }

    @Test func `calls begin and end until all is over`() {
        let calls = CallsUnderWay()
        #expect(calls.begin())
        #expect(calls.begin())
        calls.end()
        calls.end()
        calls.endAll()
        #expect(!calls.begin())
        calls.endAll()
        #expect(!calls.begin())
    }

    @Test func `who ends all waits for the calls that have begun`() async {
        let (calls, diary) = (CallsUnderWay(), Diary())
        #expect(calls.begin())
        await withCheckedContinuation { continuation in
            Thread {
                calls.endAll()
                diary.note("all is over")
                continuation.resume()
            }.start()
            Thread {
                while calls.begin() { calls.end() }
                diary.note("the last call ends")
                calls.end()
            }.start()
        }
        #expect(diary.all == ["the last call ends", "all is over"])
    }
}
