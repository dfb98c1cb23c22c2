package import ForeignCalls
package import Logging
package import ModuleLoader
import Synchronization

/// A hook of an application, prepared when it is declared, and, once its modules are loaded, the chain that it asks.
package final class HookPoint: Sendable {
    package let declaration: HookDeclaration
    private let prepared: PreparedSignature
    /// Set once, when the modules are loaded.
    private let chain = AtomicLazyReference<HookChain>()

    /// - Throws: why functions of this signature cannot be called.
    package init(_ declaration: HookDeclaration) throws(Problems) {
        guard let prepared = PreparedSignature(declaration.signature, takesInstance: true) else {
            throw Problems(list: [
                Problem(
                    "hook.declaration", "hook \(declaration.name)",
                    "libffi does not prepare calls of \(declaration.signature)",
                    cure: "Declare it with fewer or other parameters.")
            ])
        }
        (self.declaration, self.prepared) = (declaration, prepared)
    }

    /// What a call needs of a host.
    package struct Host: Sendable {
        let logger: Logger
        let begin: @Sendable () -> Bool
        let end: @Sendable () -> Void

        /// - Parameter begin: false where the host is shut down; otherwise the call is under way until `end`.
        package init(logger: Logger, begin: @escaping @Sendable () -> Bool, end: @escaping @Sendable () -> Void) {
            (self.logger, self.begin, self.end) = (logger, begin, end)
        }
    }

    /// Builds the hook's chain. Before this, calls throw `notLoaded`.
    package func bind(_ members: [any ChainMember], _ host: Host) {
        _ = chain.storeIfNil(HookChain(declaration, prepared, members, host))
    }

    /// The names of the modules that it asks, in order.
    package var modules: [String] { chain.load()?.modules ?? [] }

    /// Calls the modules.
    ///
    /// - Parameters:
    ///   - mayWait: false for callers that cannot wait, such as an event loop.
    ///   - first: the first argument, where the result is that.
    ///   - write: puts the arguments, each of its type.
    package func call(
        mayWait: Bool, first: () -> ForeignValue, write: (inout CallFrame) -> Void
    ) throws(HookError) -> ForeignValue {
        guard let chain = chain.load() else { throw .notLoaded(hook: declaration.name) }
        if !mayWait, let module = chain.waitsFor { throw .mustWait(module: module) }
        guard chain.host.begin() else { throw .shutDown }
        defer { chain.host.end() }
        return try CallFrame.lend(prepared) { (frame: inout CallFrame) throws(HookError) in
            write(&frame)
            return try HookRun.run(chain, frame, first: first)
        }
    }
}
