// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
public import MatrixCallbacks

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func authCheckers(
        username: String, loginType: String, loginDict: JSON, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Login? {
        try await host.ask(Self.authCheckers, by: deadline) { arguments in
            arguments.text(username)
            arguments.text(loginType)
            arguments.json(loginDict)
        }.login(of: host)
    }
}

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func check3pidAuth(
        medium: String, address: String, password: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Login? {
        try await host.ask(Self.check3pidAuth, by: deadline) { arguments in
            arguments.text(medium)
            arguments.text(address)
            arguments.text(password)
        }.login(of: host)
    }
}

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func onLoggedOut(
        userID: String, deviceID: String?, accessToken: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) {
        _ = try await host.ask(Self.onLoggedOut, by: deadline) { arguments in
            arguments.text(userID)
            arguments.text(deviceID)
            arguments.text(accessToken)
        }
    }
}

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func getUsernameForRegistration(
        uiaResults: JSON, params: JSON, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> String? {
        try await host.ask(Self.getUsernameForRegistration, by: deadline) { arguments in
            arguments.json(uiaResults)
            arguments.json(params)
        }.text
    }
}

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func getDisplaynameForRegistration(
        uiaResults: JSON, params: JSON, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> String? {
        try await host.ask(Self.getDisplaynameForRegistration, by: deadline) { arguments in
            arguments.json(uiaResults)
            arguments.json(params)
        }.text
    }
}

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func is3pidAllowed(
        medium: String, address: String, registration: Bool, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.is3pidAllowed, by: deadline) { arguments in
            arguments.text(medium)
            arguments.text(address)
            arguments.flag(registration)
        }.verdict
    }
}

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func postLogin(
        cookie: Cookie, loginResponse: JSON, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> JSON {
        try await host.ask(Self.postLogin, by: deadline) { arguments in
            arguments.cookie(cookie.number)
            arguments.json(loginResponse)
        }.object ?? loginResponse
    }
}

extension PasswordAuthProvider {
    /// The same, for callers that may be suspended while modules work.
    public func postLoginUnused(cookie: Cookie, deadline: ContinuousClock.Instant? = nil) async throws(CallError) {
        _ = try await host.ask(Self.postLoginUnused, by: deadline) { arguments in
            arguments.cookie(cookie.number)
        }
    }
}
