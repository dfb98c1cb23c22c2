public import JSONText
import ModuleLoader

/// A Matrix event, made once and handed to as many calls as one likes.
public struct Event: Sendable {
    package let kept: KeptArgument

    /// - Parameters:
    ///   - json: the event's own object. Modules get it to the letter.
    ///   - id: its event id, which room versions 3 and later do not write into it.
    ///   - isLocal: whether its sender's server is the one that asks.
    ///   - internalMetadata: what the event does not say of itself, `{"soft_failed": true}`.
    /// - Throws: everything that is missing in it or has the wrong type.
    public init(
        _ json: JSON, id: String, roomVersion: String, isLocal: Bool, internalMetadata: JSON? = nil
    ) throws(BadArguments) {
        let facts = EventFacts(id: id, roomVersion: roomVersion, isLocal: isLocal, internalMetadata: internalMetadata)
        kept = try KeptArgument(event: json.text, facts)
    }

    /// From the form that recordings and `gatehouse call` use: the object with `event_id`, `room_version` and `local`
    /// beside what is its own.
    public init(arguments json: JSON) throws(BadArguments) { kept = try KeptArgument(event: json.text) }

    public var eventID: String { kept.text("event_id") ?? "" }
    public var roomID: String { kept.text("room_id") ?? "" }
    public var sender: String { kept.text("sender") ?? "" }
    public var type: String { kept.text("type") ?? "" }
    /// Nil: not a state event.
    public var stateKey: String? { kept.text("state_key") }
}

/// State of a room.
public struct RoomState: Sendable {
    package let kept: KeptArgument

    public init(_ events: [Event]) { kept = KeptArgument(state: events.map(\.kept)) }
}
