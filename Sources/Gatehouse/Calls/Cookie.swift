/// What a module wants back: when a login is complete, or when a step of an update has ended.
///
/// Hand it to `postLogin` or `onUpdateLeft`, once. One that goes away without that is given back to its module as
/// unused, on the thread that lets go of it; so is one that is still there when the host shuts down.
public final class Cookie: Sendable {
    /// The host's number for it, as it stands in the JSON of the call by name.
    public let number: UInt64
    private let host: Gatehouse

    init(_ number: UInt64, of host: Gatehouse) { (self.number, self.host) = (number, host) }

    deinit { host.giveBack(number) }
}

/// Somebody whom a module lets in.
public struct Login: Sendable {
    public let userID: String
    /// The module that let them in.
    public let module: String
    /// Nil: the module does not want to see the response.
    public let cookie: Cookie?
}

/// A step of a background update that may begin.
public struct UpdateStep: Sendable {
    /// How long it should take.
    public let duration: Duration
    /// Nil: the module does not want to know when it has ended.
    public let cookie: Cookie?
}
