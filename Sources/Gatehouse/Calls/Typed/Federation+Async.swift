// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import MatrixCallbacks

extension Federation {
    /// The same, for callers that may be suspended while modules work.
    public func onEventDeliveredOverFederation(
        delivery: Delivery, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) {
        _ = try await host.ask(Self.onEventDeliveredOverFederation, by: deadline) { arguments in
            arguments.record(delivery)
        }
    }
}
