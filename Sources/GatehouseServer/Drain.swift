import Logging
import ServiceLifecycle

/// Waits to be told to stop, lets no further call in, and gives those that are under way their time.
struct Drain: Service {
    let admissions: [Admission]
    let time: Duration
    let systemd: Systemd
    let logger: Logger
    /// Called where calls do not come back: what waits for them would wait for ever.
    let abandon: @Sendable () -> Void

    func run() async throws {
        systemd.say("READY=1")
        try await gracefulShutdown()
        systemd.say("STOPPING=1")
        for admission in admissions { admission.close() }
        logger.info("stopping: \(underWay) calls are under way")
        let end = ContinuousClock.now + time
        for admission in admissions { await admission.emptied(by: end) }
        let left = underWay
        if left == 0 { return }
        logger.error("\(left) calls have not come back after \(time); the server stops without them")
        abandon()
    }

    private var underWay: Int { admissions.reduce(0) { $0 + $1.underWay } }
}
