import ArgumentParser
import ForeignCalls
import Gatehouse
import HookPoints
import ModuleLoader

/// `--hooks` and `--builtin`: what stands for the application that modules are for.
struct ApplicationOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The hook points of the application, a YAML file; else functions for hooks are only noted.",
            valueName: "file"))
    var hooks: String?

    @Option(
        help: ArgumentHelp(
            "The name of a module that the application registers, also several times; else such entries are only noted.",
            valueName: "name"))
    var builtin: [String] = []

    /// With all that is wrong with the file.
    func read() -> Application {
        var application = Application(builtins: builtin.isEmpty ? nil : builtin)
        do throws(Problems) {
            application.hooks = try hooks.map { path throws(Problems) in try HookFile(path: path).hooks }
        } catch {
            application.problems = error.list
        }
        return application
    }
}

/// What is known of the application that modules are for; nil: nobody said.
struct Application {
    var hooks: [HookDeclaration]?
    var builtins: [String]?
    /// What is wrong with what it says of itself.
    var problems: [Problem] = []

    struct Findings {
        var problems: [Problem] = []
        var warnings: [Problem] = []
        var notes: [String] = []
    }

    /// Lays what it has beside what a configuration and its modules say.
    func findings(
        _ configuration: Configuration, _ modules: [(entry: ModuleRequest, findings: LookFindings)]
    ) -> Findings {
        var found = Findings(problems: problems)
        for entry in configuration.builtinEntries { look(at: entry, &found) }
        let offers = modules.map { entry, findings in
            PlannedOffers(subject: entry.subject, offers: findings.module?.offers.compactMap(\.offered) ?? [])
        }
        if let hooks {
            let matching = HookMatching(hooks, offers)
            found.problems += matching.problems
            found.warnings += matching.warnings
        } else {
            found.notes += offers.flatMap { entry in
                entry.offers.map { "\(entry.subject): it offers \($0.hook), \($0.signature), to an application" }
            }
        }
        return found
    }

    private func look(at entry: ModuleEntry, _ found: inout Findings) {
        let subject = "\(entry.origin) (\(entry.name))"
        if let builtins, !builtins.contains(entry.module) {
            found.problems.append(Configuration.unregistered(entry.module, subject, known: builtins))
        } else {
            found.notes.append("\(subject): a module of the application, which is not looked at here")
        }
    }
}
