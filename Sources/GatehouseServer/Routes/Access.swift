import Foundation
import HTTPTypes
import Hummingbird

/// Lets only those in who may call.
struct Access {
    /// Nil: nobody needs one.
    let token: String?

    /// - Throws: why this request stays out.
    func check(_ request: Request, _ context: CallContext) throws(RequestError) {
        if request.headers.contains(.origin) { throw Self.fromBrowser }
        if context.needsToken, !StateRoutes.openPaths.contains(request.uri.path) { try checkToken(of: request) }
    }

    /// A page in a browser could reach a server on loopback in its reader's name. Browsers say who asks; nobody else does.
    private static let fromBrowser = RequestError(.forbidden, "M_FORBIDDEN", "this server does not answer web pages")

    private func checkToken(of request: Request) throws(RequestError) {
        guard let given = request.headers[.authorization] else {
            throw Self.refusal("M_MISSING_TOKEN", "no token came")
        }
        let parts = given.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer", let token, Self.areSame(String(parts[1]), token)
        else {
            throw Self.refusal("M_UNKNOWN_TOKEN", "the token is not the one that the server has")
        }
    }

    private static func refusal(_ code: String, _ text: String) -> RequestError {
        var error = RequestError(.unauthorized, code, text)
        error.headers[.wwwAuthenticate] = "Bearer"
        return error
    }

    /// Takes the same time wherever two texts differ.
    private static func areSame(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        return zip(one.utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
