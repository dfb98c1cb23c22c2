// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
public import MatrixCallbacks

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func checkEventAllowed(
        event: Event, stateEvents: RoomState, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> EventVerdict {
        try await host.ask(Self.checkEventAllowed, by: deadline) { arguments in
            arguments.kept(event.kept)
            arguments.kept(stateEvents.kept)
        }.eventVerdict
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func onCreateRoom(
        requester: Requester, requestContent: JSON, isRequesterAdmin: Bool, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> JSON {
        try await host.ask(Self.onCreateRoom, by: deadline) { arguments in
            arguments.record(requester)
            arguments.json(requestContent)
            arguments.flag(isRequesterAdmin)
        }.object ?? requestContent
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func checkThreepidCanBeInvited(
        medium: String, address: String, stateEvents: RoomState, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.checkThreepidCanBeInvited, by: deadline) { arguments in
            arguments.text(medium)
            arguments.text(address)
            arguments.kept(stateEvents.kept)
        }.verdict
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func checkVisibilityCanBeModified(
        roomID: String, stateEvents: RoomState, newVisibility: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.checkVisibilityCanBeModified, by: deadline) { arguments in
            arguments.text(roomID)
            arguments.kept(stateEvents.kept)
            arguments.text(newVisibility)
        }.verdict
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func onNewEvent(
        event: Event, stateEvents: RoomState, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) {
        _ = try await host.ask(Self.onNewEvent, by: deadline) { arguments in
            arguments.kept(event.kept)
            arguments.kept(stateEvents.kept)
        }
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func checkCanShutdownRoom(
        userID: String?, roomID: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.checkCanShutdownRoom, by: deadline) { arguments in
            arguments.text(userID)
            arguments.text(roomID)
        }.verdict
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func checkCanDeactivateUser(
        userID: String, byAdmin: Bool, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.checkCanDeactivateUser, by: deadline) { arguments in
            arguments.text(userID)
            arguments.flag(byAdmin)
        }.verdict
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func onProfileUpdate(
        userID: String, newProfile: ProfileInfo, byAdmin: Bool, deactivation: Bool,
        deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) {
        _ = try await host.ask(Self.onProfileUpdate, by: deadline) { arguments in
            arguments.text(userID)
            arguments.record(newProfile)
            arguments.flag(byAdmin)
            arguments.flag(deactivation)
        }
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func onUserDeactivationStatusChanged(
        userID: String, deactivated: Bool, byAdmin: Bool, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) {
        _ = try await host.ask(Self.onUserDeactivationStatusChanged, by: deadline) { arguments in
            arguments.text(userID)
            arguments.flag(deactivated)
            arguments.flag(byAdmin)
        }
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func onThreepidBind(
        userID: String, medium: String, address: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) {
        _ = try await host.ask(Self.onThreepidBind, by: deadline) { arguments in
            arguments.text(userID)
            arguments.text(medium)
            arguments.text(address)
        }
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func onAddUserThirdPartyIdentifier(
        userID: String, medium: String, address: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) {
        _ = try await host.ask(Self.onAddUserThirdPartyIdentifier, by: deadline) { arguments in
            arguments.text(userID)
            arguments.text(medium)
            arguments.text(address)
        }
        try await onThreepidBind(
            userID: userID, medium: medium, address: address, deadline: deadline)
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func onRemoveUserThirdPartyIdentifier(
        userID: String, medium: String, address: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) {
        _ = try await host.ask(Self.onRemoveUserThirdPartyIdentifier, by: deadline) { arguments in
            arguments.text(userID)
            arguments.text(medium)
            arguments.text(address)
        }
    }
}
