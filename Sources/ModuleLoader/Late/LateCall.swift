import CGatehouse
import Synchronization

/// A call that a module has deferred. It lives until the module has finished its ticket, whoever still waits for it.
///
/// The module answers from any thread, also while its callback runs. Who waits may stop waiting at any time.
package final class LateCall: Sendable {
    /// What the module knows it by.
    package let ticket: UInt64
    package let arguments: KeptCall
    private let state: Mutex<State>

    /// Gets what the module said. It runs on the module's thread and must not wait. False: too late.
    package typealias Waiter = @Sendable (Said) -> Bool
    /// Gets the cookies of an answer that nobody uses.
    package typealias Leftovers = @Sendable ([UInt64]) -> Void

    private struct State {
        var reply: ReplyState
        /// What the module said before anybody waited.
        var said: Said?
        var waiter: Waiter?
        var leftovers: Leftovers?
        var isCancelled = false
        /// Nobody waits any more, or ever will.
        var isClosed = false

        /// Who hears what comes too late.
        var tooLate: Waiter {
            { [leftovers] said in
                leftovers?(said.cookies)
                return false
            }
        }
    }

    /// What the module has said at last, and who hears it.
    private struct Finished {
        let said: Said
        let hear: Waiter?
    }

    init(ticket: UInt64, _ kind: ReplyKind, _ arguments: KeptCall) {
        (self.ticket, self.arguments) = (ticket, arguments)
        state = Mutex(State(reply: ReplyState(kind)))
    }

    /// Hands over what the module says, at once or when it says it. Once.
    package func whenFinished(_ waiter: @escaping Waiter) {
        let said: Said? = state.withLock { state in
            if state.said == nil && !state.isClosed { state.waiter = waiter }
            return state.said
        }
        if let said { _ = waiter(said) }
    }

    /// Nobody waits any more: what comes now is too late. True: it has come already, and nobody heard it.
    ///
    /// - Parameter leftovers: gets the cookies that were given, now or when the module finishes its ticket.
    @discardableResult package func close(_ leftovers: Leftovers? = nil) -> Bool {
        let said: Said? = state.withLock { state in
            state.isClosed = true
            (state.waiter, state.leftovers) = (nil, leftovers)
            return state.said
        }
        if let said { leftovers?(said.cookies) }
        return said != nil
    }

    /// Nobody will use the answer. False: that was known.
    func cancel() -> Bool {
        state.withLock { state in
            defer { state.isCancelled = true }
            return !state.isCancelled
        }
    }

    /// Has the caller gone away, or the deadline passed?
    var isCancelled: Bool { state.withLock { $0.isCancelled || $0.isClosed } }
}

/// The module's side.
extension LateCall {
    /// May the module answer with a reply of this kind? Another kind is an invalid answer.
    func reopen(_ kind: ReplyKind?) -> Bool {
        state.withLock { state in
            if state.isClosed { return false }
            if kind == state.reply.kind { return true }
            _ = state.reply.refuse("it reopened the reply as one of another kind")
            return false
        }
    }

    func answer(_ body: (inout ReplyState) -> gh_outcome) -> gh_outcome {
        state.withLock { $0.isClosed ? Outcome.failed : body(&$0.reply) }
    }

    /// Takes what the module says. False: too late.
    func finish(_ outcome: gh_outcome) -> Bool {
        let finished = state.withLock { state in
            let own = state.reply.finished(outcome)
            let said = Said(own: own, unused: state.reply.unused(but: own?.cookie))
            defer { (state.waiter, state.leftovers, state.isClosed) = (nil, nil, true) }
            if state.isClosed { return Finished(said: said, hear: state.tooLate) }
            if state.waiter == nil { state.said = said }
            return Finished(said: said, hear: state.waiter)
        }
        return finished.hear?(finished.said) ?? true
    }
}

extension LateCall: Equatable {
    package static func == (one: LateCall, other: LateCall) -> Bool { one === other }
}
