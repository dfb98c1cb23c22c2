// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
public import MatrixCallbacks

extension Gatehouse {
    /// The callbacks of `third_party_rules`.
    public var thirdPartyRules: ThirdPartyRules { ThirdPartyRules(host: self) }
}

/// The callbacks of `third_party_rules`, as typed calls. Any thread may call.
///
/// The synchronous forms are for callers that cannot wait: they throw `CallError.mustWait` where a module of the
/// chain may take its time. All throw `CallError.failed` where a failure is handed on. `deadline` is when the
/// caller needs the result at the latest; the configuration's deadline holds in any case.
public struct ThirdPartyRules: Sendable {
    let host: Gatehouse

    static let checkEventAllowed = 14
    static let onCreateRoom = 15
    static let checkThreepidCanBeInvited = 16
    static let checkVisibilityCanBeModified = 17
    static let onNewEvent = 18
    static let checkCanShutdownRoom = 19
    static let checkCanDeactivateUser = 20
    static let onProfileUpdate = 21
    static let onUserDeactivationStatusChanged = 22
    static let onThreepidBind = 23
    static let onAddUserThirdPartyIdentifier = 24
    static let onRemoveUserThirdPartyIdentifier = 25
}

extension ThirdPartyRules {
    /// Asked for every event that this server builds, and for templates of remote joins, leaves and knocks; before
    /// check_event_for_spam.
    ///
    /// Synapse docs: since 1.39.0. Rule: first that objects or replaces.
    public func checkEventAllowed(event: Event, stateEvents: RoomState) throws(CallError) -> EventVerdict {
        try host.askAtOnce(Self.checkEventAllowed) { arguments in
            arguments.kept(event.kept)
            arguments.kept(stateEvents.kept)
        }.eventVerdict
    }
}

extension ThirdPartyRules {
    /// Asked as the first step of creating a room; not for upgrades. To deny, fail.
    ///
    /// Synapse docs: since 1.39.0. Rule: rewrite, each sees the last.
    public func onCreateRoom(
        requester: Requester, requestContent: JSON, isRequesterAdmin: Bool
    ) throws(CallError) -> JSON {
        try host.askAtOnce(Self.onCreateRoom) { arguments in
            arguments.record(requester)
            arguments.json(requestContent)
            arguments.flag(isRequesterAdmin)
        }.object ?? requestContent
    }
}

extension ThirdPartyRules {
    /// Asked for every local invite by third-party id.
    ///
    /// Synapse docs: since 1.39.0. Rule: first that objects.
    public func checkThreepidCanBeInvited(
        medium: String, address: String, stateEvents: RoomState
    ) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.checkThreepidCanBeInvited) { arguments in
            arguments.text(medium)
            arguments.text(address)
            arguments.kept(stateEvents.kept)
        }.verdict
    }
}

extension ThirdPartyRules {
    /// Asked for every new room, with no state, and when a room is put into the directory; not when it is taken off.
    ///
    /// Synapse docs: since 1.39.0. Rule: first that objects.
    public func checkVisibilityCanBeModified(
        roomID: String, stateEvents: RoomState, newVisibility: String
    ) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.checkVisibilityCanBeModified) { arguments in
            arguments.text(roomID)
            arguments.kept(stateEvents.kept)
            arguments.text(newVisibility)
        }.verdict
    }
}

extension ThirdPartyRules {
    /// Told of every event that was stored, on every process.
    ///
    /// Synapse docs: since 1.47.0. Rule: tell all.
    public func onNewEvent(event: Event, stateEvents: RoomState) throws(CallError) {
        _ = try host.askAtOnce(Self.onNewEvent) { arguments in
            arguments.kept(event.kept)
            arguments.kept(stateEvents.kept)
        }
    }
}

extension ThirdPartyRules {
    /// Asked before a room is deleted; twice by the admin API.
    ///
    /// Synapse docs: since 1.55.0. Rule: first that objects.
    public func checkCanShutdownRoom(userID: String?, roomID: String) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.checkCanShutdownRoom) { arguments in
            arguments.text(userID)
            arguments.text(roomID)
        }.verdict
    }
}

extension ThirdPartyRules {
    /// Asked as the first step of a deactivation.
    ///
    /// Synapse docs: since 1.55.0. Rule: first that objects.
    public func checkCanDeactivateUser(userID: String, byAdmin: Bool) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.checkCanDeactivateUser) { arguments in
            arguments.text(userID)
            arguments.flag(byAdmin)
        }.verdict
    }
}

extension ThirdPartyRules {
    /// Told after a local user's profile changed, once a field.
    ///
    /// Synapse docs: since 1.54.0. Rule: tell all.
    public func onProfileUpdate(
        userID: String, newProfile: ProfileInfo, byAdmin: Bool, deactivation: Bool
    ) throws(CallError) {
        _ = try host.askAtOnce(Self.onProfileUpdate) { arguments in
            arguments.text(userID)
            arguments.record(newProfile)
            arguments.flag(byAdmin)
            arguments.flag(deactivation)
        }
    }
}

extension ThirdPartyRules {
    /// Told at the end of a deactivation, and of a reactivation.
    ///
    /// Synapse docs: since 1.54.0. Rule: tell all.
    public func onUserDeactivationStatusChanged(userID: String, deactivated: Bool, byAdmin: Bool) throws(CallError) {
        _ = try host.askAtOnce(Self.onUserDeactivationStatusChanged) { arguments in
            arguments.text(userID)
            arguments.flag(deactivated)
            arguments.flag(byAdmin)
        }
    }
}

extension ThirdPartyRules {
    /// Told after on_add_user_third_party_identifier, which replaces it.
    ///
    /// Synapse docs: since 1.57.0. Rule: tell all.
    public func onThreepidBind(userID: String, medium: String, address: String) throws(CallError) {
        _ = try host.askAtOnce(Self.onThreepidBind) { arguments in
            arguments.text(userID)
            arguments.text(medium)
            arguments.text(address)
        }
    }
}

extension ThirdPartyRules {
    /// Told after a third-party id was added to a user of this server.
    ///
    /// Synapse docs: since 1.79.0. Rule: tell all.
    public func onAddUserThirdPartyIdentifier(userID: String, medium: String, address: String) throws(CallError) {
        _ = try host.askAtOnce(Self.onAddUserThirdPartyIdentifier) { arguments in
            arguments.text(userID)
            arguments.text(medium)
            arguments.text(address)
        }
        try onThreepidBind(
            userID: userID, medium: medium, address: address)
    }
}

extension ThirdPartyRules {
    /// Told after a third-party id was taken from a user of this server.
    ///
    /// Synapse docs: since 1.79.0. Rule: tell all.
    public func onRemoveUserThirdPartyIdentifier(userID: String, medium: String, address: String) throws(CallError) {
        _ = try host.askAtOnce(Self.onRemoveUserThirdPartyIdentifier) { arguments in
            arguments.text(userID)
            arguments.text(medium)
            arguments.text(address)
        }
    }
}
