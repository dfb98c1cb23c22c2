package import ModuleLoader

/// All services of one host.
package struct Services: ModuleServices {
    package let webResources: WebResourceRegistry
    private let store: (any KeyValueStore)?
    private let homeserver: (any Homeserver)?
    private let kinds = MetricKinds()

    /// - Parameters:
    ///   - store: nil: modules have no place to keep anything.
    ///   - homeserver: nil: there is none around this host.
    package init(
        store: (any KeyValueStore)?, homeserver: (any Homeserver)? = nil,
        webResources: WebResourceRegistry = WebResourceRegistry()
    ) {
        (self.store, self.homeserver, self.webResources) = (store, homeserver, webResources)
    }

    package var names: [String] { HostService.allCases.filter(isOffered).map(\.name) }

    private func isOffered(_ service: HostService) -> Bool {
        switch service {
        case .store: store != nil
        case .homeserver: homeserver != nil
        case .http, .timers, .web, .metrics: true
        }
    }

    package func absence(of name: String) -> (cause: String, cure: String) {
        switch name {
        case HostService.store.name:
            ("this host has no folder to keep it in", "Set `data_folder` in the configuration.")
        case HostService.homeserver.name:
            ("this host has no homeserver around it", "Use a host that has, or take the module out.")
        default:
            (
                "this host offers \(names.joined(separator: ", ")) only",
                "Use a host that offers it, or take the module out of the configuration."
            )
        }
    }

    package func open(for client: ServiceClient) -> any InstanceServices {
        var services: [HostService: any InstanceService] = [
            .timers: InstanceTimers(client), .http: InstanceHTTP(client),
            .web: InstanceWeb(client, webResources), .metrics: InstanceMetrics(client, kinds),
        ]
        services[.store] = store.map { InstanceStore(client, $0) }
        services[.homeserver] = homeserver.map { InstanceHomeserver(client, $0) }
        return OpenServices(services)
    }
}

/// The services of one instance.
private struct OpenServices: InstanceServices {
    private let services: [any InstanceService]
    private let tables: [String: ServiceTable]

    init(_ services: [HostService: any InstanceService]) {
        self.services = Array(services.values)
        tables = Dictionary(uniqueKeysWithValues: services.map { ($0.key.name, $0.value.makeTable()) })
    }

    func table(_ name: String) -> ServiceTable? { tables[name] }
    func settle() { for service in services { service.settle() } }
    func end() { for service in services { service.end() } }
}
