import ArgumentParser
import Gatehouse

/// What all commands take that look at modules in a child.
struct LookOptions: ParsableArguments {
    @OptionGroup var source: ConfigurationOption
    @OptionGroup var application: ApplicationOptions

    @Option(
        help: ArgumentHelp("How long one module may take: 5s, 500ms.", valueName: "duration"),
        transform: Duration.init(argument:))
    var timeout: Duration = .seconds(5)

    /// Looks at all modules of the configuration. Prints what is wrong with them and ends with 1 when something is.
    func look() throws -> [FoundModule] { try report().modules.compactMap(\.findings.module) }

    /// The same, with all that is known of the application.
    func report() throws -> LookReport {
        let report = LookReport(
            try source.subject(), creates: false, timeout: timeout, application: try application.read())
        if report.hasProblems { throw report.refusal }
        return report
    }
}

extension Duration {
    /// `5s`, `500ms`.
    init(argument: String) throws {
        guard let duration = Duration(text: argument), duration > .zero else {
            throw ValidationError("expected a duration such as 5s or 500ms")
        }
        self = duration
    }
}
