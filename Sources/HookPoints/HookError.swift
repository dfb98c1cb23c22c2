/// Why a hook's call gave no result.
public enum HookError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A module failed, and the hook's failure rule hands that on.
    case failed(String, module: String, hook: String)
    /// The synchronous form was used, and this module may make its caller wait. Use the asynchronous form.
    case mustWait(module: String)
    /// An argument is none of its type, or there are too few or too many.
    case badArgument(String)
    /// The result is none of the Swift type: a sum beyond it, or nothing where there has to be something.
    case badResult(String, hook: String)
    /// The hook's builder has not loaded its modules.
    case notLoaded(hook: String)
    case shutDown

    public var description: String {
        switch self {
        case .failed(let text, let module, let hook): "\(module) failed in \(hook): \(text)"
        case .mustWait(let module): "\(module) may make its caller wait; use the asynchronous form"
        case .badArgument(let text): text
        case .badResult(let text, let hook): "the result of \(hook) \(text)"
        case .notLoaded(let hook): "\(hook) is called before its modules are loaded"
        case .shutDown: "the host is shut down"
        }
    }
}
