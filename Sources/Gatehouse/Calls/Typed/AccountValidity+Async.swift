// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import MatrixCallbacks
public import ModuleLoader

extension AccountValidity {
    /// The same, for callers that may be suspended while modules work.
    public func isUserExpired(user: String) async throws(CallError) -> Bool? {
        try host.ask(Self.isUserExpired, mayWait: true) { arguments in
            arguments.text(user)
        }.truth
    }
}

extension AccountValidity {
    /// The same, for callers that may be suspended while modules work.
    public func onUserRegistration(user: String) async throws(CallError) {
        _ = try host.ask(Self.onUserRegistration, mayWait: true) { arguments in
            arguments.text(user)
        }
    }
}

extension AccountValidity {
    /// The same, for callers that may be suspended while modules work.
    public func onUserLogin(
        userID: String, authProviderType: String?, authProviderID: String?
    ) async throws(CallError) {
        _ = try host.ask(Self.onUserLogin, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.text(authProviderType)
            arguments.text(authProviderID)
        }
    }
}

extension AccountValidity {
    /// The same, for callers that may be suspended while modules work.
    public func onLegacySendMail(userID: String) async throws(CallError) {
        _ = try host.ask(Self.onLegacySendMail, mayWait: true) { arguments in
            arguments.text(userID)
        }
    }
}

extension AccountValidity {
    /// The same, for callers that may be suspended while modules work.
    public func onLegacyRenew(renewalToken: String) async throws(CallError) -> Renewal? {
        try host.ask(Self.onLegacyRenew, mayWait: true) { arguments in
            arguments.text(renewalToken)
        }.renewal
    }
}

extension AccountValidity {
    /// The same, for callers that may be suspended while modules work.
    public func onLegacyAdminRequest(request: Request) async throws(CallError) -> Int64? {
        try host.ask(Self.onLegacyAdminRequest, mayWait: true) { arguments in
            arguments.record(request)
        }.number
    }
}
