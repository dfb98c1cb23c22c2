public import Gatehouse
import ModuleLoader
import Synchronization

/// The homeserver behind bridges: each of its processes has one, and says with its requests where it answers.
public final class BridgedHomeserver: Homeserver {
    public let serverName: String
    /// By the name of the process.
    private let sockets = Mutex<[String: String]>([:])
    private let patience: Duration

    /// - Parameter patience: how long a module that asks before any bridge has called waits for one.
    public init(serverName: String, patience: Duration = .seconds(30)) {
        (self.serverName, self.patience) = (serverName, patience)
    }

    /// A process answers on this Unix socket from now on.
    func learn(_ process: String, answersOn socket: String) {
        sockets.withLock { sockets in
            if sockets[process] != socket { sockets[process] = socket }
        }
    }

    /// The main process can do everything, workers most of it.
    private var socket: String? {
        sockets.withLock { sockets in sockets[CallingProcess.main] ?? sockets.min { $0.key < $1.key }?.value }
    }

    /// - Returns: what the homeserver says; nil: there is none.
    private func ask(_ function: String, _ parameters: JSONObject) async throws(HomeserverError) -> JSONValue? {
        guard let socket = await awaitedSocket() else {
            throw .refused("no bridge of \(serverName) has called that has a `callback_socket`")
        }
        return try await HomeserverSocket(path: socket).ask(function, parameters)
    }

    /// Modules ask while they are made, too. Bridges call later.
    private func awaitedSocket() async -> String? {
        let end = ContinuousClock.now + patience
        while socket == nil, ContinuousClock.now < end, !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(50))
        }
        return socket
    }
}

extension BridgedHomeserver {
    public func sendLocalOnlinePresence(to users: [String]) async throws {
        _ = try await ask("send_local_online_presence_to", ["users": .array(users.map { .string($0) })])
    }

    public func roomState(roomID: String, type: String?, stateKey: String?) async throws -> [JSON]? {
        let state = try await ask(
            "get_room_state",
            ["room_id": .string(roomID), "type": .maybe(type), "state_key": .maybe(stateKey)])
        guard case .array(let events) = state else { return nil }
        return events.map { JSON($0) }
    }

    public func send(_ event: JSON) async throws -> String {
        try await ask("send_event", ["event": event.value]).text(of: "event_id")
    }

    public func updateMembership(
        sender: String, target: String, roomID: String, membership: String, content: JSON?
    ) async throws -> String {
        try await ask(
            "update_room_membership",
            [
                "sender": .string(sender), "target": .string(target), "room_id": .string(roomID),
                "membership": .string(membership), "content": content?.value ?? .null,
            ]
        ).text(of: "event_id")
    }

    public func user(_ userID: String) async throws -> HomeserverUser? {
        guard case .object(let user)? = try await ask("get_user", ["user_id": .string(userID)]) else { return nil }
        return HomeserverUser(
            userID: userID, displayName: user["display_name"]?.string, isAdmin: user["is_admin"] == true,
            isGuest: user["is_guest"] == true, isDeactivated: user["is_deactivated"] == true)
    }

    public func register(localpart: String, displayName: String?, isAdmin: Bool) async throws -> String {
        try await ask(
            "register_user",
            ["localpart": .string(localpart), "display_name": .maybe(displayName), "is_admin": .bool(isAdmin)]
        ).text(of: "user_id")
    }

    public func accountData(userID: String, type: String) async throws -> JSON? {
        try await ask("get_account_data", ["user_id": .string(userID), "type": .string(type)]).map { JSON($0) }
    }

    public func setAccountData(_ content: JSON, userID: String, type: String) async throws {
        _ = try await ask(
            "put_account_data", ["user_id": .string(userID), "type": .string(type), "content": content.value])
    }

    public func isPublic(roomID: String) async throws -> Bool {
        try await ask("is_room_public", ["room_id": .string(roomID)]) == true
    }

    public func setPublic(_ isPublic: Bool, roomID: String) async throws {
        _ = try await ask("set_room_public", ["room_id": .string(roomID), "is_public": .bool(isPublic)])
    }
}

extension JSONValue {
    fileprivate static func maybe(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    var string: String? { if case .string(let text) = self { text } else { nil } }
}

extension JSONValue? {
    /// A text that an answer has to have.
    fileprivate func text(of key: String) throws(HomeserverError) -> String {
        guard case .object(let answer)? = self, let text = answer[key]?.string else {
            throw .refused("the bridge does not say the \(key)")
        }
        return text
    }
}
