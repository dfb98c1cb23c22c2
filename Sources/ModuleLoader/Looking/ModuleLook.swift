package import Logging

/// A look at one module: everything that loading does up to `configure`, or up to `create` and `destroy`.
package struct ModuleLook: Sendable {
    package private(set) var problems: [Problem] = []
    package private(set) var warnings: [Problem] = []
    /// What the module is; nil: it did not come so far as to register.
    package private(set) var facts: MemberFacts?
    /// What the module takes part in, as `category.callback`, sorted; empty where it was refused.
    package private(set) var callbacks: [String] = []
    package private(set) var logins: [LoginCheck] = []
    /// Functions for hook points that it offers.
    package private(set) var offers: [OfferedHook] = []

    /// Runs the module's code in this process: use a child.
    ///
    /// - Parameter entering: is told of each stage before it begins, because it may be the last that is heard.
    package init(
        _ request: ModuleRequest, _ options: LoadOptions, layouts: [TableLayout], creates: Bool, logger: Logger,
        entering: (LookStage) -> Void
    ) {
        do throws(Problems) {
            let plan = try InstancePlan(request, options, layouts) { step in
                switch step {
                case .entering(let stage): entering(stage)
                case .opened(let file): opened(file, request, options)
                case .registered(let image): registered(image, request)
                }
            }
            (callbacks, logins) = (plan.callbacks, plan.participation.logins)
            offers = plan.offers
            if creates { try create(plan, logger, entering) }
        } catch {
            problems = error.list
        }
    }

    private mutating func opened(_ file: ModuleFile, _ request: ModuleRequest, _ options: LoadOptions) {
        warnings += FileWarnings.of(
            file, subject: request.subject, allowsWritablePaths: options.allowWritablePaths)
    }

    private mutating func registered(_ image: ModuleImage, _ request: ModuleRequest) {
        facts = MemberFacts(image.module, path: image.path, sha256: image.hash)
        warnings += image.warnings.map {
            Problem("module.warning.empty", request.subject, $0, cure: "Use a newer host, or take the module out.")
        }
    }

    private func create(_ plan: InstancePlan, _ logger: Logger, _ entering: (LookStage) -> Void) throws(Problems) {
        entering(.create)
        let place = MemberPlace(
            number: 1, HostThreads(workers: 2), isConcurrent: plan.isConcurrent, logger: logger)
        let instance = try Instance(plan, place)
        entering(.destroy)
        instance.destroy(patience: LoadedModules.patience)
    }
}
