import CallbackChains
import MatrixCallbacks
import ModuleLoader

/// The way from typed arguments to a result.
extension Gatehouse {
    /// Runs the chain of a callback of the catalogue, for callers that cannot wait, such as an event loop.
    ///
    /// - Parameter write: writes the arguments; not called where no module is asked.
    /// - Throws: what the failure rule hands on; `mustWait`; `shutDown`.
    func askAtOnce(_ callback: Int, _ write: (inout CallArguments) -> Void) throws(CallError) -> CallResult {
        let declared = Catalogue.callbacks[callback]
        try checkAnswersAtOnce(declared, follows: true)
        return try underWay { () throws(CallError) in
            try settled(finished(begin(declared, Caller(waits: false), write).wait(), declared))
        }
    }

    /// The same for callers that may be suspended.
    ///
    /// - Parameter deadline: when the caller needs the result at the latest; nil: as the configuration says.
    /// - Throws: what the failure rule hands on; `cancelled`; `shutDown`.
    func ask(
        _ callback: Int, by deadline: ContinuousClock.Instant?, _ write: (inout CallArguments) -> Void
    ) async throws(CallError) -> CallResult {
        let declared = Catalogue.callbacks[callback]
        let begun = try counted { () throws(CallError) in try begin(declared, Caller(deadline: deadline), write) }
        return try settled(await result(of: begun, declared))
    }

    private func begin(
        _ callback: Callback, _ caller: Caller, _ write: (inout CallArguments) -> Void
    ) throws(CallError) -> BegunCall {
        let chain = chains.table[callback.index]
        if chain.isEmpty { return .ended(CallResult(nobodyAsked: callback)) }
        return try CallArguments.lend(size: chain.callSize, known: callback.callSize) {
            (arguments: inout CallArguments) throws(CallError) in
            write(&arguments)
            return try begin(callback, &arguments, caller)
        }
    }

    /// - Throws: `mustWait`, before anybody is asked, where a module of this chain or of the one that follows it may make
    ///   its caller wait.
    func checkAnswersAtOnce(_ callback: Callback, follows: Bool) throws(CallError) {
        if let module = chains.table[callback.index].waitsFor { throw .mustWait(module: chains.names[module - 1]) }
        guard follows, let next = callback.follows, let following = Catalogue.callback(next.callback) else { return }
        try checkAnswersAtOnce(following, follows: false)
    }

    private func settled(_ result: CallResult) throws(CallError) -> CallResult {
        switch result.outcome {
        case .failed(let failure): throw .failed(failure, module: result.decidedBy ?? "")
        case .cancelled: throw .cancelled
        case .next, .answered: return result
        }
    }
}

/// What a caller can do, and wants.
package struct Caller {
    /// False: an event loop, say.
    var waits = true
    var deadline: ContinuousClock.Instant?
    /// Wants to know who was asked.
    var traced = false
    /// Tells when it goes away, where no task does.
    var remote: RemoteCaller?
}

extension Caller {
    package init(deadline: ContinuousClock.Instant?, traced: Bool, remote: RemoteCaller?) {
        self.init(waits: true, deadline: deadline, traced: traced, remote: remote)
    }
}
