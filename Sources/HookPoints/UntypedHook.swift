public import ForeignCalls

/// A hook that was declared by the text of its signature: values are checked when it is called.
///
/// Any thread may call, once the builder has loaded the modules.
public struct UntypedHook: Sendable {
    package let point: HookPoint

    package init(_ point: HookPoint) { self.point = point }

    public var signature: Signature { point.declaration.signature }

    /// For callers that cannot wait, such as an event loop.
    ///
    /// - Throws: `badArgument` for the first value that is none of its parameter's type; else as ``Hook`` does.
    public func callAsFunction(_ arguments: ForeignValue...) throws(HookError) -> ForeignValue {
        try call(arguments, mayWait: false)
    }

    /// For callers that may be suspended while modules work.
    public func callAsFunction(_ arguments: ForeignValue...) async throws(HookError) -> ForeignValue {
        try call(arguments, mayWait: true)
    }

    private func call(_ arguments: [ForeignValue], mayWait: Bool) throws(HookError) -> ForeignValue {
        try check(arguments)
        return try point.call(mayWait: mayWait) {
            arguments.first ?? .none
        } write: { frame in
            for (argument, parameter) in zip(arguments, signature.parameters) {
                frame.put(argument, as: parameter.type)
            }
        }
    }

    private func check(_ arguments: [ForeignValue]) throws(HookError) {
        let parameters = signature.parameters
        guard arguments.count == parameters.count else {
            throw .badArgument("\(point.declaration.name) takes \(parameters.count) arguments, not \(arguments.count)")
        }
        for (place, (argument, parameter)) in zip(arguments, parameters).enumerated() {
            guard let mismatch = argument.mismatch(with: parameter.type) else { continue }
            throw .badArgument("\(parameter.name ?? "argument \(place + 1)"): \(mismatch)")
        }
    }
}
