package import CModuleCall

/// How a chain ended.
package struct ChainEnd: Sendable {
    /// The link that ended it; the chain's count when all were asked.
    package let link: Int
    /// What ended it; *next* when nothing did.
    package let settled: Settled
}

extension Chain {
    /// Runs the chain once.
    ///
    /// - Parameters:
    ///   - trail: when given, gets an entry for each link that was asked.
    ///   - settle: is asked about each link that did not plainly say *next*: takes what the reply holds, readies it for
    ///     the next link, and tells what it was.
    package func dispatch(
        _ call: UnsafeRawPointer, _ reply: UnsafeMutablePointer<cm_reply>, trail: inout Trail?,
        settle: (Stop) -> Settled
    ) -> ChainEnd {
        var from = 0
        while from < count {
            let to = trail == nil ? count : from + 1
            let stop = unsafe run(from: from, to: to, call, reply)
            let settled = stop.link == to ? .next : settle(stop)
            trail?.note(settled, of: stop.link == to ? from : stop.link)
            if steps.stops(at: settled) { return ChainEnd(link: stop.link, settled: settled) }
            from = stop.link == to ? to : stop.link + 1
        }
        return ChainEnd(link: count, settled: .next)
    }
}
