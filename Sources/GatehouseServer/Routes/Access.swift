import Foundation
import HTTPTypes
import Hummingbird

/// Lets only those in who may call.
struct Access {
    /// What callers over TCP have to show. Nil: nothing; the server listens on a loopback address.
    let token: String?

    /// - Throws: why this request stays out.
    func check(_ request: Request, _ context: CallContext) throws(RequestError) {
        if request.headers.contains(.origin) { throw Self.fromBrowser }
        if !context.isOverTCP || StateRoutes.openPaths.contains(request.uri.path) { return }
        if let token { try Self.check(token, of: request) } else { try Self.checkHost(of: request) }
    }

    /// A page in a browser could reach a server on loopback in its reader's name. Browsers say who asks; nobody else does.
    private static let fromBrowser = RequestError(.forbidden, "M_FORBIDDEN", "this server does not answer web pages")

    private static func check(_ token: String, of request: Request) throws(RequestError) {
        guard let given = request.headers[.authorization] else {
            throw refusal("M_MISSING_TOKEN", "no token came")
        }
        let parts = given.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer", areSame(String(parts[1]), token) else {
            throw refusal("M_UNKNOWN_TOKEN", "the token is not the one that the server has")
        }
    }

    /// A page whose own name leads to this machine is, to its browser, a page of this server, and then the browser does
    /// not say who asks. It says the name all the same.
    private static func checkHost(of request: Request) throws(RequestError) {
        if let host = request.head.authority, !isOwn(host) {
            throw RequestError(
                .forbidden, "M_FORBIDDEN", "without a token this server is asked by its address or as localhost")
        }
    }

    /// An address belongs to nobody's page. What only looks like one is none that a browser would ask.
    private static func isOwn(_ authority: String) -> Bool {
        let text = authority.utf8
        if text.first == UInt8(ascii: "[") {
            return text.dropFirst().prefix { $0 != UInt8(ascii: "]") }.allSatisfy(\.isOfIPv6Address)
        }
        let host = text.prefix { $0 != UInt8(ascii: ":") }
        return host.allSatisfy(\.isOfIPv4Address) ? !host.isEmpty : Substring(host).lowercased() == "localhost"
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

extension UInt8 {
    fileprivate var isOfIPv4Address: Bool { 0x30...0x39 ~= self || self == UInt8(ascii: ".") }

    fileprivate var isOfIPv6Address: Bool { self == UInt8(ascii: ":") || isOfIPv4Address || 0x61...0x66 ~= self | 0x20 }
}
