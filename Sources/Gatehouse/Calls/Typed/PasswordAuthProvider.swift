// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
public import MatrixCallbacks

extension Gatehouse {
    /// The callbacks of `password_auth_provider`.
    public var passwordAuthProvider: PasswordAuthProvider { PasswordAuthProvider(host: self) }
}

/// The callbacks of `password_auth_provider`, as typed calls. Any thread may call.
///
/// The synchronous forms are for callers that cannot wait: they throw `CallError.mustWait` where a module of the
/// chain may take its time. All throw `CallError.failed` where a failure is handed on. `deadline` is when the
/// caller needs the result at the latest; the configuration's deadline holds in any case.
public struct PasswordAuthProvider: Sendable {
    let host: Gatehouse

    static let authCheckers = 34
    static let check3pidAuth = 35
    static let onLoggedOut = 36
    static let getUsernameForRegistration = 37
    static let getDisplaynameForRegistration = 38
    static let is3pidAllowed = 39
    static let postLogin = 40
    static let postLoginUnused = 41
}

extension PasswordAuthProvider {
    /// Asked for a login, and when a user confirms who they are; before the server looks at passwords of its own.
    ///
    /// Synapse docs: since 1.46.0. Rule: first answer.
    public func authCheckers(username: String, loginType: String, loginDict: JSON) throws(CallError) -> Login? {
        try host.askAtOnce(Self.authCheckers) { arguments in
            arguments.text(username)
            arguments.text(loginType)
            arguments.json(loginDict)
        }.login(of: host)
    }
}

extension PasswordAuthProvider {
    /// Asked for a login with a password and a third-party id, before the server looks up whose it is; not at a
    /// registration.
    ///
    /// Synapse docs: since 1.46.0. Rule: first answer.
    public func check3pidAuth(medium: String, address: String, password: String) throws(CallError) -> Login? {
        try host.askAtOnce(Self.check3pidAuth) { arguments in
            arguments.text(medium)
            arguments.text(address)
            arguments.text(password)
        }.login(of: host)
    }
}

extension PasswordAuthProvider {
    /// Told once for each token that was deleted.
    ///
    /// Synapse docs: since 1.46.0. Rule: tell all.
    public func onLoggedOut(userID: String, deviceID: String?, accessToken: String) throws(CallError) {
        _ = try host.askAtOnce(Self.onLoggedOut) { arguments in
            arguments.text(userID)
            arguments.text(deviceID)
            arguments.text(accessToken)
        }
    }
}

extension PasswordAuthProvider {
    /// Asked when a client registers, before check_registration_for_spam; not for single sign-on, guests, application
    /// services and the admin API. The server lower-cases the answer and checks it.
    ///
    /// Synapse docs: since 1.52.0. Rule: first answer.
    public func getUsernameForRegistration(uiaResults: JSON, params: JSON) throws(CallError) -> String? {
        try host.askAtOnce(Self.getUsernameForRegistration) { arguments in
            arguments.json(uiaResults)
            arguments.json(params)
        }.text
    }
}

extension PasswordAuthProvider {
    /// Asked as get_username_for_registration is, after it.
    ///
    /// Synapse docs: since 1.54.0. Rule: first answer.
    public func getDisplaynameForRegistration(uiaResults: JSON, params: JSON) throws(CallError) -> String? {
        try host.askAtOnce(Self.getDisplaynameForRegistration) { arguments in
            arguments.json(uiaResults)
            arguments.json(params)
        }.text
    }
}

extension PasswordAuthProvider {
    /// Asked before a token is sent to a third-party id, and when a registration ends; not when the id is added. Where
    /// nobody objects, the server's own setting decides.
    ///
    /// Synapse docs: since 1.53.0. Rule: first that objects.
    public func is3pidAllowed(medium: String, address: String, registration: Bool) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.is3pidAllowed) { arguments in
            arguments.text(medium)
            arguments.text(address)
            arguments.flag(registration)
        }.verdict
    }
}

extension PasswordAuthProvider {
    /// Asked just before the response to a login is sent, when there is a device and a token; to change the response,
    /// rewrite it.
    ///
    /// Synapse docs: since 1.46.0. Rule: the module that gave the cookie.
    public func postLogin(cookie: Cookie, loginResponse: JSON) throws(CallError) -> JSON {
        try host.askAtOnce(Self.postLogin) { arguments in
            arguments.cookie(cookie.number)
            arguments.json(loginResponse)
        }.object ?? loginResponse
    }
}

extension PasswordAuthProvider {
    /// Told in place of post_login when a cookie will not be used: its answer did not count, the login went no further,
    /// or the host shuts down.
    ///
    /// Synapse docs: since 1.46.0. Rule: the module that gave the cookie.
    public func postLoginUnused(cookie: Cookie) throws(CallError) {
        _ = try host.askAtOnce(Self.postLoginUnused) { arguments in
            arguments.cookie(cookie.number)
        }
    }
}
