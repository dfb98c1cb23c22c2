import CGatehouse
import JSONText
import ModuleLoader

/// The functions of `homeserver.h`. Any thread, any time.
@safe enum HomeserverTable {
    static func make(_ instance: InstanceHomeserver) -> ServiceTable {
        let name = LentMemory()
        return unsafe ImmortalTable.make(
            gh_homeserver(
                size: MemoryLayout<gh_homeserver>.size, data: ImmortalTable.data(instance),
                server_name: Unmanaged.passRetained(name).takeUnretainedValue().str(instance.homeserver.serverName),
                send_local_online_presence_to: sendPresence, get_room_state: getRoomState, send_event: sendEvent,
                update_room_membership: updateMembership, get_user: getUser, register_user: registerUser,
                get_account_data: getAccountData, put_account_data: putAccountData, is_room_public: isRoomPublic,
                set_room_public: setRoomPublic))
    }

    // - Safety: the table's `data` is what it was made for. Text is `len` readable bytes. A completion is called with what
    //   the module gave.

    private typealias Table = UnsafePointer<gh_homeserver>?
    private typealias Context = UnsafeMutableRawPointer?
    private typealias Work = @Sendable (any Homeserver) async throws -> JSON?

    /// - Parameter work: reads what was handed over before this returns, and gives what is to be done.
    private static func ask(
        _ table: Table, _ completion: gh_homeserver_completion?, _ context: Context,
        _ work: () throws(Handed.Refusal) -> Work
    ) {
        guard let instance = unsafe ImmortalTable.owner(table?.pointee.data, InstanceHomeserver.self) else { return }
        let call = unsafe completion.map { unsafe HomeserverCompletion($0, context) }
        let told: InstanceHomeserver.Completion = { answer in
            if let call { instance.enter(HomeserverVisit(call, answer)) }
        }
        do throws(Handed.Refusal) {
            instance.ask(told, try work())
        } catch {
            instance.refuse(told, error.reason)
        }
    }

    private static let sendPresence:
        @convention(c) (Table, UnsafePointer<gh_str>?, Int, gh_homeserver_completion?, Context) -> Void = {
            table, users, count, completion, context in
            unsafe ask(table, completion, context) { () throws(Handed.Refusal) in
                guard 0...100_000 ~= count, let users = unsafe count == 0 ? [] : list(users, count) else {
                    throw Handed.Refusal(reason: "there is no list of users")
                }
                var names: [String] = []
                for place in 0..<count { names.append(try unsafe Handed.required(users[place], "a user")) }
                let asked = names
                return { homeserver in
                    try await homeserver.sendLocalOnlinePresence(to: asked)
                    return .null
                }
            }
        }

    private static func list(_ users: UnsafePointer<gh_str>?, _ count: Int) -> [gh_str]? {
        unsafe users.map { unsafe Array(UnsafeBufferPointer(start: $0, count: count)) }
    }

    private static let getRoomState:
        @convention(c) (Table, gh_str, gh_str, gh_str, gh_homeserver_completion?, Context) -> Void = {
            table, room, type, key, completion, context in
            unsafe ask(table, completion, context) { () throws(Handed.Refusal) in
                let room = try unsafe Handed.required(room, "the room")
                let type = try unsafe Handed.text(type, "the type")
                let key = try unsafe Handed.text(key, "the state key")
                return { homeserver in
                    let events = try await homeserver.roomState(roomID: room, type: type, stateKey: key)
                    return events.map { JSON(validated: "[\($0.map(\.text).joined(separator: ","))]") }
                }
            }
        }

    private static let sendEvent: @convention(c) (Table, gh_json, gh_homeserver_completion?, Context) -> Void = {
        table, event, completion, context in
        unsafe ask(table, completion, context) { () throws(Handed.Refusal) in
            guard let event = try unsafe Handed.object(event, "the event") else {
                throw Handed.Refusal(reason: "there is no event")
            }
            return { JSON(["event_id": .string(try await $0.send(event))]) }
        }
    }

