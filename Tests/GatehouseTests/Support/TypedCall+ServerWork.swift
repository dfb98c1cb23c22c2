import Gatehouse

extension TypedCall {
    static let serverWork = [
        TypedCall(
            "background_update_controller.on_update",
            ["update_name": "u", "database_name": "master", "one_shot": true],
            { host, _ in
                try .step(
                    host.backgroundUpdateController.onUpdate(updateName: "u", databaseName: "master", oneShot: true)?
                        .duration)
            },
            { host, _ in
                try await .step(
                    host.backgroundUpdateController.onUpdate(updateName: "u", databaseName: "master", oneShot: true)?
                        .duration)
            }),
        TypedCall(
            "background_update_controller.default_batch_size",
            ["update_name": "u", "database_name": "master"],
            { host, _ in
                try .number(host.backgroundUpdateController.defaultBatchSize(updateName: "u", databaseName: "master"))
            },
            { host, _ in
                try await .number(
                    host.backgroundUpdateController.defaultBatchSize(updateName: "u", databaseName: "master"))
            }),
        TypedCall(
            "background_update_controller.min_batch_size",
            ["update_name": "u", "database_name": "master"],
            { host, _ in
                try .number(host.backgroundUpdateController.minBatchSize(updateName: "u", databaseName: "master"))
            },
            { host, _ in
                try await .number(host.backgroundUpdateController.minBatchSize(updateName: "u", databaseName: "master"))
            }),
        TypedCall(
            "account_data.on_account_data_updated",
            ["user_id": "@a:x.org", "room_id": .null, "account_data_type": "m.tag", "content": ["a": 1]],
            { host, _ in
                try host.accountData.onAccountDataUpdated(
                    userID: "@a:x.org", roomID: nil, accountDataType: "m.tag", content: JSON(["a": 1]))
                return .told
            },
            { host, _ in
                try await host.accountData.onAccountDataUpdated(
                    userID: "@a:x.org", roomID: nil, accountDataType: "m.tag", content: JSON(["a": 1]))
                return .told
            }),
        TypedCall(
            "ratelimit.get_ratelimit_override_for_user",
            ["user": "@a:x.org", "limiter_name": "rc_invites.per_user"],
            { host, _ in
                try .override(
                    host.ratelimit.getRatelimitOverrideForUser(user: "@a:x.org", limiterName: "rc_invites.per_user"))
            },
            { host, _ in
                try await .override(
                    host.ratelimit.getRatelimitOverrideForUser(user: "@a:x.org", limiterName: "rc_invites.per_user"))
            }),
        TypedCall(
            "unsigned.add_field_to_unsigned_callback",
            ["event": Sample.eventJSON],
            { host, sample in try .object(host.unsigned.addFieldToUnsignedCallback(event: sample.event)) },
            { host, sample in try await .object(host.unsigned.addFieldToUnsignedCallback(event: sample.event)) }),
        TypedCall(
            "federation.on_event_delivered_over_federation",
            ["delivery": ["server_name": "y.org", "events": [Sample.eventJSON], "method": "/send"]],
            { host, sample in
                try host.federation.onEventDeliveredOverFederation(
                    delivery: Delivery(serverName: "y.org", events: [sample.event], method: "/send"))
                return .told
            },
            { host, sample in
                try await host.federation.onEventDeliveredOverFederation(
                    delivery: Delivery(serverName: "y.org", events: [sample.event], method: "/send"))
                return .told
            }),
    ]
}
