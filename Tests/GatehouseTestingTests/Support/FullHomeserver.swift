import GatehouseTesting

/// Has no users, and takes no more.
struct FullHomeserver: Homeserver {
    let serverName: String

    func user(_ userID: String) async throws -> HomeserverUser? { nil }

    func register(localpart: String, displayName: String?, isAdmin: Bool) async throws -> String {
        throw HomeserverError.refused("M_RESOURCE_LIMIT_EXCEEDED")
    }
}
