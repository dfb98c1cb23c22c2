import CGatehouse
import ModuleLoader

/// The functions of `timers.h`. Any thread, any time.
@safe enum TimerTable {
    static func make(_ timers: InstanceTimers) -> ServiceTable {
        unsafe ImmortalTable.make(
            gh_timers(
                size: MemoryLayout<gh_timers>.size, data: ImmortalTable.data(timers), after: after, every: every,
                cancel: cancel))
    }

    // - Safety: the table's `data` is what it was made for. A timer's function is called with what the module gave.

    private typealias Start =
        @convention(c) (UnsafePointer<gh_timers>?, Int64, gh_timer_function?, UnsafeMutableRawPointer?) -> UInt64

    private static let after: Start = { table, delay, function, context in
        unsafe start(table, .nanoseconds(max(0, delay)), nil, function, context)
    }

    private static let every: Start = { table, interval, function, context in
        if interval <= 0 { return 0 }
        let interval = Duration.nanoseconds(max(interval, 1_000_000))
        return unsafe start(table, interval, interval, function, context)
    }

    private static func start(
        _ table: UnsafePointer<gh_timers>?, _ delay: Duration, _ interval: Duration?, _ function: gh_timer_function?,
        _ context: UnsafeMutableRawPointer?
    ) -> UInt64 {
        guard let timers = unsafe ImmortalTable.owner(table?.pointee.data, InstanceTimers.self),
            let function = unsafe function
        else { return 0 }
        return timers.start(after: delay, every: interval) { number in
            unsafe ModuleCall(
                unsafeBitCast(function, to: ModuleCall.Function.self), context,
                UnsafeRawPointer(bitPattern: UInt(number)))
        }
    }

    private static let cancel: @convention(c) (UnsafePointer<gh_timers>?, UInt64) -> gh_bool = { table, timer in
        let timers = unsafe ImmortalTable.owner(table?.pointee.data, InstanceTimers.self)
        return timers?.cancel(timer) == true ? 1 : 0
    }
}
