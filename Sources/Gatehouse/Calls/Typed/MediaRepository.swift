// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
public import MatrixCallbacks
public import ModuleLoader

extension Gatehouse {
    /// The callbacks of `media_repository`.
    public var mediaRepository: MediaRepository { MediaRepository(host: self) }
}

/// The callbacks of `media_repository`, as typed calls. Any thread may call.
///
/// The synchronous forms are for callers that cannot wait: they throw `CallError.mustWait` where a module of the
/// chain may take its time. All throw `CallError.failed` where a failure is handed on. `deadline` is when the
/// caller needs the result at the latest; the configuration's deadline holds in any case.
public struct MediaRepository: Sendable {
    let host: Gatehouse

    static let getMediaConfigForUser = 42
    static let isUserAllowedToUploadMediaOfSize = 43
    static let getMediaUploadLimitsForUser = 44
    static let onMediaUploadLimitExceeded = 45
}

extension MediaRepository {
    /// Asked when a client wants to know what it may upload. The answer is the whole response; an empty object is no
    /// answer.
    ///
    /// Synapse docs: since 1.132.0. Rule: first answer.
    public func getMediaConfigForUser(userID: String) throws(CallError) -> JSON? {
        try host.askAtOnce(Self.getMediaConfigForUser) { arguments in
            arguments.text(userID)
        }.object
    }
}

extension MediaRepository {
    /// Asked before an upload is read; the server's own maximum comes first.
    ///
    /// Synapse docs: since 1.132.0. Rule: first that objects.
    public func isUserAllowedToUploadMediaOfSize(userID: String, size: Int64) throws(CallError) -> Verdict {
        try host.askAtOnce(Self.isUserAllowedToUploadMediaOfSize) { arguments in
            arguments.text(userID)
            arguments.integer(size)
        }.verdict
    }
}

extension MediaRepository {
    /// Asked after a file was uploaded and checked, before it is kept. Where nobody answers, the server's own limits
    /// hold.
    ///
    /// Synapse docs: since 1.139.0. Rule: first answer.
    public func getMediaUploadLimitsForUser(userID: String) throws(CallError) -> [MediaUploadLimit]? {
        try host.askAtOnce(Self.getMediaUploadLimitsForUser) { arguments in
            arguments.text(userID)
        }.limits
    }
}

extension MediaRepository {
    /// Told when an upload is refused because of a limit.
    ///
    /// Synapse docs: since 1.139.0. Rule: tell all.
    public func onMediaUploadLimitExceeded(
        userID: String, limit: MediaUploadLimit, sentBytes: Int64, attemptedBytes: Int64
    ) throws(CallError) {
        _ = try host.askAtOnce(Self.onMediaUploadLimitExceeded) { arguments in
            arguments.text(userID)
            arguments.record(limit)
            arguments.integer(sentBytes)
            arguments.integer(attemptedBytes)
        }
    }
}
