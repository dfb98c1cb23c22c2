/// The presence of one user at one time. Equal by value, as in Synapse.
public struct PresenceState: Hashable, Sendable {
    public var userID: String
    /// `online`, `unavailable`, `offline`, `org.matrix.msc3026.busy`.
    public var state: String
    /// Milliseconds since 1970, as the other two.
    public var lastActive: Int64
    public var lastFederationUpdate: Int64
    public var lastUserSync: Int64
    public var statusMessage: String?
    public var isCurrentlyActive: Bool

    public init(
        userID: String, state: String, lastActive: Int64 = 0, lastFederationUpdate: Int64 = 0, lastUserSync: Int64 = 0,
        statusMessage: String? = nil, isCurrentlyActive: Bool = false
    ) {
        self.userID = userID
        self.state = state
        self.lastActive = lastActive
        self.lastFederationUpdate = lastFederationUpdate
        self.lastUserSync = lastUserSync
        self.statusMessage = statusMessage
        self.isCurrentlyActive = isCurrentlyActive
    }
}
