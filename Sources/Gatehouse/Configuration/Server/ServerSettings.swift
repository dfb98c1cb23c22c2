public import Logging

/// How a host serves: where it listens, who may call, how much it takes on, and what it writes down.
///
/// Only a server looks at these; a host that is embedded, and the commands that look or call once, do not.
public struct ServerSettings: Sendable, Equatable {
    /// The TCP address, if any. One that is no loopback address needs a ``tokenFile``.
    public var listen: ListenAddress?

    /// The path of the Unix socket, if any.
    public var socket: String?

    /// The permissions of the Unix socket's file.
    public var socketMode: UInt16 = 0o660

    /// The file with the bearer token that callers over TCP have to send.
    public var tokenFile: String?

    /// How many bytes the body of a request may have.
    public var bodyLimit = 16 << 20

    /// How many bytes the body of a request for a path of a module may have. Anybody may ask for those.
    public var webBodyLimit = 64 << 10

    /// How many calls may be under way or waiting at once. What comes on top is refused at once.
    public var callLimit = 1024

    /// How long a client may take to send a whole request, and to take its answer. A connection that nobody uses is closed
    /// after ten times that.
    public var clientTimeout = Duration.seconds(30)

    /// How long calls that are under way may take when the server is asked to stop.
    public var drainTime = Duration.seconds(30)

    /// What a line of the log looks like.
    public var logFormat = LogFormat.text

    /// What is logged, from this level on.
    public var logLevel = Logger.Level.info

    /// The folder in which the homeserver keeps its media, by the path that it has for both. Nil: they share none.
    public var mediaFolder: String?

    /// The name of the homeserver that asks: events of its users are local. Protocols need it that do not say so.
    public var serverName: String?

    public init() {}
}

/// What a line of the log looks like.
public enum LogFormat: String, Sendable, CaseIterable {
    /// For people.
    case text
    /// A JSON object a line.
    case json
}
