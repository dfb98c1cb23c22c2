// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
public import MatrixCallbacks

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func checkEventAllowed(event: Event, stateEvents: RoomState) async throws(CallError) -> EventVerdict {
        try host.ask(Self.checkEventAllowed, mayWait: true) { arguments in
            arguments.kept(event.kept)
            arguments.kept(stateEvents.kept)
        }.eventVerdict
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func onCreateRoom(
        requester: Requester, requestContent: JSON, isRequesterAdmin: Bool
    ) async throws(CallError) -> JSON {
        try host.ask(Self.onCreateRoom, mayWait: true) { arguments in
            arguments.record(requester)
            arguments.json(requestContent)
            arguments.flag(isRequesterAdmin)
        }.object ?? requestContent
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func checkThreepidCanBeInvited(
        medium: String, address: String, stateEvents: RoomState
    ) async throws(CallError) -> Verdict {
        try host.ask(Self.checkThreepidCanBeInvited, mayWait: true) { arguments in
            arguments.text(medium)
            arguments.text(address)
            arguments.kept(stateEvents.kept)
        }.verdict
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func checkVisibilityCanBeModified(
        roomID: String, stateEvents: RoomState, newVisibility: String
    ) async throws(CallError) -> Verdict {
        try host.ask(Self.checkVisibilityCanBeModified, mayWait: true) { arguments in
            arguments.text(roomID)
            arguments.kept(stateEvents.kept)
            arguments.text(newVisibility)
        }.verdict
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func onNewEvent(event: Event, stateEvents: RoomState) async throws(CallError) {
        _ = try host.ask(Self.onNewEvent, mayWait: true) { arguments in
            arguments.kept(event.kept)
            arguments.kept(stateEvents.kept)
        }
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func checkCanShutdownRoom(userID: String?, roomID: String) async throws(CallError) -> Verdict {
        try host.ask(Self.checkCanShutdownRoom, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.text(roomID)
        }.verdict
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func checkCanDeactivateUser(userID: String, byAdmin: Bool) async throws(CallError) -> Verdict {
        try host.ask(Self.checkCanDeactivateUser, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.flag(byAdmin)
        }.verdict
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func onProfileUpdate(
        userID: String, newProfile: ProfileInfo, byAdmin: Bool, deactivation: Bool
    ) async throws(CallError) {
        _ = try host.ask(Self.onProfileUpdate, mayWait: true) { arguments in
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
        userID: String, deactivated: Bool, byAdmin: Bool
    ) async throws(CallError) {
        _ = try host.ask(Self.onUserDeactivationStatusChanged, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.flag(deactivated)
            arguments.flag(byAdmin)
        }
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func onThreepidBind(userID: String, medium: String, address: String) async throws(CallError) {
        _ = try host.ask(Self.onThreepidBind, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.text(medium)
            arguments.text(address)
        }
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func onAddUserThirdPartyIdentifier(userID: String, medium: String, address: String) async throws(CallError) {
        _ = try host.ask(Self.onAddUserThirdPartyIdentifier, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.text(medium)
            arguments.text(address)
        }
        try await onThreepidBind(
            userID: userID, medium: medium, address: address)
    }
}

extension ThirdPartyRules {
    /// The same, for callers that may be suspended while modules work.
    public func onRemoveUserThirdPartyIdentifier(
        userID: String, medium: String, address: String
    ) async throws(CallError) {
        _ = try host.ask(Self.onRemoveUserThirdPartyIdentifier, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.text(medium)
            arguments.text(address)
        }
    }
}
