import Gatehouse

extension TypedCall {
    static let roomRules = [
        TypedCall(
            "third_party_rules.check_event_allowed", ["event": Sample.eventJSON, "state_events": Sample.stateJSON],
            { try .event($0.thirdPartyRules.checkEventAllowed(event: $1.event, stateEvents: $1.state)) },
            { try await .event($0.thirdPartyRules.checkEventAllowed(event: $1.event, stateEvents: $1.state)) }),
        TypedCall(
            "third_party_rules.on_create_room",
            [
                "requester": [
                    "user": "@a:x.org", "access_token_id": 7, "is_guest": false, "scope": ["s"], "shadow_banned": true,
                    "device_id": "D", "app_service_id": .null, "authenticated_entity": "@b:x.org",
                ], "request_content": ["name": "R"], "is_requester_admin": true,
            ],
            { host, _ in
                try .request(
                    host.thirdPartyRules.onCreateRoom(
                        requester: Requester(
                            user: "@a:x.org", accessTokenID: 7, scope: JSON(["s"]), isShadowBanned: true, deviceID: "D",
                            authenticatedEntity: "@b:x.org"), requestContent: JSON(["name": "R"]),
                        isRequesterAdmin: true))
            },
            { host, _ in
                try await .request(
                    host.thirdPartyRules.onCreateRoom(
                        requester: Requester(
                            user: "@a:x.org", accessTokenID: 7, scope: JSON(["s"]), isShadowBanned: true, deviceID: "D",
                            authenticatedEntity: "@b:x.org"), requestContent: JSON(["name": "R"]),
                        isRequesterAdmin: true))
            }),
        TypedCall(
            "third_party_rules.check_threepid_can_be_invited",
            ["medium": "email", "address": "b@y.org", "state_events": Sample.stateJSON],
            {
                try .verdict(
                    $0.thirdPartyRules.checkThreepidCanBeInvited(
                        medium: "email", address: "b@y.org", stateEvents: $1.state))
            },
            {
                try await .verdict(
                    $0.thirdPartyRules.checkThreepidCanBeInvited(
                        medium: "email", address: "b@y.org", stateEvents: $1.state))
            }),
        TypedCall(
            "third_party_rules.check_visibility_can_be_modified",
            ["room_id": "!r:x.org", "state_events": [], "new_visibility": "public"],
            { host, _ in
                try .verdict(
                    host.thirdPartyRules.checkVisibilityCanBeModified(
                        roomID: "!r:x.org", stateEvents: RoomState([]), newVisibility: "public"))
            },
            { host, _ in
                try await .verdict(
                    host.thirdPartyRules.checkVisibilityCanBeModified(
                        roomID: "!r:x.org", stateEvents: RoomState([]), newVisibility: "public"))
            }),
        TypedCall(
            "third_party_rules.on_new_event", ["event": Sample.eventJSON, "state_events": Sample.stateJSON],
            {
                try $0.thirdPartyRules.onNewEvent(event: $1.event, stateEvents: $1.state)
                return .told
            },
            {
                try await $0.thirdPartyRules.onNewEvent(event: $1.event, stateEvents: $1.state)
                return .told
            }),
        TypedCall(
            "third_party_rules.check_can_shutdown_room", ["user_id": .null, "room_id": "!r:x.org"],
            { host, _ in try .verdict(host.thirdPartyRules.checkCanShutdownRoom(userID: nil, roomID: "!r:x.org")) },
            { host, _ in try await .verdict(host.thirdPartyRules.checkCanShutdownRoom(userID: nil, roomID: "!r:x.org"))
            }),
    ]
}
