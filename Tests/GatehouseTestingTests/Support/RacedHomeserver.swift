import GatehouseTesting

/// A homeserver where somebody else is always faster to make an account.
struct RacedHomeserver: Homeserver {
    private let homeserver: InMemoryHomeserver

    init(_ homeserver: InMemoryHomeserver) { self.homeserver = homeserver }

    var serverName: String { homeserver.serverName }

    func user(_ userID: String) async throws -> HomeserverUser? { try await homeserver.user(userID) }

    func register(localpart: String, displayName: String?, isAdmin: Bool) async throws -> String {
        _ = try await homeserver.register(localpart: localpart, displayName: displayName, isAdmin: isAdmin)
        throw HomeserverError.refused("User ID already taken")
    }
}
