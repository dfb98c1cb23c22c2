import Gatehouse

extension TypedCall {
    static let accountValidity = [
        TypedCall(
            "account_validity.is_user_expired",
            ["user": "@a:x.org"],
            { host, _ in try .truth(host.accountValidity.isUserExpired(user: "@a:x.org")) },
            { host, _ in try await .truth(host.accountValidity.isUserExpired(user: "@a:x.org")) }),
        TypedCall(
            "account_validity.on_user_registration",
            ["user": "@a:x.org"],
            { host, _ in
                try host.accountValidity.onUserRegistration(user: "@a:x.org")
                return .told
            },
            { host, _ in
                try await host.accountValidity.onUserRegistration(user: "@a:x.org")
                return .told
            }),
        TypedCall(
            "account_validity.on_user_login",
            ["user_id": "@a:x.org", "auth_provider_type": "m.login.sso", "auth_provider_id": .null],
            { host, _ in
                try host.accountValidity.onUserLogin(
                    userID: "@a:x.org", authProviderType: "m.login.sso", authProviderID: nil)
                return .told
            },
            { host, _ in
                try await host.accountValidity.onUserLogin(
                    userID: "@a:x.org", authProviderType: "m.login.sso", authProviderID: nil)
                return .told
            }),
        TypedCall(
            "account_validity.on_legacy_send_mail",
            ["user_id": "@a:x.org"],
            { host, _ in
                try host.accountValidity.onLegacySendMail(userID: "@a:x.org")
                return .told
            },
            { host, _ in
                try await host.accountValidity.onLegacySendMail(userID: "@a:x.org")
                return .told
            }),
        TypedCall(
            "account_validity.on_legacy_renew",
            ["renewal_token": "t"],
            { host, _ in try .renewal(host.accountValidity.onLegacyRenew(renewalToken: "t")) },
            { host, _ in try await .renewal(host.accountValidity.onLegacyRenew(renewalToken: "t")) }),
        TypedCall(
            "account_validity.on_legacy_admin_request",
            ["request": ["method": "POST", "uri": "/u?q", "body": "{}"]],
            { host, _ in try .number(host.accountValidity.onLegacyAdminRequest(request: legacyRequest)) },
            { host, _ in try await .number(host.accountValidity.onLegacyAdminRequest(request: legacyRequest)) }),
    ]

    private static let legacyRequest = Request(method: "POST", uri: "/u?q", body: "{}")
}
