import ModuleLoader
import Synchronization

/// The paths that modules answer. A front asks it where it has no answer of its own.
///
/// The first module that registers a path keeps it. Below the reserved ones a module would never be reached, or would take
/// the place of the host.
public final class WebResourceRegistry: Sendable {
    /// Where the homeserver itself is, and what this host serves.
    public static let reserved = [
        "/_matrix", "/_synapse/admin", "/.well-known", "/v1", "/healthz", "/readyz", "/metrics", "/openapi.json",
        "/antispam", "/api/1/spam_check", "/_meowlnir",
    ]

    private let resources = Mutex<[String: any WebResource]>([:])

    public init() {}

    /// All that is registered, sorted.
    public var paths: [String] { resources.withLock { $0.keys.sorted() } }

    /// Asks the module that has the path. Nil: none has.
    ///
    /// Waits for the module; one that does not answer within its deadline makes it 504. A caller that goes away ends the
    /// wait, not the module.
    public func response(to request: WebRequest) async -> WebResponse? {
        await resource(for: request.path)?.response(to: request)
    }

    /// Does a module answer this path?
    public func has(_ path: String) -> Bool { resource(for: path) != nil }

    /// How many requests an instance has not answered yet, whether or not somebody waits for it.
    public func openRequests(of name: String) -> Int {
        let instances = resources.withLock { $0.values.map(\.instance) }
        return instances.first { $0.client.name == name }?.openRequests ?? 0
    }

    private func resource(for path: String) -> (any WebResource)? {
        resources.withLock { resources in
            resources.isEmpty ? nil : WebPath.candidates(for: path).compactMap { resources[$0] }.first
        }
    }

    /// Registers a path. Nil: it is the resource's now; else why not.
    func register(_ path: WebPath, _ resource: any WebResource) -> String? {
        if let reserved = path.reserved(by: Self.reserved) { return "what begins with \(reserved) is not for modules" }
        return resources.withLock { resources in
            if let owner = resources[path.text] { return "\(owner.instanceName) has it already" }
            resources[path.text] = resource
            return nil
        }
    }

    func remove(from instance: InstanceWeb) {
        resources.withLock { resources in resources = resources.filter { $0.value.instance !== instance } }
    }
}

/// What stands behind a path.
protocol WebResource: Sendable {
    var instance: InstanceWeb { get }
    func response(to request: WebRequest) async -> WebResponse
}

extension WebResource {
    var instanceName: String { instance.client.name }
}
