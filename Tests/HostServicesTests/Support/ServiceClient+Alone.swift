import Logging

@testable import ModuleLoader

extension ServiceClient {
    /// A client without an instance around it.
    static func alone(_ name: String = "one") -> ServiceClient {
        let logger = Logger(label: "test")
        let place = MemberPlace(number: 1, HostThreads(workers: 2), isConcurrent: true, logger: logger)
        let entrance = Entrance(place, lock: nil)
        entrance.open()
        return ServiceClient(name: name, logger: logger, entrance: entrance)
    }
}
