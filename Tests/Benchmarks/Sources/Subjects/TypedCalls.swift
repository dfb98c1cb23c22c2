package import Gatehouse
import JSONText

/// Calls as an application makes them: Swift values in, a verdict out. Each gives how often it was not allowed.
package struct TypedCalls: Sendable {
    private let host: Gatehouse
    private let user: String
    private let room = Engine.room
    private let event: Event
    private let state: RoomState

    /// - Parameter user: who asks. `Engine.user` is on no list, `TypedCalls.listed` on all.
    package init(_ host: Gatehouse, user: String = Engine.user) throws {
        (self.host, self.user) = (host, user)
        event = try Event(arguments: JSON(EventText.event(600)))
        state = RoomState([])
    }

    /// The last one on the list of each module.
    package static let listed = "@user0999" + ":example.org"

    package func mayJoin(_ times: Int) throws -> Int {
        var denials = 0
        for _ in 0..<times {
            let verdict = try host.spamChecker.userMayJoinRoom(userID: user, roomID: room, isInvited: false)
            if case .deny = verdict { denials += 1 }
        }
        return denials
    }

    /// A callback that no module implements.
    package func nobody(_ times: Int) throws -> Int {
        var denials = 0
        for _ in 0..<times {
            let verdict = try host.spamChecker.userMayPublishRoom(userID: user, roomID: room)
            if case .deny = verdict { denials += 1 }
        }
        return denials
    }

    package func checkEvent(_ times: Int) throws -> Int {
        var denials = 0
        for _ in 0..<times {
            if case .deny = try host.spamChecker.checkEventForSpam(event: event) { denials += 1 }
        }
        return denials
    }

    package func eventAllowed(_ times: Int) throws -> Int {
        var denials = 0
        for _ in 0..<times {
            let verdict = try host.thirdPartyRules.checkEventAllowed(event: event, stateEvents: state)
            if case .deny = verdict { denials += 1 }
        }
        return denials
    }

    package func newEvent(_ times: Int) throws -> Int {
        for _ in 0..<times { try host.thirdPartyRules.onNewEvent(event: event, stateEvents: state) }
        return 0
    }

    /// A callback whose answer comes late, from a thread of the module's.
    package func mayInvite() async throws -> Bool {
        try await host.spamChecker.userMayInvite(inviter: user, invitee: Self.listed, roomID: Engine.room) == .allow
    }

    /// By name, with JSON, and with the trail that a server's metrics are made of.
    package func byName(_ times: Int, traced: Bool) throws -> Int {
        let arguments = "{\"user_id\":\"\(user)\",\"room_id\":\"\(Engine.room)\",\"is_invited\":false}"
        var denials = 0
        for _ in 0..<times {
            let result = try host.call("spam_checker.user_may_join_room", arguments: arguments, traced: traced)
            if result.objects { denials += 1 }
        }
        return denials
    }
}
