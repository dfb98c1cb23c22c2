// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
public import MatrixCallbacks
public import ModuleLoader

extension MediaRepository {
    /// The same, for callers that may be suspended while modules work.
    public func getMediaConfigForUser(
        userID: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> JSON? {
        try await host.ask(Self.getMediaConfigForUser, by: deadline) { arguments in
            arguments.text(userID)
        }.object
    }
}

extension MediaRepository {
    /// The same, for callers that may be suspended while modules work.
    public func isUserAllowedToUploadMediaOfSize(
        userID: String, size: Int64, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Verdict {
        try await host.ask(Self.isUserAllowedToUploadMediaOfSize, by: deadline) { arguments in
            arguments.text(userID)
            arguments.integer(size)
        }.verdict
    }
}

extension MediaRepository {
    /// The same, for callers that may be suspended while modules work.
    public func getMediaUploadLimitsForUser(
        userID: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> [MediaUploadLimit]? {
        try await host.ask(Self.getMediaUploadLimitsForUser, by: deadline) { arguments in
            arguments.text(userID)
        }.limits
    }
}

extension MediaRepository {
    /// The same, for callers that may be suspended while modules work.
    public func onMediaUploadLimitExceeded(
        userID: String, limit: MediaUploadLimit, sentBytes: Int64, attemptedBytes: Int64,
        deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) {
        _ = try await host.ask(Self.onMediaUploadLimitExceeded, by: deadline) { arguments in
            arguments.text(userID)
            arguments.record(limit)
            arguments.integer(sentBytes)
            arguments.integer(attemptedBytes)
        }
    }
}
