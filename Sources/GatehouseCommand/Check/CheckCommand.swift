import ArgumentParser
import Foundation
import Gatehouse
import JSONText
import ModuleLoader

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
        if file != nil && options.config != nil {
            throw ValidationError("Give a file or --config, not both.")
        }
    }

    func run() throws {
        let subject = try file.map(LookSubject.init(file:)) ?? options.subject()
        let report = LookReport(subject, creates: create, timeout: options.timeout)
        print(json ? report.json.text : report.text)
        if report.hasProblems { throw ExitCode(1) }
    }
}

/// What all commands take that look at modules in a child.
struct LookOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The configuration file; else $GATEHOUSE_CONFIG, ./gatehouse.yaml, /etc/gatehouse/gatehouse.yaml.",
            valueName: "file"))
    var config: String?

    @Option(
        help: ArgumentHelp("How long one module may take: 5s, 500ms.", valueName: "duration"),
        transform: Duration.init(argument:))
    var timeout: Duration = .seconds(5)

    /// Looks at all modules of the configuration. Prints what is wrong with them and ends with 1 when something is.
    func look() throws -> [FoundModule] {
        let report = LookReport(try subject(), creates: false, timeout: timeout)
        for problem in report.allProblems { Terminal.error("error: \(problem.text)") }
        if report.hasProblems { throw ExitCode(1) }
        return report.modules.compactMap(\.findings.module)
    }

    func subject() throws -> LookSubject {
        do throws(Problems) {
            return try LookSubject(config: config, environment: ProcessInfo.processInfo.environment)
        } catch {
            for problem in error.list { Terminal.error("error: \(problem)") }
            throw ExitCode(1)
        }
    }
}

extension Duration {
    /// `5s`, `500ms`.
    fileprivate init(argument: String) throws {
        let isMilliseconds = argument.hasSuffix("ms")
        let digits = argument.dropLast(isMilliseconds ? 2 : 1)
        guard argument.hasSuffix("s"), let number = Int64(digits), number > 0 else {
            throw ValidationError("expected a duration such as 5s or 500ms")
        }
        self = isMilliseconds ? .milliseconds(number) : .seconds(number)
    }
}
