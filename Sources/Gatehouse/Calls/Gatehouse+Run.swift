import CallbackChains
import Logging
import MatrixCallbacks
import ModuleLoader

/// The way from arguments that have been written to a result.
extension Gatehouse {
    /// Asks those modules of a callback whom these arguments concern, as far as that goes on this thread.
    ///
    /// - Throws: `unknownCookie` where a cookie goes back that is not held.
    func begin(
        _ callback: Callback, _ arguments: inout CallArguments, _ caller: Caller
    ) throws(CallError) -> BegunCall {
        if callback.isPointless(arguments) { return .ended(CallResult(nobodyAsked: callback)) }
        let chain = callback.takesCookies ? try giver(callback, &arguments) : chains.chain(callback, arguments)
        return begin(callback, chain, &arguments, caller)
    }

    private func begin(
        _ callback: Callback, _ chain: Chain, _ arguments: inout CallArguments, _ caller: Caller
    ) -> BegunCall {
        let begun = ChainRun.begin(
            callback, chain, names: chains.names, &arguments, traced: caller.traced, callerWaits: caller.waits)
        switch begun {
        case .ended(let result): return .ended(result)
        case .mustWait(let module): return .mustWait(module: module)
        case .open(let run, let link, let late):
            let kept = late?.arguments ?? ArgumentCopy.keep(callback, size: chain.callSize, arguments.pointer)
            let terms = chains.terms(of: callback, for: caller.deadline)
            let flight = Flight(run, at: link, kept, modules, terms, leftover: leftover(of: callback))
            return .open(OpenCall(flight: flight, late: late, calls: calls, remote: caller.remote))
        }
    }

    /// What is to be done when a call has ended: lines in the log, and cookies to keep or to give back.
    func finished(_ result: CallResult, _ callback: Callback) -> CallResult {
        chains.log(result, callback)
        return callback.cookie == nil ? result : kept(result, callback)
    }

    /// Begins a call, so that `shutDown` waits for it. Who gets its result ends it.
    func counted<Begun>(_ begin: () throws(CallError) -> Begun) throws(CallError) -> Begun {
        guard calls.begin() else { throw .shutDown }
        do throws(CallError) {
            return try begin()
        } catch {
            calls.end()
            throw error
        }
    }

    /// Suspends until a call that was counted has ended. Its end needs no thread of the task's: whoever shuts down may
    /// hold all of those.
    func result(of begun: BegunCall, _ callback: Callback) async throws(CallError) -> CallResult {
        switch begun {
        case .ended(let result):
            defer { calls.end() }
            return finished(result, callback)
        case .open(let call):
            return await call.result { [weak self, calls] result in
                defer { calls.end() }
                return self?.finished(result, callback) ?? result
            }
        case .mustWait(let module):
            calls.end()
            throw .mustWait(module: module)
        }
    }
}

/// Cookies, from a module to the host and back.
extension Gatehouse {
    /// The one module that a cookie goes back to, with what it gave in the place of the host's number.
    private func giver(_ callback: Callback, _ arguments: inout CallArguments) throws(CallError) -> Chain {
        guard let field = callback.cookieField,
            let held = cookies.take(arguments.cookie(field), for: callback.index)
        else { throw .unknownCookie }
        arguments.replace(cookie: field, by: held.value)
        return chains.giver(callback, held.module)
    }

    /// Gives the cookies of answers back that come too late.
    private func leftover(of callback: Callback) -> Flight.Leftover {
        if callback.cookie == nil { return { _, _ in } }
        return { [weak self] module, cookie in
            guard let self, let held = held(cookie, of: module, callback) else { return }
            tell(held)
        }
    }

    /// Keeps the cookie of the answer, which gets the host's number for it; gives back those that do not count.
    private func kept(_ result: CallResult, _ callback: Callback) -> CallResult {
        for (module, cookie) in result.unused {
            if let held = held(cookie, of: module, callback) { tell(held) }
        }
        guard let cookie = result.cookie, let module = result.decider else { return result }
        guard let held = held(cookie, of: module, callback) else {
            let name = chains.names[module - 1]
            chains.logger.warning(
                "\(name): a cookie in \(callback.fullName), and nothing that takes it back",
                metadata: ["module": "\(name)"])
            return result.with(cookie: nil)
        }
        return result.with(cookie: cookies.keep(held))
    }

    private func held(_ cookie: UInt64, of module: Int, _ callback: Callback) -> Cookies.Held? {
        guard let slots = callback.cookie, let used = Catalogue.callback(slots.used),
            let unused = Catalogue.callback(slots.unused), !chains.giver(used, module).isEmpty
        else { return nil }
        return Cookies.Held(module: module, value: cookie, used: used.index, unused: unused.index)
    }

    /// Tells a module that its cookie will not be used.
    func tellUnused(_ held: Cookies.Held) -> BegunCall {
        let callback = Catalogue.callbacks[held.unused]
        let chain = chains.giver(callback, held.module)
        return CallArguments.lend(size: chain.callSize, known: callback.callSize) { arguments in
            arguments.cookie(held.value)
            return begin(callback, chain, &arguments, Caller())
        }
    }

    /// The same, without waiting for the module.
    private func tell(_ held: Cookies.Held) {
        guard calls.begin() else { return }
        tellUnused(held).whenEnded { [chains, calls] result in
            chains.log(result, Catalogue.callbacks[held.unused])
            calls.end()
        }
    }

    /// Gives a cookie back that nobody has used. What is left when the host shuts down is given back then.
    func giveBack(_ number: UInt64) {
        try? underWay { () throws(CallError) in
            if let held = cookies.take(number) { tell(held) }
        }
    }
}
