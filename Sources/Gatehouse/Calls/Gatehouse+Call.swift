import CallbackChains
package import JSONText
public import MatrixCallbacks
import ModuleLoader

/// The generic call: a callback by its name, with JSON arguments.
extension Gatehouse {
    /// Asks the chain of a callback, for callers that cannot wait.
    ///
    /// A failure that the callback's rule hands on is the result's outcome here, not an error.
    ///
    /// - Parameters:
    ///   - name: `spam_checker.user_may_invite`.
    ///   - arguments: a JSON object with the callback's parameters by their names.
    ///   - follow: ask the chain that Synapse asks after this one as well, where this one lets pass.
    ///   - traced: note who was asked and how long each took.
    /// - Throws: `unknownCallback`, `badArguments` with all mistakes, `shutDown`, and `mustWait` where a module of the
    ///   chain may make its caller wait, or would have answered late.
    public func call(
        _ name: String, arguments: String, follow: Bool = false, traced: Bool = false
    ) throws(CallError) -> CallResult {
        let ready = try ready(name)
        try checkAnswersAtOnce(ready, follows: follow)
        return try underWay { () throws(CallError) in
            let (begun, following) = begin(ready, arguments, follow: follow, Caller(waits: false, traced: traced))
            let result = try finished(begun.wait(), ready).result(of: ready.callback)
            guard let following, result.outcome == .next else { return result }
            return try call(following.callback, arguments: following.arguments, traced: traced).following(result)
        }
    }

    /// As above, for callers that may be suspended while modules work. A task that is cancelled gets the outcome
    /// *cancelled* when the module is done that has the call.
    ///
    /// - Parameter deadline: when the caller needs the result at the latest; nil: as the configuration says. What the
    ///   configuration gives is never exceeded.
    public func call(
        _ name: String, arguments: String, follow: Bool = false, traced: Bool = false,
        deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> CallResult {
        let caller = Caller(deadline: deadline, traced: traced, remote: nil)
        return try await call(name, arguments: arguments, follow: follow, caller)
    }

    /// As above, for callers of which more is known, and on the thread that they are on.
    nonisolated(nonsending) package func call(
        _ name: String, arguments: String, follow: Bool, _ caller: Caller
    ) async throws(CallError) -> CallResult {
        let ready = try ready(name)
        guard calls.begin() else { throw .shutDown }
        let (begun, following) = begin(ready, arguments, follow: follow, caller)
        let result = try await end(of: begun, ready).result(of: ready.callback)
        guard let following, result.outcome == .next else { return result }
        return try await call(following.callback, arguments: following.arguments, follow: false, caller)
            .following(result)
    }

    /// Asks a callback with arguments that have been parsed already. Blocks until the chain has ended.
    package func call(
        _ callback: Callback, arguments: JSONNode, traced: Bool
    ) throws(CallError) -> CallResult {
        let ready = chains.table[callback.index]
        return try underWay { () throws(CallError) in
            try finished(begin(ready, arguments, Caller(traced: traced)).wait(), ready).result(of: callback)
        }
    }

    private func ready(_ name: String) throws(CallError) -> ReadyChain {
        if let callback = Catalogue.callback(name) { return chains.table[callback.index] }
        let known = Catalogue.callbacks.map(\.fullName)
        throw .unknownCallback(name, didYouMean: NearMiss.closest(to: name, among: known))
    }
}

/// From JSON to a call.
extension Gatehouse {
    /// The chain that is asked next, where a first one lets pass.
    private struct Following {
        let callback: String
        let arguments: String
    }

    /// A call that goes on when `begin` has returned has a copy of its arguments.
    private static let documents = ThreadDocument()

    private func begin(
        _ ready: ReadyChain, _ arguments: String, follow: Bool, _ caller: Caller
    ) -> (BegunCall, Following?) {
        do {
            return try Self.documents.borrow(for: arguments.utf8.count) { document throws(JSONError) in
                try document.parse(arguments) { node in
                    let next = follow ? ready.callback.follows : nil
                    let following = next.map { Following(callback: $0.callback, arguments: $0.arguments(from: node)) }
                    return (begin(ready, node, caller), following)
                }
            }
        } catch {
            let problem = ArgumentProblem(path: "", cause: "it is not JSON: \(error)")
            return (.refused(.badArguments([problem])), nil)
        }
    }

    private func begin(_ ready: ReadyChain, _ node: JSONNode, _ caller: Caller) -> BegunCall {
        var begun = BegunCall.ended(.allNext)
        CallArguments.lend(for: ready) { call in
            let problems = call.read(for: ready, from: node, caller.sources)
            begun = problems.isEmpty ? begin(ready, &call, caller) : .refused(.badArguments(problems))
        }
        return begun
    }
}

extension Callback.Follow {
    /// The arguments of the chain that follows, taken from those of the first.
    fileprivate func arguments(from node: JSONNode) -> String {
        var object = JSONObject()
        for (name, path) in arguments {
            let found = path.reduce(Optional(node)) { node, step in node?.member(step) }
            object[name] = found.flatMap { $0.kind == .null ? nil : JSONValue($0) } ?? ""
        }
        return JSONValue.object(object).text
    }
}
