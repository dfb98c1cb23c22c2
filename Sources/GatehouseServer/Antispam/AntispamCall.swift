import JSONText
import MatrixCallbacks

/// A call of the protocol of synapse-http-antispam as one of the catalogue.
struct AntispamCall {
    let callback: Callback
    let arguments: String

    /// What the protocol calls otherwise. A make_join is a join without an invite.
    private static let aliases = ["accept_make_join": "user_may_join_room"]

    /// Parameters that the protocol calls otherwise than the catalogue; the catalogue's names are taken too.
    private static let parameters = ["user_may_join_room": ["user": "user_id", "room": "room_id"]]

    /// What the protocol does not send: a room's configuration.
    private static let unsaid: [String: JSONObject] = ["user_may_create_room": ["room_config": [:]]]

    /// Nil: the protocol has no such callback.
    ///
    /// - Parameters:
    ///   - name: without its category, which is the spam checker's.
    ///   - serverName: of the homeserver that asks.
    init?(_ name: String, _ members: JSONObject, serverName: String?) {
        guard let callback = Self.callback(name) else { return nil }
        self.callback = callback
        var own = Self.unsaid[callback.name] ?? [:]
        for (key, value) in members.members {
            let key = Self.parameters[callback.name]?[key] ?? key
            guard let field = callback.fields.first(where: { $0.name == key }) else { continue }
            own[key] = field.isEvent ? value.event(serverName) : value
        }
        if Self.aliases[name] != nil { own["is_invited"] = false }
        arguments = JSONValue.object(own).text
    }

    static func callback(_ name: String) -> Callback? { Catalogue.callback("spam_checker.\(aliases[name] ?? name)") }

    /// What the protocol calls otherwise than the catalogue, by the catalogue's names.
    static func parameterNames(of callback: Callback) -> [String: String] {
        Dictionary((parameters[callback.name] ?? [:]).map { ($1, $0) }) { first, _ in first }
    }

    /// What the protocol need not send.
    static func unsaidNames(of name: String) -> [String] { unsaid[name]?.members.map(\.key) ?? [] }

    /// The fields that a callback has in the protocol.
    static func fields(of name: String) -> [Field] {
        let fields = callback(name)?.fields ?? []
        return aliases[name] == nil ? fields : fields.filter { $0.name != "is_invited" }
    }

    /// The names of the protocol.
    static var names: [String] {
        (Catalogue.category("spam_checker")?.callbacks.map(\.name) ?? []) + aliases.keys.sorted()
    }
}

extension Field {
    fileprivate var isEvent: Bool {
        if case .record(let type) = type { type.name == RecordType.event.name } else { false }
    }
}

extension JSONValue {
    /// The protocol sends events as clients see them: the room's version is not said, and whose event it is follows from
    /// the names of the servers.
    fileprivate func event(_ serverName: String?) -> JSONValue {
        guard case .object(var event) = self else { return self }
        if event["room_version"] == nil { event["room_version"] = "" }
        if event["local"] == nil {
            event["local"] = .bool(event.sender.map { $0.hasSuffix(":\(serverName ?? "")") } ?? false)
        }
        return .object(event)
    }
}

extension JSONObject {
    fileprivate var sender: String? { if case .string(let sender)? = self["sender"] { sender } else { nil } }
}
