import ArgumentParser
import Gatehouse
import Logging
import ModuleLoader

/// What all commands take that load modules.
struct HostOptions: ParsableArguments {
    @OptionGroup var source: ConfigurationOption

    @Flag(help: "Print JSON.")
    var json = false

    /// Loads the modules. Prints all that is wrong, a line each, and ends with 1 when something is.
    ///
    /// - Parameters:
    ///   - logLevel: what modules and the host may say on standard error.
    ///   - scratch: takes the place of the data folder, where there is one; nil: modules see what they have kept.
    func load(logLevel: Logger.Level = .warning, scratch: ScratchFolder? = nil) throws -> Gatehouse {
        let subject = source.subject()
        if !subject.problems.isEmpty { throw LookReport(subject).refusal() }
        var configuration = subject.configuration
        if let scratch, configuration.dataFolder != nil { configuration.dataFolder = scratch.path }
        do throws(Problems) {
            return try Gatehouse(
                withoutApplication: configuration, logger: Self.logger("gatehouse", logLevel),
                moduleLogger: { [logLevel] in Self.logger($0, logLevel) })
        } catch {
            throw Terminal.refusal(error.list.map(\.description))
        }
    }

    /// Modules and the host log to standard error, so that standard output stays the result.
    private static func logger(_ label: String, _ level: Logger.Level) -> Logger {
        var logger = Logger(label: label) { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}
