import CGatehouse
import ModuleLoader
import Synchronization

/// What a module wants called for a path.
@safe struct WebHandler: @unchecked Sendable {
    let function: gh_web_handler
    let context: UnsafeMutableRawPointer?

    init(_ function: @escaping gh_web_handler, _ context: UnsafeMutableRawPointer?) {
        unsafe (self.function, self.context) = (function, context)
    }
}

/// A request that a module has not answered yet. What the module reads of it lives as long as this.
final class OpenRequest: ModuleVisit {
    private enum Stage {
        /// For its turn at the instance.
        case waiting
        /// The handler has it, and owes an answer.
        case shown
        /// Nobody waits any more, and the handler has not seen it.
        case left
    }

    let number: UInt64
    let call: ModuleCall
    private let memory = LentMemory()
    private let waiting: AsyncStream<WebResponse>.Continuation
    private let stage = Mutex(Stage.waiting)
    private let forget: @Sendable (UInt64) -> Void

    /// - Parameter forget: gets the number of a request that the handler never sees.
    init(
        _ number: UInt64, _ request: WebRequest, _ handler: WebHandler,
        _ waiting: AsyncStream<WebResponse>.Continuation, forget: @escaping @Sendable (UInt64) -> Void
    ) {
        (self.number, self.waiting, self.forget) = (number, waiting, forget)
        let record = unsafe gh_web_request(
            size: MemoryLayout<gh_web_request>.size, number: number, method: memory.str(request.method),
            path: memory.str(request.path), query: memory.maybe(request.query),
            headers: memory.headers(request.headers), header_count: request.headers.count,
            body: memory.str(request.body))
        call = unsafe ModuleCall(
            unsafeBitCast(handler.function, to: ModuleCall.Function.self), handler.context, memory.record(record))
    }

    var name: String { "the handler of a path" }

    /// Its client has its answer, or has gone. A handler that has not seen it never does.
    func leave() { stage.withLock { if $0 == .waiting { $0 = .left } } }

    var isWanted: Bool { stage.withLock { $0 != .left } }

    func begin() -> Bool {
        stage.withLock { stage in
            if stage == .waiting { stage = .shown }
            return stage == .shown
        }
    }

    func end() { if stage.withLock({ $0 != .shown }) { forget(number) } }

    /// False: nobody waits any more.
    func answer(_ response: WebResponse) -> Bool {
        if case .enqueued = waiting.yield(response) { return true }
        return false
    }
}
