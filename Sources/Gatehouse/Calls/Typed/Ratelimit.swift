// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
import MatrixCallbacks
public import ModuleLoader

extension Gatehouse {
    /// The callbacks of `ratelimit`.
    public var ratelimit: Ratelimit { Ratelimit(host: self) }
}

/// The callbacks of `ratelimit`, as typed calls. Any thread may call.
///
/// The synchronous forms are for callers that cannot wait: they throw `CallError.mustWait` where a module of the
/// chain may take its time. All throw `CallError.failed` where a failure is handed on. `deadline` is when the
/// caller needs the result at the latest; the configuration's deadline holds in any case.
public struct Ratelimit: Sendable {
    let host: Gatehouse

    static let getRatelimitOverrideForUser = 52
}

extension Ratelimit {
    /// Asked at each check of a limit on invites that a user of this server runs into.
    ///
    /// Synapse docs: since 1.132.0. Rule: first answer.
    public func getRatelimitOverrideForUser(user: String, limiterName: String) throws(CallError) -> RatelimitOverride? {
        try host.askAtOnce(Self.getRatelimitOverrideForUser) { arguments in
            arguments.text(user)
            arguments.text(limiterName)
        }.override
    }
}
