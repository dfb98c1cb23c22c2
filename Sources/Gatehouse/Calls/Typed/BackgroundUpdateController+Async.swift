// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
import MatrixCallbacks

extension BackgroundUpdateController {
    /// The same, for callers that may be suspended while modules work.
    public func onUpdate(
        updateName: String, databaseName: String, oneShot: Bool
    ) async throws(CallError) -> UpdateStep? {
        try host.ask(Self.onUpdate, mayWait: true) { arguments in
            arguments.text(updateName)
            arguments.text(databaseName)
            arguments.flag(oneShot)
        }.updateStep(of: host)
    }
}

extension BackgroundUpdateController {
    /// The same, for callers that may be suspended while modules work.
    public func defaultBatchSize(updateName: String, databaseName: String) async throws(CallError) -> Int64? {
        try host.ask(Self.defaultBatchSize, mayWait: true) { arguments in
            arguments.text(updateName)
            arguments.text(databaseName)
        }.number
    }
}

extension BackgroundUpdateController {
    /// The same, for callers that may be suspended while modules work.
    public func minBatchSize(updateName: String, databaseName: String) async throws(CallError) -> Int64? {
        try host.ask(Self.minBatchSize, mayWait: true) { arguments in
            arguments.text(updateName)
            arguments.text(databaseName)
        }.number
    }
}

extension BackgroundUpdateController {
    /// The same, for callers that may be suspended while modules work.
    public func onUpdateLeft(cookie: Cookie, error: String?) async throws(CallError) {
        _ = try host.ask(Self.onUpdateLeft, mayWait: true) { arguments in
            arguments.cookie(cookie.number)
            arguments.text(error)
        }
    }
}

extension BackgroundUpdateController {
    /// The same, for callers that may be suspended while modules work.
    public func onUpdateUnused(cookie: Cookie) async throws(CallError) {
        _ = try host.ask(Self.onUpdateUnused, mayWait: true) { arguments in
            arguments.cookie(cookie.number)
        }
    }
}
