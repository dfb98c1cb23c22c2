import CGatehouse
import ModuleLoader

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
    let number: UInt64
    let call: ModuleCall
    private let memory = LentMemory()
    private let waiting: AsyncStream<WebResponse>.Continuation

    init(
        _ number: UInt64, _ request: WebRequest, _ handler: WebHandler,
        _ waiting: AsyncStream<WebResponse>.Continuation
    ) {
        (self.number, self.waiting) = (number, waiting)
        let record = unsafe gh_web_request(
            size: MemoryLayout<gh_web_request>.size, number: number, method: memory.str(request.method),
            path: memory.str(request.path), query: memory.maybe(request.query),
            headers: memory.headers(request.headers), header_count: request.headers.count,
            body: memory.str(request.body))
        call = unsafe ModuleCall(
            unsafeBitCast(handler.function, to: ModuleCall.Function.self), handler.context, memory.record(record))
    }

    var name: String { "the handler of a path" }

    /// False: nobody waits any more.
    func answer(_ response: WebResponse) -> Bool {
        if case .enqueued = waiting.yield(response) { return true }
        return false
    }
}
