// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import MatrixCallbacks

extension Federation {
    /// The same, for callers that may be suspended while modules work.
    public func onEventDeliveredOverFederation(delivery: Delivery) async throws(CallError) {
        _ = try host.ask(Self.onEventDeliveredOverFederation, mayWait: true) { arguments in
            arguments.record(delivery)
        }
    }
}
