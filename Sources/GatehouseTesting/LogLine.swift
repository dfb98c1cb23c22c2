import InMemoryLogging
public import Logging

/// A line of the host's log.
public struct LogLine: Equatable, Sendable, CustomStringConvertible {
    public let level: Logger.Level
    public let message: String
    /// The instance that it is about; nil for the host's own lines.
    public let module: String?

    public init(_ level: Logger.Level, _ message: String, module: String? = nil) {
        (self.level, self.message, self.module) = (level, message, module)
    }

    init(_ entry: InMemoryLogHandler.Entry) {
        self.init(entry.level, "\(entry.message)", module: entry.metadata["module"].map { "\($0)" })
    }

    public var description: String { "\(level): \(message)" + (module.map { " [\($0)]" } ?? "") }
}
