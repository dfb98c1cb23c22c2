// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
import MatrixCallbacks

extension BackgroundUpdateController {
    /// The same, for callers that may be suspended while modules work.
    public func onUpdate(
        updateName: String, databaseName: String, oneShot: Bool, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> UpdateStep? {
        try await host.ask(Self.onUpdate, by: deadline) { arguments in
            arguments.text(updateName)
            arguments.text(databaseName)
            arguments.flag(oneShot)
        }.updateStep(of: host)
    }
}

extension BackgroundUpdateController {
    /// The same, for callers that may be suspended while modules work.
    public func defaultBatchSize(
        updateName: String, databaseName: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Int64? {
        try await host.ask(Self.defaultBatchSize, by: deadline) { arguments in
            arguments.text(updateName)
            arguments.text(databaseName)
        }.number
    }
}

extension BackgroundUpdateController {
    /// The same, for callers that may be suspended while modules work.
    public func minBatchSize(
        updateName: String, databaseName: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> Int64? {
        try await host.ask(Self.minBatchSize, by: deadline) { arguments in
            arguments.text(updateName)
            arguments.text(databaseName)
        }.number
    }
}

extension BackgroundUpdateController {
    /// The same, for callers that may be suspended while modules work.
    public func onUpdateLeft(
        cookie: Cookie, error: String?, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) {
        _ = try await host.ask(Self.onUpdateLeft, by: deadline) { arguments in
            arguments.cookie(cookie.number)
            arguments.text(error)
        }
    }
}

extension BackgroundUpdateController {
    /// The same, for callers that may be suspended while modules work.
    public func onUpdateUnused(cookie: Cookie, deadline: ContinuousClock.Instant? = nil) async throws(CallError) {
        _ = try await host.ask(Self.onUpdateUnused, by: deadline) { arguments in
            arguments.cookie(cookie.number)
        }
    }
}
