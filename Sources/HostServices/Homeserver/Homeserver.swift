public import JSONText

/// What the homeserver around a host knows, and does for modules that are granted it.
///
/// A front or an application implements what it can; the rest throws ``HomeserverError/unsupported``. Functions are called
/// from tasks, several at once. What they throw is told to the module as a text.
public protocol Homeserver: Sendable {
    var serverName: String { get }

    /// Sends the presence of all local users to these, as if they had come online.
    func sendLocalOnlinePresence(to users: [String]) async throws

    /// A room's current state events, as JSON objects; nil where the server is not in the room.
    ///
    /// - Parameters: nil stands for all types, and for any key.
    func roomState(roomID: String, type: String?, stateKey: String?) async throws -> [JSON]?

    /// Sends an event as the local user that its `sender` names.
    ///
    /// - Returns: its id.
    func send(_ event: JSON) async throws -> String

    /// Changes a membership as the local user `sender`.
    ///
    /// - Returns: the event's id.
    func updateMembership(
        sender: String, target: String, roomID: String, membership: String, content: JSON?
    ) async throws -> String

    /// A local user; nil: there is none.
    func user(_ userID: String) async throws -> HomeserverUser?

    /// - Returns: the id of the new user.
    func register(localpart: String, displayName: String?, isAdmin: Bool) async throws -> String

    /// The content of a local user's own account data; nil: there is none of this type.
    func accountData(userID: String, type: String) async throws -> JSON?

    func setAccountData(_ content: JSON, userID: String, type: String) async throws

    /// Is the room in the public room list?
    func isPublic(roomID: String) async throws -> Bool

    func setPublic(_ isPublic: Bool, roomID: String) async throws
}

/// A local user.
public struct HomeserverUser: Equatable, Sendable {
    public var userID: String
    public var displayName: String?
    public var isAdmin: Bool
    public var isGuest: Bool
    public var isDeactivated: Bool

    public init(
        userID: String, displayName: String? = nil, isAdmin: Bool = false, isGuest: Bool = false,
        isDeactivated: Bool = false
    ) {
        (self.userID, self.displayName) = (userID, displayName)
        (self.isAdmin, self.isGuest, self.isDeactivated) = (isAdmin, isGuest, isDeactivated)
    }
}

/// Why a homeserver does not do what it is asked.
public enum HomeserverError: Error, Equatable, CustomStringConvertible {
    case unsupported
    case refused(String)

    public var description: String {
        switch self {
        case .unsupported: "this homeserver cannot do that here"
        case .refused(let reason): reason
        }
    }
}

extension Homeserver {
    public func sendLocalOnlinePresence(to users: [String]) async throws { throw HomeserverError.unsupported }
    public func roomState(roomID: String, type: String?, stateKey: String?) async throws -> [JSON]? {
        throw HomeserverError.unsupported
    }
    public func send(_ event: JSON) async throws -> String { throw HomeserverError.unsupported }
    public func updateMembership(
        sender: String, target: String, roomID: String, membership: String, content: JSON?
    ) async throws -> String { throw HomeserverError.unsupported }
    public func user(_ userID: String) async throws -> HomeserverUser? { throw HomeserverError.unsupported }
    public func register(localpart: String, displayName: String?, isAdmin: Bool) async throws -> String {
        throw HomeserverError.unsupported
    }
    public func accountData(userID: String, type: String) async throws -> JSON? { throw HomeserverError.unsupported }
    public func setAccountData(_ content: JSON, userID: String, type: String) async throws {
        throw HomeserverError.unsupported
    }
    public func isPublic(roomID: String) async throws -> Bool { throw HomeserverError.unsupported }
    public func setPublic(_ isPublic: Bool, roomID: String) async throws { throw HomeserverError.unsupported }
}
