import CForeignCall
import CModuleCall
package import CallbackChains
package import ForeignCalls

/// What a module's function made of a call.
package enum HookOutcome: Sendable {
    case value(ForeignValue)
    /// It threw, or was called while the same thread was in it.
    case failed(String)
    /// What it returned is no value of its type.
    case invalid(String)

    package var settled: Settled {
        switch self {
        case .value: .answered
        case .failed: .failed
        case .invalid: .invalid
        }
    }
}

/// One call of a hook's chain.
package enum HookExchange {
    /// Runs the chain.
    ///
    /// - Parameters:
    ///   - frame: the arguments, with a cell for the instance before them.
    ///   - folds: what a function returns is the first argument of the next.
    ///   - take: gets what each link made of the call that did not let pass, before the next one is asked.
    // - Safety: a fold's first parameter, whose cells come after the instance's, has the type of the result. State and
    //   call stand on this stack and outlive the chain's run; the reply knows them no longer.
    package static func run(
        _ chain: Chain, _ prepared: PreparedSignature, _ frame: borrowing CallFrame, folds: Bool, trail: inout Trail?,
        take: (_ link: Int, HookOutcome) -> Void
    ) -> ChainEnd {
        var state = ReplyState(.notice)
        var call = unsafe cm_hook_call(
            cells: frame.cells, result: fc_result(cells: (0, 0)), text: nil, argument: nil)
        defer { unsafe cm_hook_call_end(&call) }
        let cells = prepared.result?.cells ?? 0
        return unsafe withUnsafeMutablePointer(to: &state) { state in
            let reply = unsafe cm_reply_borrow(nil, state) ?? cm_reply_make(ReplyFunctions.table, nil, state)
            defer { unsafe cm_reply_return(reply) }
            return unsafe withUnsafeMutablePointer(to: &call) { call in
                unsafe chain.dispatch(call, reply, trail: &trail) { stop in
                    unsafe reply.pointee.touched = 0
                    let outcome = unsafe outcome(stop, &state.pointee, call.pointee.result, prepared.result)
                    if folds, case .value = outcome { unsafe cm_hook_fold(call, cells) }
                    take(stop.link, outcome)
                    return outcome.settled
                }
            }
        }
    }

    private static func outcome(
        _ stop: Stop, _ state: inout ReplyState, _ result: fc_result, _ type: ValueType?
    ) -> HookOutcome {
        guard !stop.threw && stop.outcome == Outcome.answered else {
            let own = state.settle(stop) { unsafe String(cString: cm_exception_text()) }.own
            if case .failed(let failure)? = own { return .failed(failure.message) }
            return .failed("it could not be asked")
        }
        do throws(ResultFault) {
            return .value(try unsafe ForeignValue(result, as: type))
        } catch {
            return .invalid(error.cause)
        }
    }
}
