import Hummingbird

/// Where every request comes in: to a module whose path it is, or, when it may, to a callback or another route.
///
/// What only looks at a request is no middleware: each of those is an asynchronous function around the next, which costs
/// more than the look.
struct Reception {
    let modulePaths: ModulePaths
    let access: Access
    let introductions: Introductions
    let calls: CallRoutes
    let routes: RouterResponder<CallContext>

    func respond(to request: Request, context: CallContext) async throws -> Response {
        if modulePaths.has(request.uri.path) { return try await modulePaths.answer(request) }
        try access.check(request, context)
        var context = context
        introductions.learn(from: request, &context)
        if let name = CallRoutes.callback(of: request) { return try await calls.call(name, request, context) }
        return try await routes.respond(to: request, context: context)
    }
}
