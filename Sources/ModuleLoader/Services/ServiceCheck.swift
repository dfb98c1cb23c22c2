/// Does an instance get the services that its module cannot do without?
enum ServiceCheck {
    static func check(_ module: RegisteredModule, _ request: ModuleRequest, _ services: any ModuleServices) -> [Problem]
    {
        module.requiredServices.compactMap { name in
            if !services.names.contains(name) { return missing(name, request, services) }
            return request.grants.contain(name) ? nil : notGranted(name, request)
        }
    }

    private static func missing(_ name: String, _ request: ModuleRequest, _ services: any ModuleServices) -> Problem {
        let (cause, cure) = services.absence(of: name)
        return Problem(
            "module.service.missing", request.subject, "it requires the service \(name), and \(cause)", cure: cure)
    }

    private static func notGranted(_ name: String, _ request: ModuleRequest) -> Problem {
        Problem(
            "module.service.not-granted", request.subject, "it requires the service \(name), which it is not granted",
            cure: "Add it to the `grants` of this module, or take the module out of the configuration.")
    }
}
