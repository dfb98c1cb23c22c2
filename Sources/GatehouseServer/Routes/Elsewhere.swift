import HTTPTypes
import Hummingbird

/// Answers where no route fits: another method may.
struct Elsewhere: RouterMiddleware {
    let routes: RouteTable

    @concurrent func handle(
        _ request: Request, context: CallContext, next: @concurrent (Request, CallContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let allowed = routes.methods(of: request.uri.path)
            if !allowed.isEmpty { throw Self.refusal(of: request.method, allowed) }
            throw RequestError.notFound
        }
    }

    private static func refusal(of method: HTTPRequest.Method, _ allowed: [HTTPRequest.Method]) -> RequestError {
        let list = allowed.map(\.rawValue).joined(separator: ", ")
        var error = RequestError(.methodNotAllowed, "M_UNRECOGNIZED", "\(method) is not done here, only \(list)")
        error.headers[.allow] = list
        return error
    }
}
