package import CModuleCall
package import CallbackChains

/// Lets one thread at a time into a member of the chains, whatever the entry. It lives as long as the process.
@safe package struct CallLock: @unchecked Sendable {
    // - Safety: a lock is never freed.
    let raw: OpaquePointer?

    package init() { unsafe raw = cm_lock_create() }

    /// A link that waits for its turn.
    ///
    /// - Parameter instance: must stay valid as long as the chain is run, like the function.
    // - Safety: the guard is never freed, like the chains that point to it.
    package func link(
        _ function: @escaping cm_function, _ instance: UnsafeMutableRawPointer?, _ mark: ModuleMark
    ) -> Link {
        let guardRecord = UnsafeMutablePointer<cm_guard>.allocate(capacity: 1)
        unsafe guardRecord.initialize(to: cm_guard(function: function, instance: instance, lock: raw))
        return unsafe Link(function: cm_call_guarded, instance: UnsafeMutableRawPointer(guardRecord), mark: mark)
    }
}
