import CGatehouse
import ModuleLoader

/// The functions of `http.h`. Any thread, any time.
@safe enum HTTPTable {
    static func make(_ http: InstanceHTTP) -> ServiceTable {
        unsafe ImmortalTable.make(
            gh_http(size: MemoryLayout<gh_http>.size, data: ImmortalTable.data(http), send: send, cancel: cancel))
    }

    // - Safety: the table's `data` is what it was made for. A completion is called with what the module gave.

    private static let send:
        @convention(c) (
            UnsafePointer<gh_http>?, UnsafePointer<gh_http_request>?, gh_http_completion?, UnsafeMutableRawPointer?
        ) -> UInt64 = { table, record, completion, context in
            guard let http = unsafe ImmortalTable.owner(table?.pointee.data, InstanceHTTP.self),
                let completion = unsafe completion
            else { return 0 }
            let call = unsafe HTTPCompletion(completion, context)
            return http.send(unsafe request(record)) { http.enter(HTTPVisit(call, $0)) }
        }

    private static func request(
        _ record: UnsafePointer<gh_http_request>?
    ) -> Result<HTTPRequest, Handed.Refusal> {
        Result { () throws(Handed.Refusal) in
            guard let copy = unsafe HandedRecord.copy(record, size: \.size, zero: gh_http_request()) else {
                throw Handed.Refusal(reason: "there is no request, or its size is none")
            }
            return try unsafe HTTPRequest(copy)
        }
    }

    private static let cancel: @convention(c) (UnsafePointer<gh_http>?, UInt64) -> Void = { table, request in
        unsafe ImmortalTable.owner(table?.pointee.data, InstanceHTTP.self)?.cancel(request)
    }
}

/// What a module wants called when its request has ended.
@safe private struct HTTPCompletion: @unchecked Sendable {
    let function: gh_http_completion
    let context: UnsafeMutableRawPointer?

    init(_ function: @escaping gh_http_completion, _ context: UnsafeMutableRawPointer?) {
        unsafe (self.function, self.context) = (function, context)
    }
}

/// A response on its way into the instance.
private final class HTTPVisit: ModuleVisit {
    let call: ModuleCall
    private let memory: LentMemory

    init(_ completion: HTTPCompletion, _ response: HTTPResponse) {
        let memory = LentMemory()
        let record = unsafe gh_http_response(
            size: MemoryLayout<gh_http_response>.size, result: response.result.rawValue,
            status: UInt64(response.status), headers: memory.headers(response.headers),
            header_count: response.headers.count, body: response.body.map { unsafe memory.str($0) } ?? gh_str(),
            error: memory.maybe(response.error))
        call = unsafe ModuleCall(
            unsafeBitCast(completion.function, to: ModuleCall.Function.self), completion.context,
            memory.record(record))
        self.memory = memory
    }

    var name: String { "a completion of HTTP" }
}
