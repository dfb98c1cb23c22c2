package import Gatehouse

/// The question of `TypedCalls.mayJoin` as a hook of the application.
package struct HookCalls: Sendable {
    private let host: Gatehouse
    private let mayJoin: Hook<Bool, String, String, Bool>
    private let user: String

    /// Loads m0000.so, m0001.so and so on.
    ///
    /// - Parameter users: how many the list of each module has; 0: it has none.
    package init(_ folder: String, modules: Int, user: String = Engine.user, users: Int = 1000) async throws {
        var builder = Gatehouse.Builder(LoadedHost.configuration(folder, modules, users), logger: LoadedHost.logger)
        mayJoin = try builder.hook(
            "bench.may_join", Bool.self, ("user_id", String.self), ("room_id", String.self), ("is_invited", Bool.self),
            rule: .firstFalse)
        (self.user, host) = (user, try await builder.load())
    }

    /// Calls it so many times.
    ///
    /// - Returns: how often it was not allowed.
    package func run(_ times: Int, room: String = Engine.room) throws -> Int {
        var denials = 0
        for _ in 0..<times where try !mayJoin(user, room, false) { denials += 1 }
        return denials
    }
}
