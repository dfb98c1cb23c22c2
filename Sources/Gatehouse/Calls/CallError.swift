public import MatrixCallbacks
public import ModuleLoader

/// Why a call gave no result. A denial is no error: it is a verdict.
public enum CallError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A module failed, and the callback's failure rule hands that on.
    case failed(Failure, module: String)
    /// The synchronous form was used, and this module may make its caller wait, or would have answered late. Use the
    /// asynchronous form.
    case mustWait(module: String)
    case badArguments([ArgumentProblem])
    /// No module waits for this cookie: it was handed back, or never given.
    case unknownCookie
    /// The task that asked was cancelled before the modules had decided.
    case cancelled
    /// No callback has this name; perhaps that one was meant.
    case unknownCallback(String, didYouMean: String?)
    case shutDown

    public var description: String {
        switch self {
        case .failed(let failure, let module): "\(module) failed: \(failure.text)"
        case .mustWait(let module): "\(module) may make its caller wait; use the asynchronous form"
        case .badArguments(let problems): "arguments: " + problems.map(\.description).joined(separator: "; ")
        case .unknownCookie: "no module waits for this cookie: it was handed back, or never given"
        case .unknownCallback(let name, let near):
            "there is no callback \(name)" + (near.map { "; did you mean \($0)?" } ?? "")
        case .cancelled: "the caller has gone away"
        case .shutDown: "the host is shut down"
        }
    }
}

extension Failure {
    fileprivate var text: String {
        switch self {
        case .plain(let message): message
        case .withStatus(let status, let code, let message, _): "\(status) \(code) \(message)"
        }
    }
}
