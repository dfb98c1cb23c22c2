import ArgumentParser
import GatehouseServer
import JSONText

/// `gatehouse check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look at modules before anything starts, in a child process.",
        discussion: """
            Does everything up to and including `configure`. A module that crashes, hangs or exits is reported, and the \
            mistakes of all the others still come out. Ends with 1 when there is a problem; warnings are none.
            """)

    @OptionGroup var options: LookOptions

    @Flag(help: "Create and destroy an instance of each module as well.")
    var create = false

    @Flag(help: "Print JSON.")
    var json = false

    @Argument(help: ArgumentHelp("One module's file, looked at without a configuration.", valueName: "file.so"))
    var file: String?

    func validate() throws {
        if file?.isEmpty == true { throw ValidationError("The name of the file is empty.") }
        if file != nil && options.source.config != nil {
            throw ValidationError("Give a file or --config, not both.")
        }
    }

    func run() throws {
        let subject = file.map(LookSubject.init(file:)) ?? options.source.subject()
        let report = LookReport(
            subject, creates: create, timeout: options.timeout, application: options.application.read(),
            around: subject.hasSections ? ServerForecast.problems(subject.configuration) : [])
        print(json ? report.json.text : report.text)
        if report.hasProblems { throw ExitCode(1) }
    }
}
