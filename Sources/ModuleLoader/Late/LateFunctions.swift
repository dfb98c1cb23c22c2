import CGatehouse
import CModuleCall

/// The functions for late answers that modules call (`late.h`). Any thread, any time: a ticket that is none is counted.
@safe enum LateFunctions {
    // - Safety: written once, before any module is called, and only read after that.
    nonisolated(unsafe) static let table: UnsafePointer<gh_late_functions> = {
        let table = UnsafeMutablePointer<gh_late_functions>.allocate(capacity: 1)
        unsafe table.initialize(
            to: gh_late_functions(
                size: MemoryLayout<gh_late_functions>.size, reopen: reopen, finish: finish, is_cancelled: isCancelled))
        return unsafe UnsafePointer(table)
    }()

    private static let reopen:
        @convention(c) (UnsafePointer<gh_host>?, UInt64, UInt64) -> UnsafeMutablePointer<gh_reply>? = {
            host, ticket, kind in
            guard let host = unsafe HostTable.of(host) else { return nil }
            // A reply begins with what the module sees of it.
            return unsafe UnsafeMutableRawPointer(host.tickets.reopen(ticket, ReplyKind(rawValue: kind)))?
                .assumingMemoryBound(to: gh_reply.self)
        }

    private static let finish: @convention(c) (UnsafePointer<gh_host>?, UInt64, gh_outcome) -> Void = {
        host, ticket, outcome in
        guard let host = unsafe HostTable.of(host) else { return }
        guard let call = host.tickets.take(ticket) else { return host.counters.note(.finishedTwice) }
        if !call.finish(outcome) { host.counters.note(.tooLate) }
    }

    private static let isCancelled: @convention(c) (UnsafePointer<gh_host>?, UInt64) -> gh_bool = { host, ticket in
        guard let call = unsafe HostTable.of(host)?.tickets.call(of: ticket) else { return 1 }
        return call.isCancelled ? 1 : 0
    }
}
