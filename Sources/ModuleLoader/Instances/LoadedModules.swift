package import Logging
import Synchronization

/// One entry of a configuration, as the loader needs it.
package struct ModuleRequest: Sendable {
    package let reference: String
    package let name: String
    package let sha256: String?
    /// JSON text.
    package let config: String
    /// Where it was written: `gatehouse.yaml:4: modules.0`.
    package let origin: String
    /// The callbacks that it may be asked for, of those that it offers; nil: all of them.
    package let onlyFor: [String]?

    package init(
        reference: String, name: String, sha256: String?, config: String, origin: String, onlyFor: [String]? = nil
    ) {
        (self.reference, self.name, self.sha256) = (reference, name, sha256)
        (self.config, self.origin, self.onlyFor) = (config, origin, onlyFor)
    }

    var subject: String { "\(origin) (\(name))" }
}

/// Where modules are looked for and what is asked of their files.
package struct LoadOptions: Sendable {
    package let modulePath: [String]
    package let folder: String
    package let allowWritablePaths: Bool

    package init(modulePath: [String], folder: String, allowWritablePaths: Bool) {
        (self.modulePath, self.folder, self.allowWritablePaths) = (modulePath, folder, allowWritablePaths)
    }
}

/// All instances of a configuration, in order. All of them are there, or none.
package final class LoadedModules: Sendable {
    package let instances: [Instance]
    private let destroyed = Mutex(false)

    private init(_ instances: [Instance]) { self.instances = instances }

    /// Opens, checks and configures all modules, then creates the instances in order.
    ///
    /// - Throws: every mistake of every entry up to and including `configure`; or what the first `create` that failed
    ///   said, after the instances made before it have been destroyed in reverse order.
    package static func load(
        _ requests: [ModuleRequest], _ options: LoadOptions, layouts: [TableLayout], logger: Logger
    ) throws(Problems) -> LoadedModules {
        try loading.withLock { _ throws(Problems) in
            LoadedModules(try create(plan(requests, options, layouts, logger), logger))
        }
    }

    /// Held while a host loads: a module is configured and created by one thread at a time.
    private static let loading = Mutex(())

    private static func plan(
        _ requests: [ModuleRequest], _ options: LoadOptions, _ layouts: [TableLayout], _ logger: Logger
    ) throws(Problems) -> [InstancePlan] {
        var problems: [Problem] = []
        var plans: [InstancePlan] = []
        for request in requests {
            do throws(Problems) {
                let plan = try InstancePlan(request, options, layouts)
                for warning in plan.image.warnings { logger.warning("\(plan.subject): \(warning)") }
                plans.append(plan)
            } catch {
                problems += error.list
            }
        }
        let parts = plans.map(\.part)
        try Problems.throwUnlessEmpty(problems + Clashes.problems(parts, layouts))
        for warning in Clashes.warnings(parts, layouts) { logger.warning("\(warning.subject): \(warning.cause)") }
        return plans
    }

    private static func create(_ plans: [InstancePlan], _ logger: Logger) throws(Problems) -> [Instance] {
        var made: [Instance] = []
        do {
            for plan in plans {
                var logger = logger
                logger[metadataKey: "module"] = "\(plan.name)"
                made.append(try Instance(number: made.count + 1, plan, logger: logger))
            }
            return made
        } catch {
            for instance in made.reversed() { instance.destroy() }
            throw error
        }
    }

    /// Ends all instances, the last one first. A second call does nothing.
    package func destroy() {
        let first = destroyed.withLock { destroyed in
            defer { destroyed = true }
            return !destroyed
        }
        if first { for instance in instances.reversed() { instance.destroy() } }
    }
}
