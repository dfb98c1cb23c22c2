package import CallbackChains
import CModuleCall
import CGatehouse

/// The arguments of a call as modules get them. Borrowed from whoever made them.
@usableFromInline @safe package struct CallPointer {
    @usableFromInline package let raw: UnsafeMutableRawPointer

    /// - Parameter raw: the callback's argument struct, alive as long as this is used.
    @inlinable package init(_ raw: UnsafeMutableRawPointer) { unsafe self.raw = raw }
}

/// One call of a chain: the reply that its modules share, and what each made of it.
package enum Exchange {
    /// Runs the chain, or the part of it from a link on and before another.
    ///
    /// - Parameters:
    ///   - kept: the same arguments where they outlive this call. A module that defers gets these, else a copy.
    ///   - callerWaits: false: a module that would defer ends the chain as *pending* without a late call.
    ///   - take: gets what each link made of the call that did not plainly say *next*, before the next one is asked, and
    ///     says how that counts.
    // - Safety: the state stands on this stack and outlives the chain's run; the reply knows it no longer than that.
    package static func run(
        _ chain: Chain, from: Int = 0, to: Int? = nil, _ kind: ReplyKind, _ call: CallPointer, kept: KeptCall? = nil,
        callerWaits: Bool = false, process: CallingProcess = .unknown, trail: inout Trail?,
        take: (_ link: Int, consuming Said) -> Settled
    ) -> ChainEnd {
        var state = ReplyState(kind, Deferral(chain, call, kept, process, callerWaits: callerWaits))
        return unsafe withUnsafeMutablePointer(to: &state) { state in
            let reply =
                unsafe cm_reply_borrow(process.record, state)
                ?? cm_reply_make(ReplyFunctions.table, process.record, state)
            defer { unsafe cm_reply_return(reply) }
            return unsafe chain.dispatch(from: from, to: to, call.raw, reply, trail: &trail) { stop in
                unsafe reply.pointee.touched = 0
                let said = unsafe state.pointee.settle(stop) { unsafe String(cString: cm_exception_text()) }
                return take(stop.link, said)
            }
        }
    }
}