    private static let updateMembership:
        @convention(c) (
            Table, gh_str, gh_str, gh_str, gh_str, gh_json, gh_homeserver_completion?, Context
        ) -> Void = { table, sender, target, room, membership, content, completion, context in
            unsafe ask(table, completion, context) { () throws(Handed.Refusal) in
                let sender = try unsafe Handed.required(sender, "the sender")
                let target = try unsafe Handed.required(target, "the target")
                let room = try unsafe Handed.required(room, "the room")
                let membership = try unsafe Handed.required(membership, "the membership")
                let content = try unsafe Handed.object(content, "the content")
                return { homeserver in
                    let id = try await homeserver.updateMembership(
                        sender: sender, target: target, roomID: room, membership: membership, content: content)
                    return JSON(["event_id": .string(id)])
                }
            }
        }

    private static let getUser: @convention(c) (Table, gh_str, gh_homeserver_completion?, Context) -> Void = {
        table, user, completion, context in
        unsafe ask(table, completion, context) { () throws(Handed.Refusal) in
            let user = try unsafe Handed.required(user, "the user")
            return { try await $0.user(user)?.json }
        }
    }

    private static let registerUser:
        @convention(c) (Table, gh_str, gh_str, gh_bool, gh_homeserver_completion?, Context) -> Void = {
            table, localpart, displayName, isAdmin, completion, context in
            unsafe ask(table, completion, context) { () throws(Handed.Refusal) in
                let localpart = try unsafe Handed.required(localpart, "the local part")
                let name = try unsafe Handed.text(displayName, "the display name")
                return { homeserver in
                    let id = try await homeserver.register(
                        localpart: localpart, displayName: name, isAdmin: isAdmin != 0)
                    return JSON(["user_id": .string(id)])
                }
            }
        }

    private static let getAccountData:
        @convention(c) (Table, gh_str, gh_str, gh_homeserver_completion?, Context) -> Void = {
            table, user, type, completion, context in
            unsafe ask(table, completion, context) { () throws(Handed.Refusal) in
                let user = try unsafe Handed.required(user, "the user")
                let type = try unsafe Handed.required(type, "the type")
                return { try await $0.accountData(userID: user, type: type) }
            }
        }

    private static let putAccountData:
        @convention(c) (Table, gh_str, gh_str, gh_json, gh_homeserver_completion?, Context) -> Void = {
            table, user, type, content, completion, context in
            unsafe ask(table, completion, context) { () throws(Handed.Refusal) in
                let user = try unsafe Handed.required(user, "the user")
                let type = try unsafe Handed.required(type, "the type")
                guard let content = try unsafe Handed.object(content, "the content") else {
                    throw Handed.Refusal(reason: "there is no content")
                }
                return { homeserver in
                    try await homeserver.setAccountData(content, userID: user, type: type)
                    return .null
                }
            }
        }

    private static let isRoomPublic: @convention(c) (Table, gh_str, gh_homeserver_completion?, Context) -> Void = {
        table, room, completion, context in
        unsafe ask(table, completion, context) { () throws(Handed.Refusal) in
            let room = try unsafe Handed.required(room, "the room")
            return { JSON(.bool(try await $0.isPublic(roomID: room))) }
        }
    }

    private static let setRoomPublic:
        @convention(c) (Table, gh_str, gh_bool, gh_homeserver_completion?, Context) -> Void = {
            table, room, isPublic, completion, context in
            unsafe ask(table, completion, context) { () throws(Handed.Refusal) in
                let room = try unsafe Handed.required(room, "the room")
                return { homeserver in
                    try await homeserver.setPublic(isPublic != 0, roomID: room)
                    return .null
                }
            }
        }
}

extension JSON {
    fileprivate static let null = JSON(validated: "null")
}

extension HomeserverUser {
    fileprivate var json: JSON {
        JSON([
            "user_id": .string(userID), "display_name": displayName.map { .string($0) } ?? .null,
            "is_admin": .bool(isAdmin), "is_guest": .bool(isGuest), "is_deactivated": .bool(isDeactivated),
        ])
    }
}
