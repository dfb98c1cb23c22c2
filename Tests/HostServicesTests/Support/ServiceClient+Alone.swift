import Logging

@testable import ModuleLoader

extension ServiceClient {
    /// A client without an instance around it.
    ///
    /// - Parameter deadline: how long others wait for it.
    static func alone(_ name: String = "one", deadline: Duration? = nil) -> ServiceClient {
        let place = MemberPlace(
            number: 1, HostThreads(workers: 2), isConcurrent: true, deadline: deadline, logger: Logger(label: "test"))
        let entrance = Entrance(place, lock: nil)
        entrance.open()
        return ServiceClient(name: name, place, entrance)
    }
}
