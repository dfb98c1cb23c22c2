import ForeignCalls
public import HookPoints
public import MatrixCallbacks

extension SwiftModule {
    /// Takes part in a hook of the application. The signature follows from the closure's types:
    ///
    /// ```swift
    /// audit.offer("billing.may_charge") { (user: String, cents: Int64) in cents < 1000 }
    /// ```
    ///
    /// - Parameters:
    ///   - hook: the name that it is declared with.
    ///   - function: what it throws is a failure of the module, and so is an argument that is absent and not an optional
    ///     here. Any number of threads may call it at once.
    public mutating func offer<Result: HookValue, each Parameter: HookValue>(
        _ hook: String, _ function: @escaping @Sendable (repeat each Parameter) throws -> Result
    ) {
        let signature = Signature(result: Result.valueType, parameters: repeat (each Parameter).self)
        offer(hook, signature: signature) { values in
            var values = values[...]
            return try function(repeat try (each Parameter)(foreignValue: values.removeFirst())).foreignValue
        }
    }

    /// Takes part in a hook without a result.
    public mutating func offer<each Parameter: HookValue>(
        _ hook: String, _ function: @escaping @Sendable (repeat each Parameter) throws -> Void
    ) {
        offer(hook, signature: Signature(result: nil, parameters: repeat (each Parameter).self)) { values in
            var values = values[...]
            try function(repeat try (each Parameter)(foreignValue: values.removeFirst()))
            return .none
        }
    }
}

extension Signature {
    fileprivate init<each Value: HookValue>(result: ValueType?, parameters: repeat (each Value).Type) {
        var list: [Parameter] = []
        for type in repeat each parameters { list.append(Parameter(type.valueType)) }
        self.init(result: result, parameters: list)
    }
}
