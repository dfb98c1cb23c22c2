/// An entry of the configuration whose module has been opened and has accepted it.
struct InstancePlan: PlannedMember {
    let name: String
    let subject: String
    let config: String
    let image: ModuleImage
    let participation: Participation
    private let services: any ModuleServices
    private let grants: ServiceGrants
    private let dataFolder: String?

    /// Finds and opens the module, and asks it whether it accepts its section.
    ///
    /// - Throws: everything that is wrong at the first stage that does not pass.
    init(
        _ request: ModuleRequest, _ options: LoadOptions, _ layouts: [TableLayout],
        observe: (LookStep) -> Void = { _ in }
    ) throws(Problems) {
        (name, subject, config) = (request.name, request.subject, request.config)
        (services, grants) = (options.services, request.grants)
        dataFolder = options.dataFolder.map { "\($0)/modules/\(request.name)" }
        observe(.entering(.open))
        let file = try ModuleFile.open(
            request.reference, subject: request.subject, searchedOn: options.modulePath, relativeTo: options.folder,
            sha256: request.sha256, allowWritablePaths: options.allowWritablePaths,
            otherCure: options.writablePathsCure)
        observe(.opened(file))
        image = try ModuleImage.open(file, subject: request.subject, layouts: layouts) {
            observe(.entering(.register))
        }
        observe(.registered(image))
        try Problems.throwUnlessEmpty(ServiceCheck.check(image.module, request, services))
        observe(.entering(.configure))
        var participation = try Setup.run(
            image.module, instanceName: request.name, config: request.config, subject: request.subject)
        if let onlyFor = request.onlyFor {
            participation.leftOut.formUnion(image.module.callbacks.subtracting(onlyFor))
        }
        self.participation = participation
        try checkTogether(layouts)
    }

    var warnings: [String] { image.warnings }
    var logins: [LoginCheck] { participation.logins }
    var offers: [OfferedHook] { participation.kept(image.module.offers).map(\.offered) }

    var isConcurrent: Bool { image.module.isConcurrentThroughout }

    func make(_ place: MemberPlace) throws(Problems) -> any ChainMember { try Instance(self, place) }

    /// What the instance takes part in, as `category.callback`, sorted.
    var callbacks: [String] { image.module.callbacks.subtracting(participation.leftOut).sorted() }

    /// What belongs together is left out together.
    private func checkTogether(_ layouts: [TableLayout]) throws(Problems) {
        let callbacks = Set(callbacks)
        var problems: [Problem] = []
        for layout in layouts {
            let kept = layout.slots.map(\.callback).filter { callbacks.contains("\(layout.category).\($0)") }
            for gap in layout.gaps(in: Set(kept)) {
                let there = gap.there.map { "\(layout.category).\($0)" }.joined(separator: ", ")
                problems.append(
                    Problem(
                        "module.configure.incomplete", subject, "it takes part in \(there) alone",
                        cure: "Take part in \(gap.cure)."))
            }
            if let keyed = layout.keyed, kept.contains(keyed), participation.logins.isEmpty {
                problems.append(noLogins("\(layout.category).\(keyed)"))
            }
        }
        try Problems.throwUnlessEmpty(problems)
    }

    private func noLogins(_ callback: String) -> Problem {
        Problem(
            "module.configure.no-login-type", subject, "it takes part in \(callback) and names no login type",
            cure: "Call gh_check_logins in `configure`, or leave that callback out.")
    }

    /// The folder that is the instance's own, where this host gives one.
    func makeDataFolder() throws(Problems) -> String? {
        if let dataFolder { try DataFolder.make(dataFolder) }
        return dataFolder
    }

    func openServices(_ client: ServiceClient) -> GrantedServices {
        GrantedServices(services.open(for: client), grants)
    }
}
