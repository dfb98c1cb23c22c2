import CallbackChains
package import JSONText
public import MatrixCallbacks
import ModuleLoader

/// The generic call: a callback by its name, with JSON arguments.
extension Gatehouse {
    /// Asks the chain of a callback.
    ///
    /// A failure that the callback's rule hands on is the result's outcome here, not an error.
    ///
    /// - Parameters:
    ///   - name: `spam_checker.user_may_invite`.
    ///   - arguments: a JSON object with the callback's parameters by their names.
    ///   - follow: ask the chain that Synapse asks after this one as well, where this one lets pass.
    ///   - traced: note who was asked and how long each took.
    /// - Throws: `unknownCallback`, `badArguments` with all mistakes, `shutDown`, and `mustWait` where a module of the
    ///   chain may make its caller wait.
    public func call(
        _ name: String, arguments: String, follow: Bool = false, traced: Bool = false
    ) throws(CallError) -> CallResult {
        try call(name, arguments, follow: follow, traced: traced, mayWait: false)
    }

    private func call(
        _ name: String, _ arguments: String, follow: Bool, traced: Bool, mayWait: Bool
    ) throws(CallError) -> CallResult {
        let callback = try Self.callback(name)
        if !mayWait { try checkAnswersAtOnce(callback, follows: follow) }
        let results = try Self.parse(arguments) { node in
            let result = Result { () throws(CallError) in
                try call(callback, arguments: node, traced: traced)
            }
            return (result, callback.follows?.arguments(from: node))
        }
        let result = try results.0.get()
        guard follow, result.outcome == .next, let next = callback.follows, let passed = results.1 else {
            return result
        }
        let end = try call(next.callback, passed, follow: false, traced: traced, mayWait: mayWait)
        return end.following(result)
    }

    private static func parse<Result>(_ text: String, _ body: (JSONNode) -> Result) throws(CallError) -> Result {
        do {
            return try JSONDocument().parse(text, body)
        } catch {
            throw .badArguments([ArgumentProblem(path: "", cause: "it is not JSON: \(error)")])
        }
    }

    /// As above, for callers that may be suspended while modules work.
    public func call(
        _ name: String, arguments: String, follow: Bool = false, traced: Bool = false
    ) async throws(CallError) -> CallResult {
        try call(name, arguments, follow: follow, traced: traced, mayWait: true)
    }

    /// Asks a callback with arguments that have been parsed already.
    package func call(
        _ callback: Callback, arguments: JSONNode, traced: Bool
    ) throws(CallError) -> CallResult {
        let chain = chains.table[callback.index]
        return try underWay { () throws(CallError) in
            try CallArguments.lend(size: chain.callSize, known: callback.callSize) {
                (call: inout CallArguments) throws(CallError) in
                let problems = call.read(callback, from: arguments)
                guard problems.isEmpty else { throw .badArguments(problems) }
                return try run(callback, &call, traced: traced)
            }
        }
    }

    private static func callback(_ name: String) throws(CallError) -> Callback {
        if let callback = Catalogue.callback(name) { return callback }
        let known = Catalogue.callbacks.map(\.fullName)
        throw .unknownCallback(name, didYouMean: NearMiss.closest(to: name, among: known))
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
