import HTTPTypes
import Hummingbird
import Logging
import MatrixCallbacks
import ModuleLoader

/// Gives every request an id, turns errors into answers, and logs what came and what went.
struct RequestLog {
    let reception: Reception

    func respond(to request: Request, context: CallContext) async -> Response {
        var context = context
        context.requestID = request.id
        let start = ContinuousClock.now
        var response = await answer(request, context)
        response.headers[.requestID] = context.requestID
        context.logger.debug(
            "\(request.method) \(request.uri.path.printable) \(response.status.code)",
            metadata: [
                "request_id": "\(context.requestID)", "method": "\(request.method)",
                "path": "\(request.uri.path.printable)", "status": .stringConvertible(response.status.code),
                "microseconds": .stringConvertible((ContinuousClock.now - start).nanoseconds / 1000),
            ])
        return response
    }

    private func answer(_ request: Request, _ context: CallContext) async -> Response {
        do {
            return try await reception.respond(to: request, context: context)
        } catch let error as RequestError {
            return error.response(from: request, context: context)
        } catch {
            context.log.error("\(request.uri.path.printable): \("\(error)".printable)")
            return RequestError(.internalServerError, "M_UNKNOWN", "the server failed; its log says why")
                .response(from: request, context: context)
        }
    }
}

extension Request {
    /// The caller's, if it is fit to be printed, else a new one.
    fileprivate var id: String {
        if let given = headers[.requestID], 1...128 ~= given.utf8.count, given.utf8.allSatisfy(\.isPrintable) {
            return given
        }
        return RequestID().description
    }
}

extension UInt8 {
    fileprivate var isPrintable: Bool { 0x21...0x7E ~= self }
}

extension HTTPField.Name {
    /// The other name is never taken: this one is well-formed.
    static let requestID: HTTPField.Name = HTTPField.Name("X-Request-Id") ?? .via
}
