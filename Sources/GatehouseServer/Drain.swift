import Logging
import ServiceLifecycle

/// Waits to be told to stop, lets no further call in, and gives those that are under way their time.
struct Drain: Service {
    let admission: Admission
    let time: Duration
    let systemd: Systemd
    let logger: Logger
    /// Called where calls do not come back: what waits for them would wait for ever.
    let abandon: @Sendable () -> Void

    func run() async throws {
        await systemd.say("READY=1")
        try await gracefulShutdown()
        await systemd.say("STOPPING=1")
        admission.close()
        logger.info("stopping: \(admission.underWay) calls are under way")
        let left = await admission.emptied(within: time)
        if left == 0 { return }
        logger.error("\(left) calls have not come back after \(time); the server stops without them")
        abandon()
    }
}
