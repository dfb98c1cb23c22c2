import ArgumentParser
import Gatehouse

/// What all commands take that look at modules in a child.
struct LookOptions: ParsableArguments {
    @OptionGroup var source: ConfigurationOption
    @OptionGroup var application: ApplicationOptions

    @Option(help: ArgumentHelp("How long one module may take: 5s, 500ms.", valueName: "duration"))
    var timeout = Inspector.usualTimeout

    /// Looks at all modules of the configuration. Says what is wrong with them and ends with 1 when something is.
    ///
    /// - Parameter json: says it as `check --json` does.
    func report(json: Bool) throws -> LookReport {
        let report = LookReport(source.subject(), timeout: timeout, application: application.read())
        if report.hasProblems { throw report.refusal(json: json) }
        return report
    }
}
