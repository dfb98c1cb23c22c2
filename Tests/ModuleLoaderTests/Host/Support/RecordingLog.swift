import Logging
import Synchronization

/// Takes down what is logged, and can do something each time, on the thread that logs.
final class RecordingLog: Sendable {
    struct Line: Equatable, Sendable {
        let level: Logger.Level
        let message: String
        /// That of the logger and that of the line; the line's counts more, as in every handler.
        let metadata: [String: String]
    }

    private let taken = Mutex<[Line]>([])
    private let during: Mutex<@Sendable (Line) -> Void> = Mutex { _ in }

    private let heedsWatchdog: Bool

    /// - Parameter heedsWatchdog: false: what it says is left out, because on a busy machine every callback is slow.
    init(heedsWatchdog: Bool = true) { self.heedsWatchdog = heedsWatchdog }

    var lines: [Line] { taken.withLock { $0 } }

    var messages: [String] { lines.map(\.message) }

    /// What happens from now on when something is logged.
    func during(_ body: @escaping @Sendable (Line) -> Void) { during.withLock { $0 = body } }

    var logger: Logger {
        Logger(label: "test") { _ in Handler(log: self) }
    }

    private func take(_ line: Line) {
        if !heedsWatchdog && line.message.hasPrefix("a callback runs for over 5 ms") { return }
        taken.withLock { $0.append(line) }
        let body = during.withLock { $0 }
        body(line)
    }

    private struct Handler: LogHandler {
        let log: RecordingLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            log.take(Line(level: event.level, message: "\(event.message)", metadata: all.mapValues { "\($0)" }))
        }
    }
}
