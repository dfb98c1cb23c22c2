package import CallbackChains
import CModuleCall
import CGatehouse

/// The arguments of a call as modules get them. Borrowed from whoever made them.
@safe package struct CallPointer {
    package let raw: UnsafeMutableRawPointer

    /// - Parameter raw: the callback's argument struct, alive as long as this is used.
    package init(_ raw: UnsafeMutableRawPointer) { unsafe self.raw = raw }
}

/// One call of a chain: the reply that its modules share, and what each made of it.
package enum Exchange {
    /// Runs the chain.
    ///
    /// - Parameter take: gets what each link made of the call that did not plainly say *next*, before the next one is
    ///   asked.
    // - Safety: reply and state stand on this stack and outlive the chain's run; `data` leads to the state.
    package static func run(
        _ chain: Chain, _ kind: ReplyKind, _ call: CallPointer, trail: inout Trail?,
        take: (_ link: Int, OwnOutcome) -> Void
    ) -> ChainEnd {
        var state = ReplyState(kind)
        return unsafe withUnsafeMutablePointer(to: &state) { state in
            let base = unsafe gh_reply(
                size: MemoryLayout<gh_reply>.size, functions: ReplyFunctions.table, data: UnsafeMutableRawPointer(state)
            )
            var reply = unsafe cm_reply(base: base, touched: 0)
            return unsafe withUnsafeMutablePointer(to: &reply) { reply in
                unsafe chain.dispatch(call.raw, reply, trail: &trail) { stop in
                    unsafe reply.pointee.touched = 0
                    let own = unsafe state.pointee.settle(stop) { unsafe String(cString: cm_exception_text()) }
                    take(stop.link, own)
                    return own.settled
                }
            }
        }
    }
}
