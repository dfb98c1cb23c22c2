import CallbackChains
package import ForeignCalls
package import Logging
package import ModuleLoader
import Synchronization

/// A hook of an application, and, once its modules are loaded, the chain that it asks.
package final class HookPoint: Sendable {
    package let declaration: HookDeclaration
    /// Set once, when the modules are loaded.
    private let bound = AtomicLazyReference<Bound>()

    package init(_ declaration: HookDeclaration) { self.declaration = declaration }

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

    private final class Bound: Sendable {
        let chain: HookChain
        let host: Host

        init(_ chain: HookChain, _ host: Host) { (self.chain, self.host) = (chain, host) }

        func log(_ note: HookRun.Note) {
            host.logger.warning(
                "\(note.module): failure in \(chain.declaration.name): \(note.text)",
                metadata: ["module": "\(note.module)"])
        }
    }

    /// Builds the hook's chain. Before this, calls throw `notLoaded`.
    package func bind(_ members: [any ChainMember], _ host: Host) {
        if let chain = HookChain(declaration, members) { _ = bound.storeIfNil(Bound(chain, host)) }
    }

    /// The names of the modules that it asks, in order.
    package var modules: [String] {
        guard let chain = bound.load()?.chain else { return [] }
        return (0..<chain.chain.count).map(chain.name)
    }

    /// Calls the modules.
    ///
    /// - Parameters:
    ///   - mayWait: false for callers that cannot wait, such as an event loop.
    ///   - textSize: of all arguments.
    ///   - first: the first argument.
    ///   - write: puts the arguments, each of its type.
    package func call(
        mayWait: Bool, textSize: Int, first: ForeignValue, _ write: (inout CallFrame) -> Void
    ) throws(HookError) -> ForeignValue {
        guard let bound = bound.load() else { throw .notLoaded(hook: declaration.name) }
        let chain = bound.chain
        if !mayWait, let module = chain.chain.waitsFor { throw .mustWait(module: chain.names[module - 1]) }
        guard bound.host.begin() else { throw .shutDown }
        defer { bound.host.end() }
        let result = try CallFrame.lend(chain.prepared, textSize: textSize) {
            (frame: inout CallFrame) throws(HookError) in
            write(&frame)
            return try HookRun.run(chain, frame, first: first) { bound.log($0) }
        }
        return try checked(result)
    }

    /// A sum may be beyond its type.
    private func checked(_ result: ForeignValue) throws(HookError) -> ForeignValue {
        guard case .integer(let integer) = result, let type = declaration.signature.result, let range = type.integers,
            !range.contains(integer)
        else { return result }
        throw .badResult("is \(integer), which is beyond \(type.rawValue)", hook: declaration.name)
    }
}
