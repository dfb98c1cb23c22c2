/// The services of an instance, as far as they are granted to it.
struct GrantedServices: Sendable {
    private let services: any InstanceServices
    private let grants: ServiceGrants

    init(_ services: any InstanceServices, _ grants: ServiceGrants) {
        (self.services, self.grants) = (services, grants)
    }

    func table(_ name: String) -> ServiceTable? { grants.contain(name) ? services.table(name) : nil }

    func settle() { services.settle() }

    func end() { services.end() }
}
