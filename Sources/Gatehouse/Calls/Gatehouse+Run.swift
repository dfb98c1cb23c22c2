import CallbackChains
import Logging
import MatrixCallbacks
import ModuleLoader

/// The way from arguments that have been written to a result.
extension Gatehouse {
    /// Asks those modules of a callback whom these arguments concern, as far as that goes on this thread.
    func begin(_ ready: ReadyChain, _ arguments: inout CallArguments, _ caller: Caller) -> BegunCall {
        ready.isSelective ? select(ready.callback, &arguments, caller) : run(ready, &arguments, caller)
    }

    private func select(_ callback: Callback, _ arguments: inout CallArguments, _ caller: Caller) -> BegunCall {
        if callback.isPointless(arguments) { return .ended(.allNext) }
        let chain = callback.takesCookies ? giver(callback, &arguments) : chains.chain(callback, arguments)
        guard let chain else { return .refused(.unknownCookie) }
        return run(chain, &arguments, caller)
    }

    private func run(_ ready: ReadyChain, _ arguments: inout CallArguments, _ caller: Caller) -> BegunCall {
        let begun = ChainRun.begin(
            ready, names: chains.names, &arguments, traced: caller.traced, callerWaits: caller.waits,
            process: caller.process)
        switch begun {
        case .ended(let end): return .ended(end)
        case .mustWait(let module): return .refused(.mustWait(module: module))
        case .open(let run, let link, let late):
            let (callback, size) = (ready.callback, ready.chain.callSize)
            let kept = late?.arguments ?? ArgumentCopy.keep(callback, size: size, arguments.pointer)
            return .open(open(run, at: link, late, kept, caller))
        }
    }

    /// Not in line: it handles instants, whose layout is known only at run time, and most calls need none.
    @inline(never)
    private func open(
        _ run: ChainRun, at link: Int, _ late: LateCall?, _ kept: KeptCall, _ caller: Caller
    ) -> OpenCall {
        let callback = run.ready.callback
        let terms = chains.terms(of: callback, for: caller.deadline?.time)
        let flight = Flight(run, at: link, kept, modules, terms, leftover: leftover(of: callback))
        return OpenCall(flight: flight, late: late, calls: calls, remote: caller.remote)
    }

    /// What is to be done when a call has ended: lines in the log, and cookies to keep or to give back.
    func finished(_ end: CallEnd, _ ready: ReadyChain) -> CallEnd {
        chains.log(end, of: ready)
        guard ready.givesCookies, case .said(let result) = end else { return end }
        return .said(kept(result, ready.callback))
    }

    /// Suspends until a call has ended that was counted when it began. Its end needs no thread of the task's: whoever
    /// shuts down may hold all of those.
    nonisolated(nonsending) func end(of begun: BegunCall, _ ready: ReadyChain) async throws(CallError) -> CallEnd {
        switch begun {
        case .ended(let end):
            defer { calls.end() }
            return finished(end, ready)
        case .open(let call) where ready.givesCookies:
            return await call.end { [weak self, calls] end in
                defer { calls.end() }
                return self?.finished(end, ready) ?? end
            }
        case .open(let call):
            let end = await call.end { [calls] end in
                calls.end()
                return end
            }
            return finished(end, ready)
        case .refused(let error):
            calls.end()
            throw error
        }
    }
}

/// Cookies, from a module to the host and back.
extension Gatehouse {
    /// The one module that a cookie goes back to, with what it gave in the place of the host's number. Nil: the cookie is
    /// not held.
    private func giver(_ callback: Callback, _ arguments: inout CallArguments) -> ReadyChain? {
        guard let field = callback.cookieField,
            let held = cookies.take(arguments.cookie(field), for: callback.index)
        else { return nil }
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
            let unused = Catalogue.callback(slots.unused), !chains.giver(used, module).chain.isEmpty
        else { return nil }
        return Cookies.Held(module: module, value: cookie, used: used.index, unused: unused.index)
    }

    /// Tells a module that its cookie will not be used.
    func tellUnused(_ held: Cookies.Held) -> BegunCall {
        let callback = Catalogue.callbacks[held.unused]
        return begin(chains.giver(callback, held.module), Caller()) { $0.cookie(held.value) }
    }

    /// The same, without waiting for the module.
    private func tell(_ held: Cookies.Held) {
        guard calls.begin() else { return }
        tellUnused(held).whenEnded { [chains, calls] end in
            chains.log(end, of: chains.table[held.unused])
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
