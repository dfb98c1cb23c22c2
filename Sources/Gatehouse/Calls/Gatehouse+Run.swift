import CallbackChains
import Logging
import MatrixCallbacks
import ModuleLoader

/// The way from arguments that have been written to a result.
extension Gatehouse {
    /// Asks those modules of a callback whom these arguments concern.
    ///
    /// - Throws: `badArguments` where a cookie goes back that is not held.
    func run(
        _ callback: Callback, _ arguments: inout CallArguments, traced: Bool
    ) throws(CallError) -> CallResult {
        if callback.isPointless(arguments) { return CallResult(nobodyAsked: callback) }
        if callback.takesCookies { return try giveBack(callback, &arguments, traced: traced) }
        let chain = chains.chain(callback, arguments)
        let result = ChainRun.run(callback, chain, names: chains.names, &arguments, traced: traced)
        log(result, callback)
        return callback.cookie == nil ? result : kept(result, callback)
    }

    func log(_ result: CallResult, _ callback: Callback) {
        for note in result.notes {
            let kind = note.isInvalidAnswer ? "invalid answer" : "failure"
            chains.logger.warning(
                "\(note.module): \(kind) in \(callback.fullName): \(note.text)", metadata: ["module": "\(note.module)"])
        }
    }
}

/// Cookies, from a module to the host and back.
extension Gatehouse {
    private static let notHeld = "no module waits for this cookie: it was handed back, or never given"

    private func giveBack(
        _ callback: Callback, _ arguments: inout CallArguments, traced: Bool
    ) throws(CallError) -> CallResult {
        guard let field = callback.cookieField,
            let held = cookies.take(arguments.cookie(field), for: callback.index)
        else { throw .badArguments([ArgumentProblem(path: "cookie", cause: Self.notHeld)]) }
        arguments.replace(cookie: field, by: held.value)
        let chain = chains.giver(callback, held.module)
        let result = ChainRun.run(callback, chain, names: chains.names, &arguments, traced: traced)
        log(result, callback)
        return result
    }

    /// Keeps the cookie of the answer, which gets the host's number for it; gives back those that do not count.
    private func kept(_ result: CallResult, _ callback: Callback) -> CallResult {
        for (module, cookie) in result.unused {
            if let held = held(cookie, of: module, callback) { tellUnused(held) }
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
    func tellUnused(_ held: Cookies.Held) {
        let callback = Catalogue.callbacks[held.unused]
        let chain = chains.giver(callback, held.module)
        let result = CallArguments.lend(size: chain.callSize, known: callback.callSize) { arguments in
            arguments.cookie(held.value)
            return ChainRun.run(callback, chain, names: chains.names, &arguments, traced: false)
        }
        log(result, callback)
    }

    /// Gives a cookie back that nobody has used. What is left when the host shuts down is given back then.
    func giveBack(_ number: UInt64) {
        try? underWay { () throws(CallError) in
            if let held = cookies.take(number) { tellUnused(held) }
        }
    }
}
