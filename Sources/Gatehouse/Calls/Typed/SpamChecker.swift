// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
public import MatrixCallbacks

extension Gatehouse {
    /// The callbacks of `spam_checker`.
    public var spamChecker: SpamChecker { SpamChecker(host: self) }
}

/// The callbacks of `spam_checker`, as typed calls. Any thread may call.
///
/// The synchronous forms are for callers that cannot wait: they throw `CallError.mustWait` where a module of the
/// chain may take its time. All throw `CallError.failed` where a failure is handed on. `deadline` is when the
/// caller needs the result at the latest; the configuration's deadline holds in any case.
public struct SpamChecker: Sendable {
    let host: Gatehouse

    static let checkEventForSpam = 0
    static let shouldDropFederatedEvent = 1
    static let userMayJoinRoom = 2
    static let userMayInvite = 3
    static let federatedUserMayInvite = 4
    static let userMaySend3pidInvite = 5
    static let userMayCreateRoom = 6
    static let userMayCreateRoomAlias = 7
    static let userMayPublishRoom = 8
    static let userMaySendStateEvent = 9
    static let checkUsernameForSpam = 10
    static let checkRegistrationForSpam = 11
    static let checkMediaFileForSpam = 12
    static let checkLoginForSpam = 13
}

extension SpamChecker {
    /// Asked for each local event but m.room.member, and for every event that comes over federation.
    ///
    /// Synapse docs: since 1.37.0. Rule: first that objects.
    public func checkEventForSpam(event: Event) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.checkEventForSpam) { arguments in
            arguments.kept(event.kept)
        }.verdict
    }
}

extension SpamChecker {
    /// Asked for events that come over federation, after check_event_for_spam.
    ///
    /// Synapse docs: since 1.60.0. Rule: first that objects.
    public func shouldDropFederatedEvent(event: Event) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.shouldDropFederatedEvent) { arguments in
            arguments.kept(event.kept)
        }.verdict
    }
}

extension SpamChecker {
    /// Asked when a local user joins a room, and for the joins that spread a changed profile; not for server admins.
    ///
    /// Synapse docs: since 1.45.0. Rule: first that objects.
    public func userMayJoinRoom(userID: String, roomID: String, isInvited: Bool) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.userMayJoinRoom) { arguments in
            arguments.text(userID)
            arguments.text(roomID)
            arguments.flag(isInvited)
        }.verdict
    }
}

extension SpamChecker {
    /// Asked for invites by user id, local ones and (after federated_user_may_invite) remote ones; not for server
    /// admins.
    ///
    /// Synapse docs: since 1.37.0. Rule: first that objects.
    public func userMayInvite(inviter: String, invitee: String, roomID: String) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.userMayInvite) { arguments in
            arguments.text(inviter)
            arguments.text(invitee)
            arguments.text(roomID)
        }.verdict
    }
}

extension SpamChecker {
    /// Asked for invites that come over federation.
    ///
    /// Synapse docs: since 1.134.0. Rule: first that objects.
    public func federatedUserMayInvite(event: Event) throws(CallError) -> Verdict {
        let verdict = try host.askAtOnce(Self.federatedUserMayInvite) { arguments in
            arguments.kept(event.kept)
        }.verdict
        guard verdict == .allow else { return verdict }
        return try userMayInvite(
            inviter: event.sender, invitee: event.stateKey ?? "", roomID: event.roomID)
    }
}

extension SpamChecker {
    /// Asked for invites by a third-party id that the identity server does not know.
    ///
    /// Synapse docs: since 1.45.0. Rule: first that objects.
    public func userMaySend3pidInvite(
        inviter: String, medium: String, address: String, roomID: String
    ) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.userMaySend3pidInvite) { arguments in
            arguments.text(inviter)
            arguments.text(medium)
            arguments.text(address)
            arguments.text(roomID)
        }.verdict
    }
}

extension SpamChecker {
    /// Asked after on_create_room, and for room upgrades; not for server admins, but for their upgrades.
    ///
    /// Synapse docs: since 1.37.0. Rule: first that objects.
    public func userMayCreateRoom(userID: String, roomConfig: JSON) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.userMayCreateRoom) { arguments in
            arguments.text(userID)
            arguments.json(roomConfig)
        }.verdict
    }
}

extension SpamChecker {
    /// Asked for every new alias, also one that a room is created with; not for application services.
    ///
    /// Synapse docs: since 1.37.0. Rule: first that objects.
    public func userMayCreateRoomAlias(userID: String, roomAlias: String) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.userMayCreateRoomAlias) { arguments in
            arguments.text(userID)
            arguments.text(roomAlias)
        }.verdict
    }
}

extension SpamChecker {
    /// Asked for every write to a room's entry in the local directory, also when it is taken off.
    ///
    /// Synapse docs: since 1.37.0. Rule: first that objects.
    public func userMayPublishRoom(userID: String, roomID: String) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.userMayPublishRoom) { arguments in
            arguments.text(userID)
            arguments.text(roomID)
        }.verdict
    }
}

extension SpamChecker {
    /// Asked by the request that sets one state event, memberships included; not for server admins.
    ///
    /// Synapse docs: since 1.132.0. Rule: first that objects.
    public func userMaySendStateEvent(
        userID: String, roomID: String, eventType: String, stateKey: String, content: JSON
    ) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.userMaySendStateEvent) { arguments in
            arguments.text(userID)
            arguments.text(roomID)
            arguments.text(eventType)
            arguments.text(stateKey)
            arguments.json(content)
        }.verdict
    }
}

extension SpamChecker {
    /// Asked for each result of a search in the user directory.
    ///
    /// Synapse docs: since 1.37.0. Rule: first that objects.
    public func checkUsernameForSpam(userProfile: UserProfile, requesterID: String) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.checkUsernameForSpam) { arguments in
            arguments.record(userProfile)
            arguments.text(requesterID)
        }.verdict
    }
}

extension SpamChecker {
    /// Asked for every new user but those of application services.
    ///
    /// Synapse docs: since 1.37.0. Rule: first that objects.
    public func checkRegistrationForSpam(
        emailThreepid: JSON?, username: String?, requestInfo: [Connection], authProviderID: String?
    ) throws(CallError) -> RegistrationVerdict {
        try host.askAtOnce(Self.checkRegistrationForSpam) { arguments in
            arguments.json(emailThreepid)
            arguments.text(username)
            arguments.records(requestInfo)
            arguments.text(authProviderID)
        }.registrationVerdict
    }
}

extension SpamChecker {
    /// Asked once for every file that is stored: uploads, remote files, thumbnails, previews of links. The client sees
    /// no code.
    ///
    /// Synapse docs: since 1.37.0. Rule: first that objects.
    public func checkMediaFileForSpam(fileWrapper: MediaFile, fileInfo: FileInfo) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.checkMediaFileForSpam) { arguments in
            arguments.bytes(fileWrapper.bytes, path: fileWrapper.path)
            arguments.record(fileInfo)
        }.verdict
    }
}

extension SpamChecker {
    /// Asked for each login whose credentials are right, before there is a device.
    ///
    /// Synapse docs: since 1.87.0. Rule: first that objects.
    public func checkLoginForSpam(
        userID: String, deviceID: String?, initialDisplayName: String?, requestInfo: [Connection],
        authProviderID: String?
    ) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.checkLoginForSpam) { arguments in
            arguments.text(userID)
            arguments.text(deviceID)
            arguments.text(initialDisplayName)
            arguments.records(requestInfo)
            arguments.text(authProviderID)
        }.verdict
    }
}
