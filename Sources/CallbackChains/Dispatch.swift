package import CModuleCall

/// How a chain, or a part of one, ended.
package struct ChainEnd: Sendable {
    /// The link that ended it; the one behind the last when all were asked.
    package let link: Int
    /// What ended it; *next* when nothing did.
    package let settled: Settled

    package init(link: Int, settled: Settled) { (self.link, self.settled) = (link, settled) }
}

extension Chain {
    /// Runs the chain once, or the part of it from a link on and before another.
    ///
    /// - Parameters:
    ///   - trail: when given, gets an entry for each link that was asked.
    ///   - settle: is asked about each link that did not plainly say *next*: takes what the reply holds, readies it for
    ///     the next link, and tells what it was.
    package func dispatch(
        from first: Int = 0, to last: Int? = nil, _ call: UnsafeRawPointer, _ reply: UnsafeMutablePointer<cm_reply>,
        trail: inout Trail?, settle: (Stop) -> Settled
    ) -> ChainEnd {
        let end = last ?? count
        var from = first
        while from < end {
            let to = trail == nil ? end : from + 1
            let stop = unsafe run(from: from, to: to, call, reply)
            let settled = stop.link == to ? .next : settle(stop)
            if settled != .pending { trail?.note(settled, of: stop.link == to ? from : stop.link) }
            if steps.stops(at: settled) { return ChainEnd(link: stop.link, settled: settled) }
            from = stop.link == to ? to : stop.link + 1
        }
        return ChainEnd(link: end, settled: .next)
    }
}
