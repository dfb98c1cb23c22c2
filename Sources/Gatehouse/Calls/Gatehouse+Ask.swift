import CallbackChains
import MatrixCallbacks
import ModuleLoader

/// The way from typed arguments to a result.
extension Gatehouse {
    /// Runs the chain of a callback of the catalogue, for callers that cannot wait, such as an event loop. In line in each
    /// typed call, so that one that nobody implements costs next to nothing.
    ///
    /// - Parameter write: writes the arguments; not called where no module is asked.
    /// - Throws: what the failure rule hands on; `mustWait`; `shutDown`.
    @inline(__always)
    func askAtOnce(_ callback: Int, _ write: (inout CallArguments) -> Void) throws(CallError) -> CallEnd {
        let ready = chains.table[callback]
        return try ready.chain.isEmpty ? nobodyAsked() : askAtOnce(ready, write)
    }

    @inline(never)
    private func askAtOnce(
        _ ready: ReadyChain, _ write: (inout CallArguments) -> Void
    ) throws(CallError) -> CallEnd {
        try checkAnswersAtOnce(ready, follows: true)
        return try underWay { () throws(CallError) in
            let end = try begin(ready, Caller(waits: false), write).wait()
            if case .allNext = end { return end }
            return try settled(finished(end, ready))
        }
    }

    /// The same for callers that may be suspended.
    ///
    /// - Parameter deadline: when the caller needs the result at the latest; nil: as the configuration says.
    /// - Throws: what the failure rule hands on; `cancelled`; `shutDown`.
    func ask(
        _ callback: Int, by deadline: ContinuousClock.Instant?, _ write: (inout CallArguments) -> Void
    ) async throws(CallError) -> CallEnd {
        let ready = chains.table[callback]
        if ready.chain.isEmpty { return try nobodyAsked() }
        guard calls.begin() else { throw .shutDown }
        let begun = begin(ready, Caller(deadline: deadline, traced: false), write)
        return try settled(await end(of: begun, ready))
    }

    /// Begins a call that has been counted.
    func begin(_ ready: ReadyChain, _ caller: Caller, _ write: (inout CallArguments) -> Void) -> BegunCall {
        var begun = BegunCall.ended(.allNext)
        CallArguments.lend(for: ready) { arguments in
            write(&arguments)
            begun = begin(ready, &arguments, caller)
        }
        return begun
    }

    /// The end of a call that need not be counted.
    private func nobodyAsked() throws(CallError) -> CallEnd {
        if calls.isOver { throw .shutDown }
        return .allNext
    }

    /// - Throws: `mustWait`, before anybody is asked, where a module of this chain or of the one that follows it may make
    ///   its caller wait.
    func checkAnswersAtOnce(_ ready: ReadyChain, follows: Bool) throws(CallError) {
        let next = follows ? ready.follows : nil
        let module = ready.chain.waitsFor ?? next.flatMap { chains.table[$0].chain.waitsFor }
        if let module { throw .mustWait(module: chains.names[module - 1]) }
    }

    private func settled(_ end: CallEnd) throws(CallError) -> CallEnd {
        if end.isDecided { return end }
        guard case .said(let result) = end, case .failed(let failure) = result.outcome else { throw .cancelled }
        throw .failed(failure, module: result.decidedBy ?? "")
    }
}

/// What a caller can do, and wants.
package struct Caller {
    /// When it needs the result. In a box, because an `Instant` has a layout that is known only at run time, and this goes
    /// along with every call.
    final class Deadline: Sendable {
        let time: ContinuousClock.Instant

        init(_ time: ContinuousClock.Instant) { self.time = time }
    }

    /// False: an event loop, say.
    var waits = true
    var deadline: Deadline?
    /// Wants to know who was asked.
    var traced = false
    /// Tells when it goes away, where no task does.
    var remote: RemoteCaller?
    /// Of the homeserver.
    var process = CallingProcess.unknown
    /// Have what does not come along with its arguments.
    var sources: CallSources?
}

extension Caller {
    package init(
        deadline: ContinuousClock.Instant?, traced: Bool, remote: RemoteCaller? = nil,
        process: CallingProcess = .unknown, sources: CallSources? = nil
    ) {
        self.init(
            waits: true, deadline: deadline.map(Deadline.init), traced: traced, remote: remote, process: process,
            sources: sources)
    }
}
