public import ModuleLoader

/// Which modules a host loads, where it finds them, and what each of them is told.
///
/// An application writes it in Swift; an operator writes it as YAML: ``init(yaml:file:)`` reads a text, and
/// ``read(path:environment:workingFolder:)`` a file. Nothing that it names is looked at: a configuration without
/// mistakes may still name a module that does not exist.
public struct Configuration: Sendable, Equatable {
    /// Folders in which a module that is given by its name alone is looked for, in this order.
    public var modulePath: [String]

    /// The modules in the order of the chains.
    public var modules: [ModuleEntry] {
        didSet { modules = Self.numbered(modules) }
    }

    /// The modules of Synapse's older sections. They come last in the chains.
    public var legacy: LegacyModules

    /// Whether files and folders that others may write to are accepted.
    public var allowWritablePaths: Bool

    /// How a server serves; others do not look at it.
    public var server: ServerSettings

    /// Where what outlives the host is kept: a folder for each instance, and the modules' store, and the decisions of a
    /// server. Made with mode 0700 if it is not there. Nil: nothing is kept, and the store is not offered.
    public var dataFolder: String?

    /// How long the chain of a callback may take; a module that has not answered by then counts as unavailable.
    public var deadline: Duration

    /// The same for single callbacks, by their names: `spam_checker.user_may_join_room`.
    public var deadlines: [String: Duration]

    /// How many threads run modules that are not prompt, from 2; `nil`: as many as there are processors, and at least 4.
    public var workers: Int?

    /// What relative paths are relative to: the folder of the configuration file.
    public var folder: String

    public init(
        modulePath: [String] = [], modules: [ModuleEntry] = [], legacy: LegacyModules = LegacyModules(),
        allowWritablePaths: Bool = false, dataFolder: String? = nil, deadline: Duration = .seconds(10),
        deadlines: [String: Duration] = [:], workers: Int? = nil, server: ServerSettings = ServerSettings(),
        folder: String = "."
    ) {
        self.modulePath = modulePath
        self.modules = Self.numbered(modules)
        self.legacy = legacy
        self.allowWritablePaths = allowWritablePaths
        self.server = server
        self.dataFolder = dataFolder
        (self.deadline, self.deadlines, self.workers) = (deadline, deadlines, workers)
        self.folder = folder
    }

    /// Entries that were written in Swift get their place as their origin; those of a file keep theirs.
    private static func numbered(_ entries: [ModuleEntry]) -> [ModuleEntry] {
        entries.enumerated().map { $1.from("modules.\($0)") }
    }
}

extension Configuration {
    /// The whole path of one that may start at the configuration file's folder.
    package func path(_ path: String) -> String { path.hasPrefix("/") ? path : "\(folder)/\(path)" }

    /// One problem for each module whose name an earlier one has already.
    ///
    /// ``init(yaml:file:)`` asks this itself; a configuration that is made in Swift is asked by who loads it.
    public func nameClashes() -> [Problem] {
        var names = ModuleNames()
        return (modules + legacy.entries.map(\.entry)).compactMap { names.claim($0) }
    }

    /// What Synapse warns of too: each module in its section `spam_checker`.
    package var deprecations: [Problem] {
        legacy.entries.filter { $0.section == .spamChecker }.map { _, entry in
            Problem(
                "config.older-section", entry.origin, "`spam_checker` is an older section",
                cure: "List the module under `modules`; there it is asked for all its callbacks, and before the others."
            )
        }
    }
}
