// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
public import MatrixCallbacks

extension Unsigned {
    /// The same, for callers that may be suspended while modules work.
    public func addFieldToUnsignedCallback(
        event: Event, deadline: ContinuousClock.Instant? = nil
    ) async throws(CallError) -> JSON {
        try await host.ask(Self.addFieldToUnsignedCallback, by: deadline) { arguments in
            arguments.kept(event.kept)
        }.object ?? .noMembers
    }
}
