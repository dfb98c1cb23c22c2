// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import MatrixCallbacks
public import ModuleLoader

extension Gatehouse {
    /// The callbacks of `account_validity`.
    public var accountValidity: AccountValidity { AccountValidity(host: self) }
}

/// The callbacks of `account_validity`, as typed calls. Any thread may call.
///
/// The synchronous forms are for callers that cannot wait: they throw `CallError.mustWait` where a module of the
/// chain may take its time. All throw `CallError.failed` where a failure is handed on. `deadline` is when the
/// caller needs the result at the latest; the configuration's deadline holds in any case.
public struct AccountValidity: Sendable {
    let host: Gatehouse

    static let isUserExpired = 28
    static let onUserRegistration = 29
    static let onUserLogin = 30
    static let onLegacySendMail = 31
    static let onLegacyRenew = 32
    static let onLegacyAdminRequest = 33
}

extension AccountValidity {
    /// Asked for every request with the token of a user, and before pushes; not at a login or a logout. Where nobody
    /// knows, the server's own feature is asked, if it is on.
    ///
    /// Synapse docs: since 1.39.0. Rule: first answer.
    public func isUserExpired(user: String) throws(CallError) -> Bool? {
        try host.askAtOnce(Self.isUserExpired) { arguments in
            arguments.text(user)
        }.truth
    }
}

extension AccountValidity {
    /// Told after a user was stored, also of application services. The user stays when a module fails.
    ///
    /// Synapse docs: since 1.39.0. Rule: tell all.
    public func onUserRegistration(user: String) throws(CallError) {
        _ = try host.askAtOnce(Self.onUserRegistration) { arguments in
            arguments.text(user)
        }
    }
}

extension AccountValidity {
    /// Told at a login, when there is a device and a token; not at a registration. The device stays when a module
    /// fails.
    ///
    /// Synapse docs: since 1.98.0. Rule: tell all.
    public func onUserLogin(userID: String, authProviderType: String?, authProviderID: String?) throws(CallError) {
        _ = try host.askAtOnce(Self.onUserLogin) { arguments in
            arguments.text(userID)
            arguments.text(authProviderType)
            arguments.text(authProviderID)
        }
    }
}

extension AccountValidity {
    /// Told when a user asks an old endpoint for a renewal mail.
    ///
    /// Synapse docs: since 1.39.0. Rule: one module alone.
    public func onLegacySendMail(userID: String) throws(CallError) {
        _ = try host.askAtOnce(Self.onLegacySendMail) { arguments in
            arguments.text(userID)
        }
    }
}

extension AccountValidity {
    /// Asked when somebody follows the link in a renewal mail. GH_NEXT: the token is not known.
    ///
    /// Synapse docs: since 1.39.0. Rule: one module alone.
    public func onLegacyRenew(renewalToken: String) throws(CallError) -> Renewal? {
        try host.askAtOnce(Self.onLegacyRenew) { arguments in
            arguments.text(renewalToken)
        }.renewal
    }
}

extension AccountValidity {
    /// Asked when an admin sets by an old endpoint how long an account is valid. The answer is sent as its new end, in
    /// milliseconds since 1970.
    ///
    /// Synapse docs: since 1.39.0. Rule: one module alone.
    public func onLegacyAdminRequest(request: Request) throws(CallError) -> Int64? {
        try host.askAtOnce(Self.onLegacyAdminRequest) { arguments in
            arguments.record(request)
        }.number
    }
}
