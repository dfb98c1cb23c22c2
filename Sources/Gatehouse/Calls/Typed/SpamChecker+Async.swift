// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
public import MatrixCallbacks

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func checkEventForSpam(event: Event) async throws(CallError) -> Verdict {
        try host.ask(Self.checkEventForSpam, mayWait: true) { arguments in
            arguments.kept(event.kept)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func shouldDropFederatedEvent(event: Event) async throws(CallError) -> Verdict {
        try host.ask(Self.shouldDropFederatedEvent, mayWait: true) { arguments in
            arguments.kept(event.kept)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func userMayJoinRoom(userID: String, roomID: String, isInvited: Bool) async throws(CallError) -> Verdict {
        try host.ask(Self.userMayJoinRoom, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.text(roomID)
            arguments.flag(isInvited)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func userMayInvite(inviter: String, invitee: String, roomID: String) async throws(CallError) -> Verdict {
        try host.ask(Self.userMayInvite, mayWait: true) { arguments in
            arguments.text(inviter)
            arguments.text(invitee)
            arguments.text(roomID)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func federatedUserMayInvite(event: Event) async throws(CallError) -> Verdict {
        let verdict = try host.ask(Self.federatedUserMayInvite, mayWait: true) { arguments in
            arguments.kept(event.kept)
        }.verdict
        guard verdict == .allow else { return verdict }
        return try await userMayInvite(
            inviter: event.sender, invitee: event.stateKey ?? "", roomID: event.roomID)
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func userMaySend3pidInvite(
        inviter: String, medium: String, address: String, roomID: String
    ) async throws(CallError) -> Verdict {
        try host.ask(Self.userMaySend3pidInvite, mayWait: true) { arguments in
            arguments.text(inviter)
            arguments.text(medium)
            arguments.text(address)
            arguments.text(roomID)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func userMayCreateRoom(userID: String, roomConfig: JSON) async throws(CallError) -> Verdict {
        try host.ask(Self.userMayCreateRoom, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.json(roomConfig)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func userMayCreateRoomAlias(userID: String, roomAlias: String) async throws(CallError) -> Verdict {
        try host.ask(Self.userMayCreateRoomAlias, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.text(roomAlias)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func userMayPublishRoom(userID: String, roomID: String) async throws(CallError) -> Verdict {
        try host.ask(Self.userMayPublishRoom, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.text(roomID)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func userMaySendStateEvent(
        userID: String, roomID: String, eventType: String, stateKey: String, content: JSON
    ) async throws(CallError) -> Verdict {
        try host.ask(Self.userMaySendStateEvent, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.text(roomID)
            arguments.text(eventType)
            arguments.text(stateKey)
            arguments.json(content)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func checkUsernameForSpam(userProfile: UserProfile, requesterID: String) async throws(CallError) -> Verdict {
        try host.ask(Self.checkUsernameForSpam, mayWait: true) { arguments in
            arguments.record(userProfile)
            arguments.text(requesterID)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func checkRegistrationForSpam(
        emailThreepid: JSON?, username: String?, requestInfo: [Connection], authProviderID: String?
    ) async throws(CallError) -> RegistrationVerdict {
        try host.ask(Self.checkRegistrationForSpam, mayWait: true) { arguments in
            arguments.json(emailThreepid)
            arguments.text(username)
            arguments.records(requestInfo)
            arguments.text(authProviderID)
        }.registrationVerdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func checkMediaFileForSpam(fileWrapper: MediaFile, fileInfo: FileInfo) async throws(CallError) -> Verdict {
        try host.ask(Self.checkMediaFileForSpam, mayWait: true) { arguments in
            arguments.bytes(fileWrapper.bytes, path: fileWrapper.path)
            arguments.record(fileInfo)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func checkLoginForSpam(
        userID: String, deviceID: String?, initialDisplayName: String?, requestInfo: [Connection],
        authProviderID: String?
    ) async throws(CallError) -> Verdict {
        try host.ask(Self.checkLoginForSpam, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.text(deviceID)
            arguments.text(initialDisplayName)
            arguments.records(requestInfo)
            arguments.text(authProviderID)
        }.verdict
    }
}
