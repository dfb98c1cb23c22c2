import CGatehouse
import CModuleCall
package import CallbackChains
package import ForeignCalls
import Glibc
import Logging

/// A module with one section of the configuration: what the chains call.
@safe package final class Instance: ChainMember {
    package let place: MemberPlace
    package let name: String
    package let image: ModuleImage
    package let participation: Participation
    /// What it takes part in, as `category.callback`, sorted.
    package let callbacks: [String]
    private let host: HostTable
    private let services: GrantedServices
    private let entrance: Entrance
    // - Safety: set in `init` and only read after that; what it points to is the module's own.
    nonisolated(unsafe) private let instance: UnsafeMutableRawPointer?
    private let lock = CallLock()

    /// Makes the instance.
    ///
    /// - Throws: what `create` refused, or how it failed.
    init(_ plan: InstancePlan, _ place: MemberPlace) throws(Problems) {
        self.place = place
        (name, image, participation, callbacks) = (plan.name, plan.image, plan.participation, plan.callbacks)
        let dataFolder = try plan.makeDataFolder()
        entrance = Entrance(place, lock: image.module.flags.contains(.concurrent) ? nil : lock)
        services = plan.openServices(ServiceClient(name: plan.name, place, entrance))
        host = HostTable(
            instanceName: plan.name, logger: place.logger, tickets: place.tickets, counters: place.counters,
            services: services, dataFolder: dataFolder)
        do throws(Problems) {
            unsafe instance = try Self.create(image.module, host, plan)
        } catch {
            services.end()
            entrance.close()
            throw error
        }
        services.settle()
        entrance.open()
    }

    private static func create(
        _ module: RegisteredModule, _ host: HostTable, _ plan: InstancePlan
    ) throws(Problems) -> UnsafeMutableRawPointer? {
        guard unsafe module.record.pointee.create != nil else { return nil }
        let reply = ConfigReply()
        var threw = false
        var made: UnsafeMutableRawPointer?
        // - Safety: records and configuration live until the call has returned; the host's table for good.
        let outcome = unsafe reply.lend { raw in
            unsafe Borrowed.json(plan.config) { json in
                unsafe cm_create(module.record, host.pointer, json, raw, &made, &threw)
            }
        }
        do throws(Problems) {
            try reply.check(outcome, threw: threw, entry: "create", subject: plan.subject)
        } catch {
            // It was made all the same: what returned GH_NEXT is destroyed, whatever else was said.
            if outcome == Outcome.next && !threw { unsafe destroy(module, made, host.logger) }
            throw error
        }
        return unsafe made
    }

    /// The link for a callback, where this instance takes part in it.
    package func link(_ category: String, _ callback: String) -> Link? {
        guard !participation.leftOut.contains("\(category).\(callback)"),
            let function = unsafe image.module.function(category, callback)
        else { return nil }
        let isConcurrent = image.module.flags(for: category).contains(.concurrent)
        let mark = place.mark(isPrompt: isPrompt(for: category))
        return unsafe link(function, instance, mark, isConcurrent: isConcurrent)
    }

    package func link(hook: String, _ prepared: PreparedSignature, _ pass: HookPass) -> Link? {
        guard let offer = keptOffers.first(where: { $0.hook == hook }) else { return nil }
        let record = unsafe offer.record(prepared, pass, instance: instance)
        let mark = place.mark(isPrompt: isPromptForHooks)
        return unsafe link(cm_call_hook, record, mark, isConcurrent: image.module.flags.contains(.concurrent))
    }

    private func link(
        _ function: @escaping cm_function, _ instance: UnsafeMutableRawPointer?, _ mark: ModuleMark, isConcurrent: Bool
    ) -> Link {
        if isConcurrent { return unsafe Link(function: function, instance: instance, mark: mark) }
        return unsafe lock.link(function, instance, mark)
    }

    /// May it run on the caller's thread, an event loop perhaps, without making it wait?
    ///
    /// An instance that takes one call at a time makes others wait as long as its slowest callback takes.
    package func isPrompt(for category: String) -> Bool {
        let flags = image.module.flags(for: category)
        return flags.contains(.prompt) && (flags.contains(.concurrent) || image.module.isPromptThroughout)
    }

    package var isPromptForHooks: Bool {
        image.module.flags.contains(.prompt)
            && (image.module.flags.contains(.concurrent) || image.module.isPromptThroughout)
    }
}

/// The end of calls, and of the instance.
extension Instance {
    package func cancel(_ call: LateCall) -> Bool {
        guard call.cancel() else { return false }
        guard unsafe image.module.record.pointee.cancel != nil else { return true }
        let visit = Visit(budget: place.budget) { [self] _ in
            if place.tickets.call(of: call.ticket) != nil { tell(call.ticket) }
        }
        place.gate.enter(visit, isUrgent: true)
        return true
    }

    private func tell(_ ticket: UInt64) {
        let lock = image.module.isConcurrentThroughout ? nil : lock
        var threw = false
        // - Safety: the instance is not destroyed while somebody is inside or a ticket is open.
        unsafe cm_cancel(image.module.record, instance, ticket, lock?.raw, &threw)
        if threw { host.logger.warning("it threw in cancel: \(unsafe String(cString: cm_exception_text()))") }
    }

    package func destroy(patience: Duration) {
        services.end()
        let end = ContinuousClock.now + patience
        while !isAtRest && .now < end { usleep(1000) }
        entrance.close()
        guard isAtRest else {
            return host.logger.error("it is not ended: callbacks have not come back, or tickets are not finished")
        }
        unsafe Self.destroy(image.module, instance, host.logger)
    }

    private var isAtRest: Bool { place.isAtRest && entrance.isEmpty }

    /// An exception is a line in the log: there is nobody left to tell.
    private static func destroy(_ module: RegisteredModule, _ instance: UnsafeMutableRawPointer?, _ logger: Logger) {
        guard unsafe module.record.pointee.create != nil && module.record.pointee.destroy != nil else { return }
        var threw = false
        unsafe cm_destroy(module.record, instance, &threw)
        if threw { logger.warning("it threw in destroy: \(unsafe String(cString: cm_exception_text()))") }
    }
}

/// What can be told of it.
extension Instance {
    package var isNewer: Bool { image.module.isNewer }

    package var logins: [LoginCheck] { participation.logins }

    package var stateReads: [StateRead] { participation.stateReads }

    package var offers: [OfferedHook] { keptOffers.map(\.offered) }
    private var keptOffers: [HookOffer] { participation.kept(image.module.offers) }

    package var facts: MemberFacts { MemberFacts(image.module, path: image.path, sha256: image.hash) }
}
