// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
public import MatrixCallbacks

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func authCheckers(username: String, loginType: String, loginDict: JSON) async throws(CallError) -> Login? {
        try host.ask(Self.authCheckers, mayWait: true) { arguments in
            arguments.text(username)
            arguments.text(loginType)
            arguments.json(loginDict)
        }.login(of: host)
    }
}

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func check3pidAuth(medium: String, address: String, password: String) async throws(CallError) -> Login? {
        try host.ask(Self.check3pidAuth, mayWait: true) { arguments in
            arguments.text(medium)
            arguments.text(address)
            arguments.text(password)
        }.login(of: host)
    }
}

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func onLoggedOut(userID: String, deviceID: String?, accessToken: String) async throws(CallError) {
        _ = try host.ask(Self.onLoggedOut, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.text(deviceID)
            arguments.text(accessToken)
        }
    }
}

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func getUsernameForRegistration(uiaResults: JSON, params: JSON) async throws(CallError) -> String? {
        try host.ask(Self.getUsernameForRegistration, mayWait: true) { arguments in
            arguments.json(uiaResults)
            arguments.json(params)
        }.text
    }
}

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func getDisplaynameForRegistration(uiaResults: JSON, params: JSON) async throws(CallError) -> String? {
        try host.ask(Self.getDisplaynameForRegistration, mayWait: true) { arguments in
            arguments.json(uiaResults)
            arguments.json(params)
        }.text
    }
}

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func is3pidAllowed(medium: String, address: String, registration: Bool) async throws(CallError) -> Verdict {
        try host.ask(Self.is3pidAllowed, mayWait: true) { arguments in
            arguments.text(medium)
            arguments.text(address)
            arguments.flag(registration)
        }.verdict
    }
}

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func postLogin(cookie: Cookie, loginResponse: JSON) async throws(CallError) -> JSON {
        try host.ask(Self.postLogin, mayWait: true) { arguments in
            arguments.cookie(cookie.number)
            arguments.json(loginResponse)
        }.object ?? loginResponse
    }
}

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func postLoginUnused(cookie: Cookie) async throws(CallError) {
        _ = try host.ask(Self.postLoginUnused, mayWait: true) { arguments in
            arguments.cookie(cookie.number)
        }
    }
}
