import Gatehouse

extension TypedCall {
    static let userRules = [
        TypedCall(
            "third_party_rules.check_can_deactivate_user", ["user_id": "@a:x.org", "by_admin": true],
            { host, _ in try .verdict(host.thirdPartyRules.checkCanDeactivateUser(userID: "@a:x.org", byAdmin: true)) },
            { host, _ in
                try await .verdict(host.thirdPartyRules.checkCanDeactivateUser(userID: "@a:x.org", byAdmin: true))
            }),
        TypedCall(
            "third_party_rules.on_profile_update",
            [
                "user_id": "@a:x.org", "new_profile": ["avatar_url": "mxc://x.org/a", "display_name": .null],
                "by_admin": true, "deactivation": false,
            ],
            { host, _ in
                try host.thirdPartyRules.onProfileUpdate(
                    userID: "@a:x.org", newProfile: ProfileInfo(avatarURL: "mxc://x.org/a"), byAdmin: true,
                    deactivation: false)
                return .told
            },
            { host, _ in
                try await host.thirdPartyRules.onProfileUpdate(
                    userID: "@a:x.org", newProfile: ProfileInfo(avatarURL: "mxc://x.org/a"), byAdmin: true,
                    deactivation: false)
                return .told
            }),
        TypedCall(
            "third_party_rules.on_user_deactivation_status_changed",
            ["user_id": "@a:x.org", "deactivated": true, "by_admin": false],
            { host, _ in
                try host.thirdPartyRules.onUserDeactivationStatusChanged(
                    userID: "@a:x.org", deactivated: true, byAdmin: false)
                return .told
            },
            { host, _ in
                try await host.thirdPartyRules.onUserDeactivationStatusChanged(
                    userID: "@a:x.org", deactivated: true, byAdmin: false)
                return .told
            }),
        TypedCall(
            "third_party_rules.on_threepid_bind", ["user_id": "@a:x.org", "medium": "email", "address": "a@y.org"],
            { host, _ in
                try host.thirdPartyRules.onThreepidBind(userID: "@a:x.org", medium: "email", address: "a@y.org")
                return .told
            },
            { host, _ in
                try await host.thirdPartyRules.onThreepidBind(userID: "@a:x.org", medium: "email", address: "a@y.org")
                return .told
            }),
        TypedCall(
            "third_party_rules.on_add_user_third_party_identifier",
            ["user_id": "@a:x.org", "medium": "msisdn", "address": "1"],
            { host, _ in
                try host.thirdPartyRules.onAddUserThirdPartyIdentifier(
                    userID: "@a:x.org", medium: "msisdn", address: "1")
                return .told
            },
            { host, _ in
                try await host.thirdPartyRules.onAddUserThirdPartyIdentifier(
                    userID: "@a:x.org", medium: "msisdn", address: "1")
                return .told
            }),
        TypedCall(
            "third_party_rules.on_remove_user_third_party_identifier",
            ["user_id": "@a:x.org", "medium": "email", "address": "a@y.org"],
            { host, _ in
                try host.thirdPartyRules.onRemoveUserThirdPartyIdentifier(
                    userID: "@a:x.org", medium: "email", address: "a@y.org")
                return .told
            },
            { host, _ in
                try await host.thirdPartyRules.onRemoveUserThirdPartyIdentifier(
                    userID: "@a:x.org", medium: "email", address: "a@y.org")
                return .told
            }),
    ]
}
