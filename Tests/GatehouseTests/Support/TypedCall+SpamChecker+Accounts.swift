import Gatehouse

extension TypedCall {
    static let accountChecks = [
        TypedCall(
            "spam_checker.check_username_for_spam",
            [
                "user_profile": ["user_id": "@a:x.org", "display_name": "A", "avatar_url": .null],
                "requester_id": "@b:x.org",
            ],
            { host, _ in
                try .verdict(
                    host.spamChecker.checkUsernameForSpam(
                        userProfile: UserProfile(userID: "@a:x.org", displayName: "A"), requesterID: "@b:x.org"))
            },
            { host, _ in
                try await .verdict(
                    host.spamChecker.checkUsernameForSpam(
                        userProfile: UserProfile(userID: "@a:x.org", displayName: "A"), requesterID: "@b:x.org"))
            }),
        TypedCall(
            "spam_checker.check_registration_for_spam",
            [
                "email_threepid": ["medium": "email"], "username": .null,
                "request_info": [[.null, "192.0.2.1"], ["curl", "::1"]], "auth_provider_id": "oidc",
            ],
            { host, _ in
                try .registration(
                    host.spamChecker.checkRegistrationForSpam(
                        emailThreepid: JSON(["medium": "email"]), username: nil,
                        requestInfo: [
                            Connection(userAgent: nil, ip: "192.0.2.1"), Connection(userAgent: "curl", ip: "::1"),
                        ], authProviderID: "oidc"))
            },
            { host, _ in
                try await .registration(
                    host.spamChecker.checkRegistrationForSpam(
                        emailThreepid: JSON(["medium": "email"]), username: nil,
                        requestInfo: [
                            Connection(userAgent: nil, ip: "192.0.2.1"), Connection(userAgent: "curl", ip: "::1"),
                        ], authProviderID: "oidc"))
            }),
        TypedCall(
            "spam_checker.check_login_for_spam",
            [
                "user_id": "@a:x.org", "device_id": .null, "initial_display_name": "phone",
                "request_info": [["curl", "::1"]], "auth_provider_id": .null,
            ],
            { host, _ in
                try .verdict(
                    host.spamChecker.checkLoginForSpam(
                        userID: "@a:x.org", deviceID: nil, initialDisplayName: "phone",
                        requestInfo: [Connection(userAgent: "curl", ip: "::1")], authProviderID: nil))
            },
            { host, _ in
                try await .verdict(
                    host.spamChecker.checkLoginForSpam(
                        userID: "@a:x.org", deviceID: nil, initialDisplayName: "phone",
                        requestInfo: [Connection(userAgent: "curl", ip: "::1")], authProviderID: nil))
            }),
    ]
}
