import ArgumentParser
import Foundation
import Gatehouse
import Logging
import ModuleLoader

/// What all commands take that load modules.
struct HostOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The configuration file; else $GATEHOUSE_CONFIG, ./gatehouse.yaml, /etc/gatehouse/gatehouse.yaml.",
            valueName: "file"))
    var config: String?

    @Flag(help: "Print JSON.")
    var json = false

    /// Loads the modules. Prints all that is wrong, a line each, and ends with 1 when something is.
    ///
    /// - Parameter logLevel: what modules and the host may say on standard error.
    func load(logLevel: Logger.Level = .warning) throws -> Gatehouse {
        do throws(Problems) {
            let configuration = try Configuration.read(
                path: config, environment: ProcessInfo.processInfo.environment)
            return try Gatehouse(configuration, logger: Self.logger(logLevel))
        } catch {
            for problem in error.list { Terminal.error("error: \(problem)") }
            throw ExitCode(1)
        }
    }

    /// Modules and the host log to standard error, so that standard output stays the result.
    private static func logger(_ level: Logger.Level) -> Logger {
        var logger = Logger(label: "gatehouse") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}
