// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
import MatrixCallbacks

extension AccountData {
    /// The same, for callers that may be suspended while modules work.
    public func onAccountDataUpdated(
        userID: String, roomID: String?, accountDataType: String, content: JSON,
        deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) {
        _ = try await host.ask(Self.onAccountDataUpdated, by: deadline) { arguments in
            arguments.text(userID)
            arguments.text(roomID)
            arguments.text(accountDataType)
            arguments.json(content)
        }
    }
}
