import Foundation
package import Logging
import Synchronization

/// One entry of a configuration, as the loader needs it.
package struct ModuleRequest: Sendable, Codable {
    package let reference: String
    package let name: String
    package let sha256: String?
    /// JSON text.
    package var config: String
    /// Where it was written: `gatehouse.yaml:4: modules.0`.
    package let origin: String
    /// The callbacks that it may be asked for, of those that it offers; nil: all of them.
    package let onlyFor: [String]?
    /// How long a call of it may take at most; nil: as long as its chain.
    package let deadline: Duration?
    package let grants: ServiceGrants
    /// How the entry becomes a member of the chains; nil: it is a module's file.
    package var plan: Plan?

    package typealias Plan = @Sendable (ModuleRequest, LoadOptions) throws(Problems) -> any PlannedMember

    package init(
        reference: String, name: String, sha256: String?, config: String, origin: String, onlyFor: [String]? = nil,
        deadline: Duration? = nil, grants: ServiceGrants = ServiceGrants([])
    ) {
        (self.reference, self.name, self.sha256) = (reference, name, sha256)
        (self.config, self.origin, self.onlyFor) = (config, origin, onlyFor)
        (self.deadline, self.grants) = (deadline, grants)
    }

    package var subject: String { "\(origin) (\(name))" }

    /// All but the plan, which is code.
    private enum CodingKeys: CodingKey {
        case reference, name, sha256, config, origin, onlyFor, deadline, grants
    }
}

/// Where modules are looked for, what is asked of their files, and what they are offered.
package struct LoadOptions: Sendable, Codable {
    package let modulePath: [String]
    package let folder: String
    package let allowWritablePaths: Bool
    /// What helps besides to change owner or mode of a path that others may write to, as the end of a sentence.
    package var writablePathsCure = "set `allow_writable_paths: true`"
    /// Where instances get folders of their own; nil: they get none.
    package var dataFolder: String?
    package var services: any ModuleServices = NoServices()

    package init(
        modulePath: [String], folder: String, allowWritablePaths: Bool, dataFolder: String? = nil,
        services: any ModuleServices = NoServices()
    ) {
        (self.modulePath, self.folder, self.allowWritablePaths) = (modulePath, folder, allowWritablePaths)
        (self.dataFolder, self.services) = (dataFolder, services)
    }

    /// All but the services, which are code.
    private enum CodingKeys: CodingKey {
        case modulePath, folder, allowWritablePaths, writablePathsCure, dataFolder
    }
}

/// All instances of a configuration, in order. All of them are there, or none.
package final class LoadedModules: Sendable {
    package let instances: [any ChainMember]
    package let threads: HostThreads
    private let destroyed = Mutex(false)
    /// How long instances may take to end what they have begun.
    static let patience = Duration.seconds(5)

    private init(_ instances: [any ChainMember], _ threads: HostThreads) {
        (self.instances, self.threads) = (instances, threads)
        if instances.contains(where: \.isPromptSomewhere) {
            Watchdog.shared.watch(host: threads.number, instances.map(\.place))
        }
    }

    /// How long a call may take, unless the configuration says otherwise.
    package static let usualDeadline = Duration.seconds(10)

    /// How many modules that are not prompt run at once, unless the configuration says otherwise.
    package static let usualWorkers = max(4, ProcessInfo.processInfo.activeProcessorCount)

    /// Opens, checks and configures all modules, then creates the instances in order.
    ///
    /// - Parameters:
    ///   - deadline: how long a member may be in one callback before it counts as stuck, unless it has one of its own.
    ///   - moduleLogger: makes the log of an instance, by its name.
    ///   - check: looks at what all of them offer for hooks, before the first is created.
    /// - Throws: every mistake of every entry up to and including `configure`; what `check` throws; or what the first
    ///   `create` that failed said, after the instances made before it have been destroyed in reverse order.
    package static func load(
        _ requests: [ModuleRequest], _ options: LoadOptions, layouts: [TableLayout], workers: Int = usualWorkers,
        deadline: Duration = usualDeadline, logger: Logger, moduleLogger: MakeLogger? = nil,
        checking check: ([PlannedOffers]) throws(Problems) -> Void = { _ throws(Problems) in }
    ) throws(Problems) -> LoadedModules {
        try loading.withLock { _ throws(Problems) in
            let plans = try plan(requests, options, layouts, logger)
            try check(plans.map { PlannedOffers(subject: $0.request.subject, offers: $0.plan.offers) })
            let threads = HostThreads(workers: workers)
            let label = moduleLogger ?? { name in Logger(label: name) { _ in logger.handler } }
            return LoadedModules(try create(plans, threads, deadline, label), threads)
        }
    }

    /// Makes a log with this label.
    package typealias MakeLogger = @Sendable (_ label: String) -> Logger

    /// Held while a host loads: a module is configured and created by one thread at a time.
    private static let loading = Mutex(())

    private static func plan(
        _ requests: [ModuleRequest], _ options: LoadOptions, _ layouts: [TableLayout], _ logger: Logger
    ) throws(Problems) -> [(request: ModuleRequest, plan: any PlannedMember)] {
        var problems: [Problem] = []
        var plans: [(request: ModuleRequest, plan: any PlannedMember)] = []
        for request in requests {
            do throws(Problems) {
                let plan = try self.plan(request, options, layouts)
                for warning in plan.warnings { logger.warning("\(request.subject): \(warning)") }
                plans.append((request, plan))
            } catch {
                problems += error.list
            }
        }
        let parts = plans.map { request, plan in
            Clashes.Part(request, callbacks: plan.callbacks, logins: plan.logins)
        }
        try Problems.throwUnlessEmpty(problems + Clashes.problems(parts, layouts))
        for warning in Clashes.warnings(parts, layouts) { logger.warning("\(warning.subject): \(warning.cause)") }
        return plans
    }

    private static func plan(
        _ request: ModuleRequest, _ options: LoadOptions, _ layouts: [TableLayout]
    ) throws(Problems) -> any PlannedMember {
        if let plan = request.plan { return try plan(request, options) }
        return try InstancePlan(request, options, layouts)
    }

    private static func create(
        _ plans: [(request: ModuleRequest, plan: any PlannedMember)], _ threads: HostThreads, _ deadline: Duration,
        _ moduleLogger: MakeLogger
    ) throws(Problems) -> [any ChainMember] {
        var made: [any ChainMember] = []
        do {
            for (request, plan) in plans {
                var logger = moduleLogger(request.name)
                logger[metadataKey: "module"] = "\(request.name)"
                let place = MemberPlace(
                    number: made.count + 1, threads, isConcurrent: plan.isConcurrent, deadline: request.deadline,
                    usual: deadline, logger: logger)
                made.append(try plan.make(place))
            }
            return made
        } catch {
            for instance in made.reversed() { instance.destroy(patience: patience) }
            throw error
        }
    }

    /// Ends all instances, the last one first, and the threads that ran them. A second call does nothing.
    package func destroy() {
        let first = destroyed.withLock { destroyed in
            defer { destroyed = true }
            return !destroyed
        }
        guard first else { return }
        let end = ContinuousClock.now + Self.patience
        for instance in instances.reversed() { instance.destroy(patience: max(.zero, end - .now)) }
        Watchdog.shared.forget(host: threads.number)
        threads.stop()
    }
}
