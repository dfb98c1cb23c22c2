// Made by `gatehouse callbacks --swift DIR` from the catalogue. Change the catalogue, not this file.
public import JSONText
public import MatrixCallbacks

extension Gatehouse {
    /// The callbacks of `unsigned`.
    public var unsigned: Unsigned { Unsigned(host: self) }
}

/// The callbacks of `unsigned`, as typed calls. Any thread may call.
///
/// The synchronous forms are for callers that cannot wait: they throw `CallError.mustWait` where a module of the
/// chain may take its time. All throw `CallError.failed` where a failure is handed on. `deadline` is when the
/// caller needs the result at the latest; the configuration's deadline holds in any case.
public struct Unsigned: Sendable {
    let host: Gatehouse

    static let addFieldToUnsignedCallback = 53
}

extension Unsigned {
    /// Asked for every event, each time that it goes to a client or an application service; so one failure fails a
    /// whole sync. Keys that the event has in `unsigned` stay as they are; others are added whatever their names,
    /// `redacted_because` and `prev_content` too.
    ///
    /// Synapse docs: since 1.96.0. Rule: merge, the later wins.
    public func addFieldToUnsignedCallback(event: Event) throws(CallError) -> JSON {
        try host.askAtOnce(Self.addFieldToUnsignedCallback) { arguments in
            arguments.kept(event.kept)
        }.object ?? .noMembers
    }
}
