// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import MatrixCallbacks

extension Gatehouse {
    /// The callbacks of `federation`.
    public var federation: Federation { Federation(host: self) }
}

/// The callbacks of `federation`, as typed calls. Any thread may call.
///
/// The synchronous forms are for callers that cannot wait: they throw `CallError.mustWait` where a module of the
/// chain may take its time. All throw `CallError.failed` where a failure is handed on. `deadline` is when the
/// caller needs the result at the latest; the configuration's deadline holds in any case.
public struct Federation: Sendable {
    let host: Gatehouse

    static let onEventDeliveredOverFederation = 54
}

extension Federation {
    /// Told when events have gone to another server; only with the method "/send" is it known that they arrived.
    ///
    /// Synapse docs: since 1.158.0. Rule: tell all.
    public func onEventDeliveredOverFederation(delivery: Delivery) throws(CallError) {
        _ = try host.askAtOnce(Self.onEventDeliveredOverFederation) { arguments in
            arguments.record(delivery)
        }
    }
}
