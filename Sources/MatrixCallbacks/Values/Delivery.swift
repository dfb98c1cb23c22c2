/// Events that were sent to another server.
public struct Delivery: Sendable, ArgumentRecord {
    /// The other server.
    public var serverName: String
    public var events: [Event]
    /// `/send`, `/backfill`, `/send_join`, and so on.
    public var method: String

    public init(serverName: String, events: [Event], method: String) {
        (self.serverName, self.events, self.method) = (serverName, events, method)
    }

    package static var recordType: RecordType { .delivery }

    package func write(to arguments: inout CallArguments) {
        arguments.text(serverName)
        arguments.kept(events.map(\.kept))
        arguments.text(method)
    }
}
