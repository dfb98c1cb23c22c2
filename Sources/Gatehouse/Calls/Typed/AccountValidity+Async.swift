// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import MatrixCallbacks
public import ModuleLoader

extension AccountValidity {
    /// The same, for callers that may be suspended while modules work.
    public func isUserExpired(user: String, deadline: ContinuousClock.Instant? = nil) async throws(CallError) -> Bool? {
        try await host.ask(Self.isUserExpired, by: deadline) { arguments in
            arguments.text(user)
        }.truth
    }
}

extension AccountValidity {
    /// The same, for callers that may be suspended while modules work.
    public func onUserRegistration(user: String, deadline: ContinuousClock.Instant? = nil) async throws(CallError) {
        _ = try await host.ask(Self.onUserRegistration, by: deadline) { arguments in
            arguments.text(user)
        }
    }
}

extension AccountValidity {
    /// The same, for callers that may be suspended while modules work.
    public func onUserLogin(
        userID: String, authProviderType: String?, authProviderID: String?, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) {
        _ = try await host.ask(Self.onUserLogin, by: deadline) { arguments in
            arguments.text(userID)
            arguments.text(authProviderType)
            arguments.text(authProviderID)
        }
    }
}

extension AccountValidity {
    /// The same, for callers that may be suspended while modules work.
    public func onLegacySendMail(userID: String, deadline: ContinuousClock.Instant? = nil) async throws(CallError) {
        _ = try await host.ask(Self.onLegacySendMail, by: deadline) { arguments in
            arguments.text(userID)
        }
    }
}

extension AccountValidity {
    /// The same, for callers that may be suspended while modules work.
    public func onLegacyRenew(
        renewalToken: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Renewal? {
        try await host.ask(Self.onLegacyRenew, by: deadline) { arguments in
            arguments.text(renewalToken)
        }.renewal
    }
}

extension AccountValidity {
    /// The same, for callers that may be suspended while modules work.
    public func onLegacyAdminRequest(
        request: Request, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Int64? {
        try await host.ask(Self.onLegacyAdminRequest, by: deadline) { arguments in
            arguments.record(request)
        }.number
    }
}
