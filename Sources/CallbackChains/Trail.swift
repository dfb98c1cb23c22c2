/// Who was asked, in order, what they said, and how long it took. One clock read a boundary.
package struct Trail: Sendable {
    package struct Entry: Sendable {
        package let link: Int
        package let settled: Settled
        package let duration: Duration
    }

    package private(set) var entries: [Entry] = []
    private var last = ContinuousClock.now

    package init() {}

    package mutating func note(_ settled: Settled, of link: Int) {
        let now = ContinuousClock.now
        entries.append(Entry(link: link, settled: settled, duration: now - last))
        last = now
    }
}
