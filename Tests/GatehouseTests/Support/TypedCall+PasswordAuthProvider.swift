import Gatehouse

extension TypedCall {
    static let passwordAuthProvider = [
        TypedCall(
            "password_auth_provider.auth_checkers",
            ["username": "a", "login_type": "m.login.password", "login_dict": ["password": "p"]],
            { host, _ in
                try .login(
                    host.passwordAuthProvider.authCheckers(
                        username: "a", loginType: "m.login.password", loginDict: JSON(["password": "p"]))?.userID)
            },
            { host, _ in
                try await .login(
                    host.passwordAuthProvider.authCheckers(
                        username: "a", loginType: "m.login.password", loginDict: JSON(["password": "p"]))?.userID)
            }),
        TypedCall(
            "password_auth_provider.check_3pid_auth",
            ["medium": "email", "address": "a@y.org", "password": "p"],
            { host, _ in
                try .login(
                    host.passwordAuthProvider.check3pidAuth(medium: "email", address: "a@y.org", password: "p")?.userID)
            },
            { host, _ in
                try await .login(
                    host.passwordAuthProvider.check3pidAuth(medium: "email", address: "a@y.org", password: "p")?.userID)
            }),
        TypedCall(
            "password_auth_provider.on_logged_out",
            ["user_id": "@a:x.org", "device_id": .null, "access_token": "t"],
            { host, _ in
                try host.passwordAuthProvider.onLoggedOut(userID: "@a:x.org", deviceID: nil, accessToken: "t")
                return .told
            },
            { host, _ in
                try await host.passwordAuthProvider.onLoggedOut(userID: "@a:x.org", deviceID: nil, accessToken: "t")
                return .told
            }),
        TypedCall(
            "password_auth_provider.get_username_for_registration",
            ["uia_results": ["m.login.dummy": true], "params": ["username": "n"]],
            { host, _ in
                try .text(host.passwordAuthProvider.getUsernameForRegistration(uiaResults: results, params: parameters))
            },
            { host, _ in
                try await .text(
                    host.passwordAuthProvider.getUsernameForRegistration(uiaResults: results, params: parameters))
            }),
        TypedCall(
            "password_auth_provider.get_displayname_for_registration",
            ["uia_results": ["m.login.dummy": true], "params": ["username": "n"]],
            { host, _ in
                try .text(
                    host.passwordAuthProvider.getDisplaynameForRegistration(uiaResults: results, params: parameters))
            },
            { host, _ in
                try await .text(
                    host.passwordAuthProvider.getDisplaynameForRegistration(uiaResults: results, params: parameters))
            }),
        TypedCall(
            "password_auth_provider.is_3pid_allowed",
            ["medium": "email", "address": "a@y.org", "registration": true],
            { host, _ in
                try .verdict(
                    host.passwordAuthProvider.is3pidAllowed(medium: "email", address: "a@y.org", registration: true))
            },
            { host, _ in
                try await .verdict(
                    host.passwordAuthProvider.is3pidAllowed(medium: "email", address: "a@y.org", registration: true))
            }),
    ]

    private static let results = JSON(["m.login.dummy": true])
    private static let parameters = JSON(["username": "n"])
}
