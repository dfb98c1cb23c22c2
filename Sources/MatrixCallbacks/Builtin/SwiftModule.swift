public import ForeignCalls
public import JSONText
public import ModuleLoader

/// Closures of the application that take part in the chains like a compiled module, at the place that the
/// configuration gives them with `builtin: NAME`.
///
/// ```swift
/// var audit = SwiftModule("audit")
/// audit.on("spam_checker.user_may_invite") { arguments in
///     arguments["inviter"] == "@spammer:example.com" ? .answer(.denial) : .next
/// }
/// try builder.register(module: audit)
/// ```
///
/// It also answers hooks of the application, with `offer`.
///
/// Closures may be called by any number of threads at once. A closure that throws a ``Failure`` fails with it; with any
/// other error it fails with that error's description.
public struct SwiftModule: Sendable {
    /// What a closure made of a call.
    public enum Outcome: Equatable, Sendable {
        /// Nothing against it: ask the next module.
        case next
        /// One of the callback's kind; any other is an invalid answer.
        case answer(Answer)
    }

    /// - Parameter arguments: those of the callback, by their names.
    public typealias Closure = @Sendable (_ arguments: JSONObject) throws -> Outcome

    public let name: String
    /// Its closures return at once and never block: they may run on an event loop.
    public let isPrompt: Bool
    private(set) var closures: [String: Closure] = [:]
    private(set) var hookClosures: [String: HookClosure] = [:]

    public init(_ name: String, isPrompt: Bool = false) { (self.name, self.isPrompt) = (name, isPrompt) }

    /// Takes part in a callback.
    ///
    /// - Parameter callback: `spam_checker.user_may_invite`. Loading fails where there is none of this name.
    public mutating func on(_ callback: String, _ closure: @escaping Closure) { closures[callback] = closure }

    /// The same module, asked for some callbacks alone; nil: for all that it takes part in.
    package func only(for callbacks: [String]?) -> SwiftModule {
        guard let callbacks else { return self }
        var module = self
        module.closures = closures.filter { callbacks.contains($0.key) }
        return module
    }

    /// Takes part in a hook of the application.
    ///
    /// - Parameters:
    ///   - hook: `billing.may_charge`.
    ///   - signature: that of the hook's declaration. Loading fails where the two differ.
    ///   - function: gets values of the parameters' types and gives one of the result's; `none` where that is `void`.
    ///     Anything else is a failure of the module.
    public mutating func offer(
        _ hook: String, signature: Signature, _ function: @escaping @Sendable ([ForeignValue]) throws -> ForeignValue
    ) {
        hookClosures[hook] = HookClosure(OfferedHook(hook: hook, signature: signature), function)
    }

    /// What it offers for hooks, sorted.
    var offers: [OfferedHook] { hookClosures.values.map(\.offered).sorted { $0.hook < $1.hook } }

    /// What is wrong with it.
    package var problems: [Problem] {
        closures.keys.sorted().filter { Catalogue.callback($0) == nil }.map { name in
            let near = NearMiss.closest(to: name, among: Catalogue.callbacks.map(\.fullName))
            return Problem(
                "builtin.callback", "builtin \(self.name)", "there is no callback \(name)",
                cure: near.map { "Did you mean \($0)?" } ?? "`gatehouse callbacks` lists them.")
        }
    }
}
