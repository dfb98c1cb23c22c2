public import Gatehouse
import Synchronization

/// A homeserver that is only remembered: for tests of modules that ask one.
///
/// ```swift
/// let homeserver = InMemoryHomeserver(serverName: "example.org")
/// homeserver.setState(["type": "m.room.topic", "state_key": "", "room_id": "!r:example.org", "content": [:]])
/// let module = try TestedModule("build/greeter.so", homeserver: homeserver)
/// ```
public final class InMemoryHomeserver: Homeserver {
    fileprivate struct Kept {
        /// By room.
        var state: [String: [JSONValue]] = [:]
        var users: [String: HomeserverUser] = [:]
        /// By user and type.
        var accountData: [String: [String: JSON]] = [:]
        var publicRooms: Set<String> = []
        var sent: [JSONValue] = []
        var presence: [[String]] = []
    }

    public let serverName: String
    private let kept = Mutex(Kept())

    public init(serverName: String) { self.serverName = serverName }

    /// Every event that was sent, memberships included, in order.
    public var sent: [JSONValue] { kept.withLock { $0.sent } }

    /// The users of every `send_local_online_presence_to`, in order.
    public var presence: [[String]] { kept.withLock { $0.presence } }

    /// Puts an event into the state of its room.
    public func setState(_ event: JSONValue) { kept.withLock { $0.setState(event) } }

    public func add(_ user: HomeserverUser) { kept.withLock { $0.users[user.userID] = user } }
}

extension InMemoryHomeserver {
    public func sendLocalOnlinePresence(to users: [String]) async throws {
        kept.withLock { $0.presence.append(users) }
    }

    public func roomState(roomID: String, type: String?, stateKey: String?) async throws -> [JSON]? {
        kept.withLock { $0.state[roomID] }?.filter { event in
            (type == nil || event["type"] == type.map { .string($0) })
                && (stateKey == nil || event["state_key"] == stateKey.map { .string($0) })
        }.map { JSON($0) }
    }

    public func send(_ event: JSON) async throws -> String {
        let event = event.value
        guard case .string? = event["type"], case .string? = event["room_id"], case .string? = event["sender"] else {
            throw HomeserverError.refused("an event needs a type, a room and a sender")
        }
        return kept.withLock { $0.send(event) }
    }

    public func updateMembership(
        sender: String, target: String, roomID: String, membership: String, content: JSON?
    ) async throws -> String {
        var members: JSONObject = [:]
        if case .object(let object)? = content?.value { members = object }
        members["membership"] = .string(membership)
        let event: JSONValue = [
            "type": "m.room.member", "room_id": .string(roomID), "sender": .string(sender),
            "state_key": .string(target), "content": .object(members),
        ]
        return kept.withLock { $0.send(event) }
    }

    public func user(_ userID: String) async throws -> HomeserverUser? { kept.withLock { $0.users[userID] } }

    public func register(localpart: String, displayName: String?, isAdmin: Bool) async throws -> String {
        let user = HomeserverUser(userID: "@\(localpart):\(serverName)", displayName: displayName, isAdmin: isAdmin)
        let isNew = kept.withLock { kept in
            defer { if kept.users[user.userID] == nil { kept.users[user.userID] = user } }
            return kept.users[user.userID] == nil
        }
        if !isNew { throw HomeserverError.refused("M_USER_IN_USE") }
        return user.userID
    }

    public func accountData(userID: String, type: String) async throws -> JSON? {
        kept.withLock { $0.accountData[userID]?[type] }
    }

    public func setAccountData(_ content: JSON, userID: String, type: String) async throws {
        kept.withLock { $0.accountData[userID, default: [:]][type] = content }
    }

    public func isPublic(roomID: String) async throws -> Bool { kept.withLock { $0.publicRooms.contains(roomID) } }

    public func setPublic(_ isPublic: Bool, roomID: String) async throws {
        kept.withLock { kept in
            if isPublic { kept.publicRooms.insert(roomID) } else { kept.publicRooms.remove(roomID) }
        }
    }
}

extension InMemoryHomeserver.Kept {
    fileprivate mutating func setState(_ event: JSONValue) {
        guard case .string(let room)? = event["room_id"] else { return }
        let others = (state[room] ?? []).filter {
            $0["type"] != event["type"] || $0["state_key"] != event["state_key"]
        }
        state[room] = others + [event]
    }

    /// - Returns: its id.
    fileprivate mutating func send(_ event: JSONValue) -> String {
        sent.append(event)
        if event["state_key"] != nil { setState(event) }
        return "$\(sent.count)"
    }
}

extension JSONValue {
    fileprivate subscript(key: String) -> JSONValue? {
        if case .object(let object) = self { object[key] } else { nil }
    }
}
