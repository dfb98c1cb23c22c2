import Gatehouse
import GatehouseServer
import HostServices
import ModuleLoader

/// What the parent asks its child: look at this module.
struct LookRequest: Codable {
    let module: ModuleRequest
    /// It is a library, and the module's `config` says which of its functions serve which callbacks.
    let isAdopted: Bool
    private let asked: LoadOptions
    private let services: LookServices
    let creates: Bool
    /// The process that asks, which the child does not outlive.
    let parent: Int32
    /// What each line of the answer begins with: a module may write to the same descriptor.
    let token: String

    init(
        _ module: ModuleRequest, _ options: LoadOptions, _ services: LookServices, creates: Bool, parent: Int32,
        token: String
    ) {
        (self.module, isAdopted, asked) = (module, module.plan != nil, options)
        (self.services, self.creates, self.parent, self.token) = (services, creates, parent, token)
    }

    var options: LoadOptions {
        var options = asked
        options.services = services.services
        return options
    }
}

/// The services that a look offers. What they are told is forgotten with it.
struct LookServices: Codable {
    let hasStore: Bool
    /// Of a homeserver that nobody has heard of yet, as when a server starts; nil: there is none.
    let serverName: String?

    var services: Services {
        Services(
            store: hasStore ? MemoryStore() : nil, homeserver: serverName.map { BridgedHomeserver(serverName: $0) })
    }
}
