import HookPoints
public import HostServices
public import Logging
import MatrixCallbacks
public import ModuleLoader

/// Compiled modules, loaded and ready to decide.
///
/// ```swift
/// let gatehouse = try Gatehouse(Configuration(modulePath: ["/usr/lib/gatehouse/modules"], modules: [...]))
/// defer { gatehouse.shutDown() }
/// let verdict = try gatehouse.spamChecker.userMayJoinRoom(userID: "@a:x.org", roomID: "!r:x.org", isInvited: false)
/// ```
///
/// A host, a command line and a server are all made of this. Any thread may call; modules that take one call at a time
/// get one at a time.
public final class Gatehouse: Sendable {
    /// The version of this host, as modules and `gatehouse --version` see it.
    public static let version = HostInfo.version

    /// What modules answer for clients of the server: ask it where your own routes have no answer.
    public let webResources: WebResourceRegistry

    let chains: HostChains
    let modules: LoadedModules
    let calls = CallsUnderWay()
    let cookies = Cookies()
    private let hooks: [HookPoint]

    /// Loads all modules of a configuration and creates their instances, in order.
    ///
    /// Blocks until that is done: it reads files, and modules may take their time in `create`.
    ///
    /// - Parameters:
    ///   - moduleLogger: makes the log of an instance, whose name is its label; nil: it is the host's but for the label.
    ///   - homeserver: what modules may ask of the homeserver, where they are granted it; nil: there is none.
    ///   - store: where modules keep things; nil: in the configuration's data folder, if it has one.
    /// - Throws: every mistake there is in the configuration and in its modules. Nothing stays half loaded.
    public convenience init(
        _ configuration: Configuration, logger: Logger = Logger(label: "gatehouse"),
        moduleLogger: (@Sendable (_ name: String) -> Logger)? = nil, homeserver: (any Homeserver)? = nil,
        store: (any KeyValueStore)? = nil
    ) throws(Problems) {
        try self.init(
            configuration, hooks: [], builtins: [], logger: logger, moduleLogger: moduleLogger,
            homeserver: homeserver, store: store)
    }

    /// For a host that does not know the application: what modules offer it, and its own modules, are passed over.
    package convenience init(
        withoutApplication configuration: Configuration, logger: Logger,
        moduleLogger: @escaping @Sendable (_ name: String) -> Logger, homeserver: (any Homeserver)? = nil
    ) throws(Problems) {
        try self.init(
            configuration, hooks: nil, builtins: nil, logger: logger, moduleLogger: moduleLogger,
            homeserver: homeserver)
    }

    /// - Parameters:
    ///   - hooks: what the application declares, and `builtins`: what it registers; nil: nobody knows.
    init(
        _ configuration: Configuration, hooks: [HookPoint]?, builtins: [SwiftModule]?, logger: Logger,
        moduleLogger: (@Sendable (_ name: String) -> Logger)? = nil, homeserver: (any Homeserver)? = nil,
        store: (any KeyValueStore)? = nil
    ) throws(Problems) {
        let (configuration, unread) = configuration.withSecrets()
        try Problems.throwUnlessEmpty(configuration.nameClashes() + configuration.deadlineMistakes() + unread)
        for older in configuration.deprecations { logger.warning("\(older)") }
        let services = try configuration.services(store: store, homeserver: homeserver)
        webResources = services.webResources
        modules = try LoadedModules.load(
            configuration.requests(builtins: builtins), configuration.loadOptions(services), layouts: Catalogue.layouts,
            workers: configuration.workers ?? LoadedModules.usualWorkers, deadline: configuration.deadline,
            logger: logger, moduleLogger: moduleLogger
        ) { offers throws(Problems) in
            guard let hooks else { return }
            let matching = HookMatching(hooks.map(\.declaration), offers)
            for warning in matching.warnings { logger.warning("\(warning)") }
            try Problems.throwUnlessEmpty(matching.problems)
        }
        chains = HostChains(modules.instances, configuration.budgets, logger: logger)
        modules.threads.callers.add(chains.all)
        self.hooks = hooks ?? []
        let host = HookPoint.Host(logger: logger, begin: { [calls] in calls.begin() }, end: { [calls] in calls.end() })
        for hook in self.hooks { hook.bind(modules.instances, host) }
    }

    /// Waits for the calls that are under way, gives modules their unused cookies back, and ends all instances, the last
    /// one first. Later calls throw `CallError.shutDown`. A second call does nothing; a host that nobody holds any more
    /// shuts down by itself.
    ///
    /// Blocks until modules have come back; calls that run on worker threads or wait for late answers end by their
    /// deadlines at the latest. An instance that is stuck, or has not finished its tickets 5 seconds later, is not ended,
    /// and the log says so. Not from inside a callback, which would wait for itself.
    ///
    /// - Parameter patience: how long calls may go on before they are cancelled; nil: as long as their deadlines let them.
    public func shutDown(patience: Duration? = nil) {
        calls.endAll(patience: patience)
        for held in cookies.takeAll() {
            if let told = try? tellUnused(held).wait() { chains.log(told, of: chains.table[held.unused]) }
        }
        modules.destroy()
    }

    deinit { shutDown() }

    /// Runs `body` as a call, so that `shutDown` waits for it.
    func underWay<Result>(_ body: () throws(CallError) -> Result) throws(CallError) -> Result {
        guard calls.begin() else { throw .shutDown }
        defer { calls.end() }
        return try body()
    }

    /// Threads on which a front lets chains run: for each that a module holds they get another.
    package func lend(_ front: WorkerPool?) { modules.threads.callers.lend(front) }

    /// The instances, in the order of the chains.
    public var instances: [ModuleDescription] { modules.instances.map(ModuleDescription.init) }

    /// The fields of each login type that a module checks, by the type.
    public var loginTypes: [String: [String]] { chains.loginTypes }

    /// How each instance does now, in the same order: for metrics, and for people who look.
    public var states: [ModuleState] {
        modules.instances.map { ModuleState($0, openRequests: webResources.openRequests(of: $0.name)) }
    }

    /// The chain of every callback that this host knows.
    public var chainDescriptions: [ChainDescription] { chains.descriptions }

    /// The hooks that the application has declared.
    public var hookDescriptions: [HookDescription] { hooks.map(HookDescription.init) }
}
