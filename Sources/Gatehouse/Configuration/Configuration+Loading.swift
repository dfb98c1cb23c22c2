import HostServices
import JSONText
import MatrixCallbacks
package import ModuleLoader

/// A configuration as the loader needs it.
extension Configuration {
    /// All entries in the order of the chains: legacy forms come last. Synapse docs: `synapse/app/_base.py`.
    private var entries: [(entry: ModuleEntry, onlyFor: [String]?)] {
        modules.map { ($0, nil) } + legacy.entries.map { ($1, $0.callbacks) }
    }

    /// What is loaded or looked at.
    ///
    /// - Parameter builtins: what the application registered; nil where there is none to ask, and entries for such
    ///   modules are passed over.
    package func requests(builtins: [SwiftModule]? = nil) -> [ModuleRequest] {
        entries.compactMap { entry, onlyFor in
            var request = ModuleRequest(entry, onlyFor: onlyFor)
            switch entry.kind {
            case .module: break
            case .adopted(let callbacks):
                request.config = callbacks.text
                request.plan = { request, options throws(Problems) in try AdoptedPlan(callbacks, request, options) }
            case .builtin:
                guard let builtins else { return nil }
                request.plan = { request, _ throws(Problems) in try Self.plan(request, builtins) }
            }
            return request
        }
    }

    /// Entries for modules of the application.
    package var builtinEntries: [ModuleEntry] { entries.map(\.entry).filter { $0.kind == .builtin } }

    private static func plan(_ request: ModuleRequest, _ builtins: [SwiftModule]) throws(Problems) -> SwiftPlan {
        if let module = builtins.first(where: { $0.name == request.reference }) {
            return SwiftPlan(module.only(for: request.onlyFor), name: request.name)
        }
        throw Problems(list: [unregistered(request.reference, request.subject, known: builtins.map(\.name))])
    }

    /// Nobody registered the module that an entry names.
    package static func unregistered(_ name: String, _ subject: String, known: [String]) -> Problem {
        let near = NearMiss.closest(to: name, among: known)
        return Problem(
            "builtin.unknown", subject, "the application registers no module `\(name)`",
            cure: near.map { "Did you mean `\($0)`?" } ?? "Register it before loading, or take the entry out.")
    }

    package func loadOptions(_ services: any ModuleServices = NoServices()) -> LoadOptions {
        LoadOptions(
            modulePath: modulePath, folder: folder, allowWritablePaths: allowWritablePaths,
            dataFolder: dataFolder.map(path), services: services)
    }

    /// What modules are offered. The store is a file in the data folder, unless the application brings one.
    func services(store: (any KeyValueStore)?, homeserver: (any Homeserver)?) throws(Problems) -> Services {
        var store = store
        if store == nil, let dataFolder { store = try SQLiteStore(path: SQLiteStore.path(in: path(dataFolder))) }
        return Services(store: store, homeserver: homeserver)
    }
}

extension ModuleRequest {
    fileprivate init(_ entry: ModuleEntry, onlyFor: [String]?) {
        self.init(
            reference: entry.module, name: entry.name, sha256: entry.sha256, config: entry.config.text,
            origin: entry.origin, onlyFor: onlyFor, deadline: entry.deadline, grants: ServiceGrants(entry.grants))
    }
}
