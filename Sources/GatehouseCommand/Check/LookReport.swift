import ArgumentParser
import Gatehouse
import JSONText
import MatrixCallbacks
import ModuleLoader

/// What came out of looking at all modules, in the order of the chains.
struct LookReport {
    /// Of the configuration itself, and of modules beside each other.
    let problems: [FoundProblem]
    private let ownWarnings: [FoundProblem]
    let modules: [(entry: ModuleRequest, findings: LookFindings)]
    /// What is known of the application that these modules are for.
    let application: Application
    private let notes: [String]

    /// - Parameter around: what is wrong with what a server would find beside its modules.
    init(
        _ subject: LookSubject, creates: Bool = false, timeout: Duration = Inspector.usualTimeout,
        application: Application = Application(), around: [Problem] = []
    ) {
        let inspector = Inspector(
            options: subject.options, services: subject.services, creates: creates, timeout: timeout)
        modules = subject.configuration.requests().map { request in
            let findings = inspector.look(at: request)
            return (request, subject.hasSections ? findings : findings.withoutSection)
        }
        let parts = modules.compactMap { request, findings in
            findings.module.map {
                Clashes.Part(request, callbacks: $0.callbacks, logins: $0.logins)
            }
        }
        let clashes = Clashes.problems(parts, Catalogue.layouts)
        let found = application.findings(subject.configuration, modules)
        self.application = application
        problems = (subject.problems + around + clashes + found.problems).map { FoundProblem($0) }
        let warnings = subject.configuration.deprecations + Clashes.warnings(parts, Catalogue.layouts) + found.warnings
        ownWarnings = warnings.map { FoundProblem($0) }
        notes = modules.flatMap { entry, findings in findings.notes.map { "\(entry.subject): \($0)" } } + found.notes
    }

    var hasProblems: Bool { !allProblems.isEmpty }

    /// Says what is wrong, a line each or as JSON, and gives the exit code for it.
    func refusal(json: Bool = false) -> ExitCode {
        if !json { return Terminal.refusal(allProblems.map(\.text)) }
        print(self.json.text)
        return ExitCode(1)
    }

    private var allProblems: [FoundProblem] { problems + modules.flatMap(\.findings.problems) }

    private var warnings: [FoundProblem] { ownWarnings + modules.flatMap(\.findings.warnings) }

    /// For people: a line a problem or warning, and a count.
    var text: String {
        let lines =
            allProblems.map { "error: \($0.text)" } + warnings.map { "warning: \($0.text)" }
            + notes.map { "note: \($0.printable)" }
        let counts = [(modules.count, "module"), (allProblems.count, "problem"), (warnings.count, "warning")]
        let summary = counts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
        return (lines + [summary]).joined(separator: "\n")
    }

    var json: JSONValue {
        [
            "problems": .array(problems.map(\.json)), "warnings": .array(ownWarnings.map(\.json)),
            "notes": .array(notes.map { .string($0) }),
            "modules": .array(
                modules.map { entry, findings in
                    [
                        "name": .string(entry.name),
                        "path": .string(findings.module?.facts.path ?? entry.reference),
                        "problems": .array(findings.problems.map(\.json)),
                        "warnings": .array(findings.warnings.map(\.json)),
                    ]
                }),
        ]
    }
}

extension LookFindings {
    /// What `configure` refuses of an empty section tells what the module needs.
    fileprivate var withoutSection: LookFindings {
        var findings = self
        let needs = problems.filter { $0.code == "module.configure.refused" }
        findings.problems.removeAll { $0.code == "module.configure.refused" }
        findings.warnings += needs
        return findings
    }
}
