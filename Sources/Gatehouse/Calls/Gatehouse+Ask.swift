import CallbackChains
import MatrixCallbacks
import ModuleLoader

/// The way from typed arguments to a result.
extension Gatehouse {
    /// Runs the chain of a callback of the catalogue.
    ///
    /// - Parameters:
    ///   - mayWait: false for callers that cannot wait, such as an event loop.
    ///   - write: writes the arguments; not called where no module is asked.
    /// - Throws: what the failure rule hands on; `mustWait`; `shutDown`.
    func ask(
        _ callback: Int, mayWait: Bool, _ write: (inout CallArguments) -> Void
    ) throws(CallError) -> CallResult {
        let chain = chains.table[callback]
        let declared = Catalogue.callbacks[callback]
        if !mayWait { try checkAnswersAtOnce(declared, follows: true) }
        let result = try underWay { () throws(CallError) in
            if chain.isEmpty { return CallResult(nobodyAsked: declared) }
            return try CallArguments.lend(size: chain.callSize, known: declared.callSize) {
                (arguments: inout CallArguments) throws(CallError) in
                write(&arguments)
                return try run(declared, &arguments, traced: false)
            }
        }
        if case .failed(let failure) = result.outcome { throw .failed(failure, module: result.decidedBy ?? "") }
        return result
    }

    /// - Throws: `mustWait`, before anybody is asked, where a module of this chain or of the one that follows it may make
    ///   its caller wait.
    func checkAnswersAtOnce(_ callback: Callback, follows: Bool) throws(CallError) {
        if let module = chains.table[callback.index].waitsFor { throw .mustWait(module: chains.names[module - 1]) }
        guard follows, let next = callback.follows, let following = Catalogue.callback(next.callback) else { return }
        try checkAnswersAtOnce(following, follows: false)
    }
}
