public import Logging
import MatrixCallbacks
public import ModuleLoader
import Synchronization

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

    let chains: HostChains
    private let modules: LoadedModules
    private let isShutDown = Atomic(false)

    /// Loads all modules of a configuration and creates their instances, in order.
    ///
    /// Blocks until that is done: it reads files, and modules may take their time in `create`.
    ///
    /// - Throws: every mistake there is in the configuration and in its modules. Nothing stays half loaded.
    public init(_ configuration: Configuration, logger: Logger = Logger(label: "gatehouse")) throws(Problems) {
        try Problems.throwUnlessEmpty(configuration.nameClashes())
        modules = try LoadedModules.load(
            configuration.requests, configuration.loadOptions, layouts: Catalogue.layouts, logger: logger)
        chains = HostChains(modules.instances, logger: logger)
    }

    /// Ends all instances, the last one first. No call may be under way; later ones throw `CallError.shutDown`.
    public func shutDown() {
        isShutDown.store(true, ordering: .releasing)
        modules.destroy()
    }

    /// - Throws: `CallError.shutDown`, once that is so.
    func checkIsRunning() throws(CallError) {
        if isShutDown.load(ordering: .acquiring) { throw .shutDown }
    }

    /// The instances, in the order of the chains.
    public var instances: [ModuleDescription] { modules.instances.map(ModuleDescription.init) }

    /// The chain of every callback that this host knows.
    public var chainDescriptions: [ChainDescription] { chains.descriptions }
}
