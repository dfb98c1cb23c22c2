import Gatehouse

extension TypedCall {
    static let userChecks = [
        TypedCall(
            "spam_checker.user_may_join_room", ["user_id": "@a:x.org", "room_id": "!r:x.org", "is_invited": true],
            { host, _ in
                try .verdict(host.spamChecker.userMayJoinRoom(userID: "@a:x.org", roomID: "!r:x.org", isInvited: true))
            },
            { host, _ in
                try await .verdict(
                    host.spamChecker.userMayJoinRoom(userID: "@a:x.org", roomID: "!r:x.org", isInvited: true))
            }),
        TypedCall(
            "spam_checker.user_may_invite", ["inviter": "@a:x.org", "invitee": "@b:x.org", "room_id": "!r:x.org"],
            { host, _ in
                try .verdict(
                    host.spamChecker.userMayInvite(inviter: "@a:x.org", invitee: "@b:x.org", roomID: "!r:x.org"))
            },
            { host, _ in
                try await .verdict(
                    host.spamChecker.userMayInvite(inviter: "@a:x.org", invitee: "@b:x.org", roomID: "!r:x.org"))
            }),
        TypedCall(
            "spam_checker.user_may_send_3pid_invite",
            ["inviter": "@a:x.org", "medium": "email", "address": "b@y.org", "room_id": "!r:x.org"],
            { host, _ in
                try .verdict(
                    host.spamChecker.userMaySend3pidInvite(
                        inviter: "@a:x.org", medium: "email", address: "b@y.org", roomID: "!r:x.org"))
            },
            { host, _ in
                try await .verdict(
                    host.spamChecker.userMaySend3pidInvite(
                        inviter: "@a:x.org", medium: "email", address: "b@y.org", roomID: "!r:x.org"))
            }),
        TypedCall(
            "spam_checker.user_may_create_room", ["user_id": "@a:x.org", "room_config": ["name": "R"]],
            { host, _ in
                try .verdict(host.spamChecker.userMayCreateRoom(userID: "@a:x.org", roomConfig: JSON(["name": "R"])))
            },
            { host, _ in
                try await .verdict(
                    host.spamChecker.userMayCreateRoom(userID: "@a:x.org", roomConfig: JSON(["name": "R"])))
            }),
        TypedCall(
            "spam_checker.user_may_create_room_alias", ["user_id": "@a:x.org", "room_alias": "#r:x.org"],
            { host, _ in
                try .verdict(host.spamChecker.userMayCreateRoomAlias(userID: "@a:x.org", roomAlias: "#r:x.org"))
            },
            { host, _ in
                try await .verdict(host.spamChecker.userMayCreateRoomAlias(userID: "@a:x.org", roomAlias: "#r:x.org"))
            }),
        TypedCall(
            "spam_checker.user_may_publish_room", ["user_id": "@a:x.org", "room_id": "!r:x.org"],
            { host, _ in try .verdict(host.spamChecker.userMayPublishRoom(userID: "@a:x.org", roomID: "!r:x.org")) },
            { host, _ in try await .verdict(host.spamChecker.userMayPublishRoom(userID: "@a:x.org", roomID: "!r:x.org"))
            }),
    ]
}
