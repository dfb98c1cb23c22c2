public import Hummingbird

/// Answers for paths that the server itself does not have: what modules, or an application, offer to clients.
public protocol WebResources: Sendable {
    /// Nil: nobody has this path.
    func response(to request: Request) async throws -> Response?
}

/// Nobody offers anything.
public struct NoWebResources: WebResources {
    public init() {}
    public func response(to request: Request) async throws -> Response? { nil }
}
