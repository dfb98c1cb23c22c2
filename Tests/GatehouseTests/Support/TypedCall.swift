import Gatehouse
import Testing

/// What a typed call gives back, whatever its type.
enum Said: Equatable, Sendable {
    case verdict(Verdict)
    case registration(RegistrationVerdict)
    case event(EventVerdict)
    case request(JSON)
    case told
    case users(InterestedUsers)
    case presence([String: Set<PresenceState>])
    case truth(Bool?)
    case text(String?)
    case number(Int64?)
    case object(JSON?)
    /// Who has logged in.
    case login(String?)
    case renewal(Renewal?)
    case limits([MediaUploadLimit]?)
    case override(RatelimitOverride?)
    case step(Duration?)
}

/// A callback of the library, in its three forms.
struct TypedCall: CustomTestStringConvertible, Sendable {
    typealias AtOnce = @Sendable (Gatehouse, Sample) throws -> Said
    typealias Later = @Sendable (Gatehouse, Sample) async throws -> Said

    /// `spam_checker.user_may_invite`
    let name: String
    /// What the typed calls are given, in the words of JSON.
    let arguments: JSONValue
    let atOnce: AtOnce
    let later: Later

    var testDescription: String { name }

    init(_ name: String, _ arguments: JSONValue, _ atOnce: @escaping AtOnce, _ later: @escaping Later) {
        (self.name, self.arguments, self.atOnce, self.later) = (name, arguments, atOnce, later)
    }

    static let all =
        eventChecks + userChecks + accountChecks + roomRules + userRules + presenceRouter
        + accountValidity + passwordAuthProvider + mediaRepository + serverWork

    static func named(_ name: String) throws -> TypedCall { try #require(all.first { $0.name == name }) }
}

/// What the calls are about.
struct Sample: Sendable {
    let event: Event
    let state: RoomState

    init() throws {
        event = try Event(arguments: JSON(Self.eventJSON))
        state = RoomState([event, try Event(arguments: JSON(Self.nameJSON))])
    }

    static let eventJSON: JSONValue = [
        "event_id": "$1:x.org", "room_id": "!r:x.org", "room_version": "10", "sender": "@a:x.org",
        "type": "m.room.member", "state_key": "@b:x.org", "origin_server_ts": 1_700_000_000_000, "local": true,
        "content": ["membership": "invite", "displayname": "é \"B\""], "unsigned": ["age": -1],
        "internal_metadata": ["outlier": true],
    ]
    private static let nameJSON: JSONValue = [
        "event_id": "$2:x.org", "room_id": "!r:x.org", "room_version": "10", "sender": "@c:x.org",
        "type": "m.room.name", "state_key": "", "origin_server_ts": 1, "local": false, "content": ["name": "R"],
    ]
    static let stateJSON: JSONValue = [eventJSON, nameJSON]

    static let presence = PresenceState(
        userID: "@a:x.org", state: "online", lastActive: 1, lastFederationUpdate: 2, lastUserSync: 3,
        statusMessage: "out", isCurrentlyActive: true)
    static let presenceJSON: JSONValue = [
        "user_id": "@a:x.org", "state": "online", "last_active_ts": 1, "last_federation_update_ts": 2,
        "last_user_sync_ts": 3, "status_msg": "out", "currently_active": true,
    ]
}
