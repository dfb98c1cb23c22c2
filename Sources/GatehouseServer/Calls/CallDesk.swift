import Gatehouse
import HTTPTypes
import Hummingbird
import JSONText
import Logging
import MatrixCallbacks
import ModuleLoader

/// Where all protocols bring their calls: it admits them, asks the host, counts, and notes what was refused.
struct CallDesk: Sendable {
    let gatehouse: Gatehouse
    let admission: Admission
    let metrics: CallMetrics
    let decisions: DecisionStore
    /// Where files lie that callers name.
    let mediaFolder: SharedFolder?

    /// Asks the chain of a callback.
    ///
    /// - Parameter left: how much time the caller has; nil: as much as the configuration gives.
    /// - Throws: `RequestError` where there is no result.
    func ask(
        _ name: String, arguments: String, follow: Bool = false, left: Duration? = nil, _ context: CallContext
    ) async throws(RequestError) -> CallResult {
        try admission.enter()
        defer { admission.leave() }
        let caller = Caller(
            deadline: left.map { ContinuousClock.now + $0 }, traced: true, remote: context.caller,
            process: context.process, sources: sources(context))
        let result: CallResult
        do throws(CallError) {
            result = try await gatehouse.call(name, arguments: arguments, follow: follow, caller)
        } catch {
            throw RequestError(error)
        }
        metrics.count(result, of: name)
        if result.objects { note(result, of: name, arguments, context) }
        return result
    }

    private func sources(_ context: CallContext) -> CallSources? {
        if context.homeserver == nil, mediaFolder == nil { return nil }
        return CallSources(origin: context.homeserver, mediaFolder: mediaFolder)
    }

    private func note(_ result: CallResult, of name: String, _ arguments: String, _ context: CallContext) {
        guard let decision = Decision(result, of: name, arguments: arguments, requestID: context.requestID) else {
            return
        }
        decisions.keep(decision)
        context.log.info("\(decision.line)", metadata: decision.metadata)
    }
}

extension RequestError {
    fileprivate init(_ error: CallError) {
        switch error {
        case .unknownCallback(_, let near):
            self.init(
                .notFound, "M_NOT_FOUND", "\(error)", near.map { ["did_you_mean": .array([.string($0)])] } ?? [:])
        case .badArguments(let problems):
            self.init(
                .badRequest, "M_BAD_JSON", "\(error)",
                ["problems": .array(problems.map { ["path": .string($0.path), "cause": .string($0.cause)] })])
        case .unknownCookie: self.init(.notFound, "M_NOT_FOUND", "\(error)")
        case .shutDown: self = .unavailable(.draining)
        case .failed, .mustWait, .cancelled: self.init(.internalServerError, "M_UNKNOWN", "\(error)")
        }
    }
}
