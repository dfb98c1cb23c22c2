// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
public import MatrixCallbacks
public import ModuleLoader

extension MediaRepository {
    /// The same, for callers that may be suspended while modules work.
    public func getMediaConfigForUser(userID: String) async throws(CallError) -> JSON? {
        try host.ask(Self.getMediaConfigForUser, mayWait: true) { arguments in
            arguments.text(userID)
        }.object
    }
}

extension MediaRepository {
    /// The same, for callers that may be suspended while modules work.
    public func isUserAllowedToUploadMediaOfSize(userID: String, size: Int64) async throws(CallError) -> Verdict {
        try host.ask(Self.isUserAllowedToUploadMediaOfSize, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.integer(size)
        }.verdict
    }
}

extension MediaRepository {
    /// The same, for callers that may be suspended while modules work.
    public func getMediaUploadLimitsForUser(userID: String) async throws(CallError) -> [MediaUploadLimit]? {
        try host.ask(Self.getMediaUploadLimitsForUser, mayWait: true) { arguments in
            arguments.text(userID)
        }.limits
    }
}

extension MediaRepository {
    /// The same, for callers that may be suspended while modules work.
    public func onMediaUploadLimitExceeded(
        userID: String, limit: MediaUploadLimit, sentBytes: Int64, attemptedBytes: Int64
    ) async throws(CallError) {
        _ = try host.ask(Self.onMediaUploadLimitExceeded, mayWait: true) { arguments in
            arguments.text(userID)
            arguments.record(limit)
            arguments.integer(sentBytes)
            arguments.integer(attemptedBytes)
        }
    }
}
