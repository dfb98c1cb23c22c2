import Logging

@testable import ModuleLoader

extension ServiceClient {
    /// A client without an instance around it.
    static func alone(_ name: String = "one") -> ServiceClient {
        let logger = Logger(label: "test")
        let entrance = Entrance(lock: nil, module: 1, logger: logger)
        entrance.open()
        return ServiceClient(name: name, logger: logger, entrance: entrance)
    }
}
