import Dispatch

/// Who was asked, in order, what they said, and how long it took. One clock read a boundary.
package struct Trail: Sendable {
    package struct Entry: Sendable {
        package let link: Int
        package let settled: Settled
        package let duration: Duration
    }

    package private(set) var entries: [Entry] = []
    /// Nanoseconds, and no `Instant`: the layout of that is known only at run time, which everything would pay for that
    /// might hold a trail.
    private var last = DispatchTime.now().uptimeNanoseconds

    package init() {}

    package mutating func note(_ settled: Settled, of link: Int) {
        let now = DispatchTime.now().uptimeNanoseconds
        entries.append(Entry(link: link, settled: settled, duration: .nanoseconds(now - last)))
        last = now
    }
}
