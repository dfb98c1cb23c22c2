import Dispatch
import ForeignCalls
public import HookPoints
public import Logging
public import MatrixCallbacks
public import ModuleLoader

extension Gatehouse {
    /// Declares the hooks and registers the modules of an application, and then loads.
    ///
    /// ```swift
    /// var builder = Gatehouse.Builder(configuration)
    /// let mayCharge = try builder.hook(
    ///     "billing.may_charge", Bool.self, ("user", String.self), ("cents", Int64.self), rule: .firstFalse,
    ///     onFailure: .refuse)
    /// let gatehouse = try await builder.load()
    /// let allowed = try await mayCharge("@alice:example.com", 1299)
    /// ```
    ///
    /// One task or thread at a time. What it gives out may be called by any, once it has loaded.
    public struct Builder: ~Copyable {
        private let configuration: Configuration
        private let logger: Logger
        private var hooks: [HookPoint] = []
        private var builtins: [SwiftModule] = []

        public init(_ configuration: Configuration, logger: Logger = Logger(label: "gatehouse")) {
            (self.configuration, self.logger) = (configuration, logger)
        }

        /// Declares a hook by Swift types. The signature follows from them.
        ///
        /// - Parameters:
        ///   - name: a word for the application's part, a point, a word for the question: `billing.may_charge`.
        ///   - result: with `firstAnswer` it has to be an optional, `String?.self`, which is nil where nobody answers.
        ///   - parameters: each with its name, which is for readers.
        ///   - isRequired: loading fails where no module offers a function for it.
        /// - Throws: what does not go together, and a hook that is declared already.
        public mutating func hook<Result: HookValue, each Parameter: HookValue>(
            _ name: String, _ result: Result.Type, _ parameters: repeat (String, (each Parameter).Type),
            rule: HookRule, onFailure: HookFailureRule = .propagate, isRequired: Bool = false
        ) throws(Problems) -> Hook<Result, repeat each Parameter> {
            var list: [Signature.Parameter] = []
            for (name, type) in repeat each parameters { list.append(Signature.Parameter(type.valueType, name: name)) }
            let signature = Signature(result: result.valueType, parameters: list)
            if rule == .firstAnswer && !result.mayBeAbsent {
                throw Problems(list: [
                    Problem(
                        "hook.declaration", "hook \(name)",
                        "with the rule `first answer` there may be no result, and \(result) is no optional",
                        cure: "Declare it with \(result)?.self.")
                ])
            }
            return Hook(
                try add(HookDeclaration(name, signature, rule: rule, onFailure: onFailure, isRequired: isRequired)))
        }

        /// Declares a hook without a result: all modules are told.
        ///
        /// - Throws: as for hooks with a result.
        public mutating func notice<each Parameter: HookValue>(
            _ name: String, _ parameters: repeat (String, (each Parameter).Type),
            onFailure: HookFailureRule = .skip, isRequired: Bool = false
        ) throws(Problems) -> Notice<repeat each Parameter> {
            var list: [Signature.Parameter] = []
            for (name, type) in repeat each parameters { list.append(Signature.Parameter(type.valueType, name: name)) }
            let signature = Signature(result: nil, parameters: list)
            return Notice(
                try add(HookDeclaration(name, signature, rule: .tellAll, onFailure: onFailure, isRequired: isRequired)))
        }

        /// Declares a hook by the text of its signature: `bool(str user, i64 cents)`.
        ///
        /// - Throws: where the text is no signature; else as above.
        public mutating func hook(
            _ name: String, signature text: String, rule: HookRule, onFailure: HookFailureRule = .propagate,
            isRequired: Bool = false
        ) throws(Problems) -> UntypedHook {
            let signature = try Self.signature(text, of: name)
            let declaration = HookDeclaration(
                name, signature, rule: rule, onFailure: onFailure, isRequired: isRequired)
            return UntypedHook(try add(declaration))
        }

        /// Registers a module of the application. Its place in the chains is where the configuration says
        /// `builtin: NAME`; where it says nothing, the module is not asked.
        ///
        /// - Throws: callbacks that there are not, and a name that is registered already.
        public mutating func register(module: SwiftModule) throws(Problems) {
            var problems = module.problems
            if builtins.contains(where: { $0.name == module.name }) {
                problems.append(
                    Problem(
                        "builtin.twice", "builtin \(module.name)", "a module of this name is registered already",
                        cure: "Give one of the two another name."))
            }
            try Problems.throwUnlessEmpty(problems)
            builtins.append(module)
        }

        /// Loads all modules of the configuration and creates their instances, in order, on a thread that may block.
        ///
        /// - Throws: every mistake there is in the configuration, in its modules, and between the hooks and what modules
        ///   offer for them. Nothing stays half loaded.
        public consuming func load() async throws(Problems) -> Gatehouse {
            let (configuration, hooks, builtins, logger) = (configuration, hooks, builtins, logger)
            let loaded = await withCheckedContinuation { continuation in
                DispatchQueue.global().async {
                    continuation.resume(
                        returning: Result { () throws(Problems) in
                            try Gatehouse(configuration, hooks: hooks, builtins: builtins, logger: logger)
                        })
                }
            }
            return try loaded.get()
        }
    }
}

extension Gatehouse.Builder {
    private mutating func add(_ declaration: HookDeclaration) throws(Problems) -> HookPoint {
        let subject = "hook \(declaration.name)"
        var problems = declaration.problems(subject: subject)
        if hooks.contains(where: { $0.declaration.name == declaration.name }) {
            problems.append(
                Problem("hook.declaration", subject, "it is declared already", cure: "Declare each hook once."))
        }
        try Problems.throwUnlessEmpty(problems)
        _ = try Self.signature(declaration.signature.description, of: declaration.name)
        let point = try HookPoint(declaration)
        hooks.append(point)
        return point
    }

    private static func signature(_ text: String, of name: String) throws(Problems) -> Signature {
        do {
            return try Signature(text)
        } catch {
            throw Problems(list: [
                Problem(
                    "hook.declaration", "hook \(name)", "\(text.debugDescription), \(error)",
                    cure: "The page Hook points of the documentation has the grammar.")
            ])
        }
    }
}
