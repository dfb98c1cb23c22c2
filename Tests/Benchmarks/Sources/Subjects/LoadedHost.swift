package import Gatehouse
import Logging

/// Hosts as applications load them, with copies of the module of benchmarks.
package enum LoadedHost {
    /// Loads m0000.so, m0001.so and so on.
    ///
    /// - Parameter users: how many the list of each module has; 0: it has none.
    package static func make(_ folder: String, modules: Int, users: Int = 1000) throws -> Gatehouse {
        try Gatehouse(configuration(folder, modules, users), logger: logger)
    }

    static let logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }

    static func configuration(_ folder: String, _ modules: Int, _ users: Int) -> Configuration {
        let entries = (0..<modules).map { number in
            ModuleEntry(name(number), config: users == 0 ? [:] : ["users": .integer(Int64(users))])
        }
        return Configuration(modulePath: [folder], modules: entries, allowWritablePaths: true)
    }

    private static func name(_ number: Int) -> String {
        let digits = String(number)
        return "m" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
