// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
import MatrixCallbacks
public import ModuleLoader

extension Ratelimit {
    /// The same, for callers that may be suspended while modules work.
    public func getRatelimitOverrideForUser(
        user: String, limiterName: String, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> RatelimitOverride? {
        try await host.ask(Self.getRatelimitOverrideForUser, by: deadline) { arguments in
            arguments.text(user)
            arguments.text(limiterName)
        }.override
    }
}
