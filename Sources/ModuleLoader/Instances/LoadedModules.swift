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

    package init(reference: String, name: String, sha256: String?, config: String, origin: String) {
        (self.reference, self.name, self.sha256) = (reference, name, sha256)
        (self.config, self.origin) = (config, origin)
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
        var problems: [Problem] = []
        var plans: [InstancePlan] = []
        for request in requests {
            do {
                plans.append(try plan(request, options, layouts, logger))
            } catch {
                problems += error.list
            }
        }
        guard problems.isEmpty else { throw Problems(list: problems) }
        return LoadedModules(try create(plans, logger))
    }

    private static func plan(
        _ request: ModuleRequest, _ options: LoadOptions, _ layouts: [TableLayout], _ logger: Logger
    ) throws(Problems) -> InstancePlan {
        let file = try ModuleFile.open(
            request.reference, subject: request.subject, searchedOn: options.modulePath, relativeTo: options.folder,
            sha256: request.sha256, allowWritablePaths: options.allowWritablePaths)
        let image = try ModuleImage.open(file, subject: request.subject, layouts: layouts)
        for warning in image.warnings { logger.warning("\(warning)") }
        try checkServices(image.module, request.subject)
        let participation = try Setup.run(
            image.module, instanceName: request.name, config: request.config, subject: request.subject)
        return InstancePlan(
            name: request.name, subject: request.subject, config: request.config, image: image,
            participation: participation)
    }

    private static func checkServices(_ module: RegisteredModule, _ subject: String) throws(Problems) {
        guard !module.requiredServices.isEmpty else { return }
        throw Problems(
            list: module.requiredServices.map { service in
                Problem(
                    "module.service.missing", subject, "it requires the service \(service), and this host offers none",
                    cure: "Use a host that offers it, or take the module out of the configuration.")
            })
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
