// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
public import MatrixCallbacks

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func checkEventForSpam(
        event: Event, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.checkEventForSpam, by: deadline) { arguments in
            arguments.kept(event.kept)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func shouldDropFederatedEvent(
        event: Event, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.shouldDropFederatedEvent, by: deadline) { arguments in
            arguments.kept(event.kept)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func userMayJoinRoom(
        userID: String, roomID: String, isInvited: Bool, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.userMayJoinRoom, by: deadline) { arguments in
            arguments.text(userID)
            arguments.text(roomID)
            arguments.flag(isInvited)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func userMayInvite(
        inviter: String, invitee: String, roomID: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.userMayInvite, by: deadline) { arguments in
            arguments.text(inviter)
            arguments.text(invitee)
            arguments.text(roomID)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func federatedUserMayInvite(
        event: Event, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        let verdict = try await host.ask(Self.federatedUserMayInvite, by: deadline) { arguments in
            arguments.kept(event.kept)
        }.verdict
        guard verdict == .allow else { return verdict }
        return try await userMayInvite(
            inviter: event.sender, invitee: event.stateKey ?? "", roomID: event.roomID, deadline: deadline)
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func userMaySend3pidInvite(
        inviter: String, medium: String, address: String, roomID: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.userMaySend3pidInvite, by: deadline) { arguments in
            arguments.text(inviter)
            arguments.text(medium)
            arguments.text(address)
            arguments.text(roomID)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func userMayCreateRoom(
        userID: String, roomConfig: JSON, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.userMayCreateRoom, by: deadline) { arguments in
            arguments.text(userID)
            arguments.json(roomConfig)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func userMayCreateRoomAlias(
        userID: String, roomAlias: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.userMayCreateRoomAlias, by: deadline) { arguments in
            arguments.text(userID)
            arguments.text(roomAlias)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func userMayPublishRoom(
        userID: String, roomID: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.userMayPublishRoom, by: deadline) { arguments in
            arguments.text(userID)
            arguments.text(roomID)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func userMaySendStateEvent(
        userID: String, roomID: String, eventType: String, stateKey: String, content: JSON,
        deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.userMaySendStateEvent, by: deadline) { arguments in
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
    public func checkUsernameForSpam(
        userProfile: UserProfile, requesterID: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.checkUsernameForSpam, by: deadline) { arguments in
            arguments.record(userProfile)
            arguments.text(requesterID)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func checkRegistrationForSpam(
        emailThreepid: JSON?, username: String?, requestInfo: [Connection], authProviderID: String?,
        deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> RegistrationVerdict {
        try await host.ask(Self.checkRegistrationForSpam, by: deadline) { arguments in
            arguments.json(emailThreepid)
            arguments.text(username)
            arguments.records(requestInfo)
            arguments.text(authProviderID)
        }.registrationVerdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func checkMediaFileForSpam(
        fileWrapper: MediaFile, fileInfo: FileInfo, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.checkMediaFileForSpam, by: deadline) { arguments in
            arguments.bytes(fileWrapper.bytes, path: fileWrapper.path)
            arguments.record(fileInfo)
        }.verdict
    }
}

extension SpamChecker {
    /// The same, for callers that may be suspended while modules work.
    public func checkLoginForSpam(
        userID: String, deviceID: String?, initialDisplayName: String?, requestInfo: [Connection],
        authProviderID: String?, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.checkLoginForSpam, by: deadline) { arguments in
            arguments.text(userID)
            arguments.text(deviceID)
            arguments.text(initialDisplayName)
            arguments.records(requestInfo)
            arguments.text(authProviderID)
        }.verdict
    }
}
