import ForeignCalls

/// A hook that an application has declared with Swift types: it calls it like a function.
///
/// ```swift
/// let allowed = try await mayCharge("@alice:example.com", 1299)
/// ```
///
/// Any thread may call, once the builder has loaded the modules.
public struct Hook<Result: HookValue, each Parameter: HookValue>: Sendable {
    package let point: HookPoint

    package init(_ point: HookPoint) { self.point = point }

    /// For callers that cannot wait, such as an event loop.
    ///
    /// - Throws: `mustWait` before anybody is asked, where a module may make its caller wait; what the failure rule
    ///   hands on; `badResult`; `notLoaded`; `shutDown`.
    public func callAsFunction(_ arguments: repeat each Parameter) throws(HookError) -> Result {
        try call(mayWait: false, repeat each arguments)
    }

    /// For callers that may be suspended while modules work.
    public func callAsFunction(_ arguments: repeat each Parameter) async throws(HookError) -> Result {
        try call(mayWait: true, repeat each arguments)
    }

    private func call(mayWait: Bool, _ arguments: repeat each Parameter) throws(HookError) -> Result {
        let result = try point.call(mayWait: mayWait, repeat each arguments)
        do throws(UnexpectedValue) {
            return try Result(foreignValue: result)
        } catch {
            throw .badResult("is \(error)", hook: point.declaration.name)
        }
    }
}

/// A hook without a result: all modules are told.
///
/// Any thread may call, once the builder has loaded the modules.
public struct Notice<each Parameter: HookValue>: Sendable {
    package let point: HookPoint

    package init(_ point: HookPoint) { self.point = point }

    /// For callers that cannot wait. Throws as those of ``Hook`` do.
    public func callAsFunction(_ arguments: repeat each Parameter) throws(HookError) {
        _ = try point.call(mayWait: false, repeat each arguments)
    }

    /// For callers that may be suspended while modules work.
    public func callAsFunction(_ arguments: repeat each Parameter) async throws(HookError) {
        _ = try point.call(mayWait: true, repeat each arguments)
    }
}

extension HookPoint {
    /// Calls with arguments of the types that the signature was made of.
    fileprivate func call<each Parameter: HookValue>(
        mayWait: Bool, _ arguments: repeat each Parameter
    ) throws(HookError) -> ForeignValue {
        try call(mayWait: mayWait) {
            for argument in repeat each arguments { return argument.foreignValue }
            return .none
        } write: { frame in
            repeat (each arguments).put(into: &frame)
        }
    }
}
