import CModuleCall
import Dispatch
import Logging
import Synchronization

/// The way into an instance for all that is no callback of a chain: timers, completions, requests of clients.
///
/// What comes before `create` has returned waits until then. What comes after the end is not let in.
@safe package final class Entrance: Sendable {
    private let queue: DispatchQueue
    /// Nil: any number of threads may be inside.
    private let lock: CallLock?
    private let module: UInt
    private let logger: Logger
    private let isOver = Mutex(false)

    /// - Parameters:
    ///   - lock: that of the instance; nil where several threads may be inside at once.
    ///   - module: marks what runs.
    init(lock: CallLock?, module: UInt, logger: Logger) {
        (self.lock, self.module, self.logger) = (lock, module, logger)
        let attributes: DispatchQueue.Attributes =
            lock == nil ? [.concurrent, .initiallyInactive] : .initiallyInactive
        queue = DispatchQueue(label: "gatehouse services", attributes: attributes)
    }

    /// Lets a visit in when it is its turn, on another thread.
    package func enter(_ visit: any ModuleVisit) { queue.async { [self] in letIn(visit) } }

    /// `create` has returned.
    func open() { queue.activate() }

    /// Waits for all visits, and lets nobody in after them.
    ///
    /// - Parameter isMade: false: there is no instance to let anybody into.
    func close(isMade: Bool) {
        if !isMade {
            isOver.withLock { $0 = true }
            queue.activate()
        }
        queue.sync(flags: .barrier) { isOver.withLock { $0 = true } }
    }

    // - Safety: the visit lives until the call has returned, and so does what it hands over.
    private func letIn(_ visit: any ModuleVisit) {
        defer { visit.end() }
        if isOver.withLock({ $0 }) { return }
        let knock = Knock(visit)
        var threw = false
        let call = visit.call
        var entry = unsafe cm_visit(
            function: call.function, context: call.context, argument: call.argument, lock: lock?.raw, module: module,
            begins: { unsafe Unmanaged<Knock>.fromOpaque($0.unsafelyUnwrapped).takeUnretainedValue().visit.begin() },
            knock: Unmanaged.passUnretained(knock).toOpaque())
        withExtendedLifetime(knock) { unsafe cm_enter(&entry, &threw) }
        if threw { logger.warning("it threw in \(visit.name): \(unsafe String(cString: cm_exception_text()))") }
    }

    private final class Knock: Sendable {
        let visit: any ModuleVisit
        init(_ visit: any ModuleVisit) { self.visit = visit }
    }
}
