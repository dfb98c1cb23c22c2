// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
import MatrixCallbacks

extension Gatehouse {
    /// The callbacks of `background_update_controller`.
    public var backgroundUpdateController: BackgroundUpdateController { BackgroundUpdateController(host: self) }
}

/// The callbacks of `background_update_controller`, as typed calls. Any thread may call.
///
/// The synchronous forms are for callers that cannot wait: they throw `CallError.mustWait` where a module of the
/// chain may take its time. All throw `CallError.failed` where a failure is handed on. `deadline` is when the
/// caller needs the result at the latest; the configuration's deadline holds in any case.
public struct BackgroundUpdateController: Sendable {
    let host: Gatehouse

    static let onUpdate = 46
    static let defaultBatchSize = 47
    static let minBatchSize = 48
    static let onUpdateLeft = 49
    static let onUpdateUnused = 50
}

extension BackgroundUpdateController {
    /// Asked before each step of an update; the step begins when the answer is there.
    ///
    /// Synapse docs: since 1.49.0. Rule: the first module alone.
    public func onUpdate(updateName: String, databaseName: String, oneShot: Bool) throws(CallError) -> UpdateStep? {
        try host.askAtOnce(Self.onUpdate) { arguments in
            arguments.text(updateName)
            arguments.text(databaseName)
            arguments.flag(oneShot)
        }.updateStep(of: host)
    }
}

extension BackgroundUpdateController {
    /// Asked how many items the first step of an update takes; 1 or more.
    ///
    /// Synapse docs: since 1.49.0. Rule: the first module alone.
    public func defaultBatchSize(updateName: String, databaseName: String) throws(CallError) -> Int64? {
        try host.askAtOnce(Self.defaultBatchSize) { arguments in
            arguments.text(updateName)
            arguments.text(databaseName)
        }.number
    }
}

extension BackgroundUpdateController {
    /// Asked how many items a later step takes at least; 1 or more.
    ///
    /// Synapse docs: since 1.49.0. Rule: the first module alone.
    public func minBatchSize(updateName: String, databaseName: String) throws(CallError) -> Int64? {
        try host.askAtOnce(Self.minBatchSize) { arguments in
            arguments.text(updateName)
            arguments.text(databaseName)
        }.number
    }
}

extension BackgroundUpdateController {
    /// Told when the step that on_update opened is done, or has failed.
    ///
    /// Synapse docs: since 1.49.0. Rule: the module that gave the cookie.
    public func onUpdateLeft(cookie: Cookie, error: String?) throws(CallError) {
        _ = try host.askAtOnce(Self.onUpdateLeft) { arguments in
            arguments.cookie(cookie.number)
            arguments.text(error)
        }
    }
}

extension BackgroundUpdateController {
    /// Told in place of on_update_left when a step never began: its answer did not count, or the host shuts down.
    ///
    /// Synapse docs: since 1.49.0. Rule: the module that gave the cookie.
    public func onUpdateUnused(cookie: Cookie) throws(CallError) {
        _ = try host.askAtOnce(Self.onUpdateUnused) { arguments in
            arguments.cookie(cookie.number)
        }
    }
}
