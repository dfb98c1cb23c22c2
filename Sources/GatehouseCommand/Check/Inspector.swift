import Foundation
import Gatehouse
import ModuleLoader

/// Looks at modules in children of this process, one after the other.
struct Inspector {
    let options: LoadOptions
    let services: LookServices
    let creates: Bool
    let timeout: Duration

    /// How long one module may take, unless somebody says otherwise.
    static let usualTimeout = Duration.seconds(5)

    func look(at request: ModuleRequest) -> LookFindings {
        // Where there is none, the child finds out why.
        let folder = try? LookFolder()
        defer { withExtendedLifetime(folder) {} }
        let token = String(UInt64.random(in: .min ... .max), radix: 36)
        do {
            let asked = try JSONEncoder().encode(
                LookRequest(
                    request, options(folder), services, creates: creates,
                    parent: ProcessInfo.processInfo.processIdentifier, token: token))
            let child = try ChildProcess.run(
                [Self.ownPath, "look"], variables: variables(folder), input: String(decoding: asked, as: UTF8.self),
                timeout: timeout)
            return findings(child, request, token)
        } catch {
            let problem = Problem(
                "check.failed", request.subject, "no child could be started: \(error)",
                cure: "Free some memory or descriptors, and try again.")
            return LookFindings(problems: [FoundProblem(problem)])
        }
    }

    private static let ownPath = "/proc/self/exe"

    private func options(_ folder: LookFolder?) -> LoadOptions {
        var options = options
        options.dataFolder = creates && options.dataFolder != nil ? folder.map { "\($0.path)/data" } : nil
        return options
    }

    /// Copies and temporary files go into the folder. Swift's crash handler takes seconds, and only the signal is wanted.
    private func variables(_ folder: LookFolder?) -> [String: String] {
        var variables = ["SWIFT_BACKTRACE": "enable=no"]
        for name in ["RUNTIME_DIRECTORY", "TMPDIR"] { variables[name] = folder?.path }
        return variables
    }

    private func findings(_ child: ChildProcess.Result, _ request: ModuleRequest, _ token: String) -> LookFindings {
        let lines = child.report.split(separator: "\n").filter { $0.hasPrefix(token + " ") }
        let messages = lines.compactMap { line in
            try? JSONDecoder().decode(LookMessage.self, from: Data(line.dropFirst(token.count + 1).utf8))
        }
        switch messages.last {
        case .found(var findings)?:
            if child.end != .exited(LookMessage.ending) { findings.problems.append(fate(child, request, .exit)) }
            return findings
        case .entering(let stage)?: return LookFindings(problems: [fate(child, request, stage)])
        case nil: return LookFindings(problems: [fate(child, request, .open)])
        }
    }

    /// What is said of a module whose child was not heard to come to its end.
    private func fate(_ child: ChildProcess.Result, _ request: ModuleRequest, _ stage: LookStage) -> FoundProblem {
        let stderr = child.lastWords.isEmpty ? nil : child.lastWords
        var signal: String?
        let problem: Problem
        switch child.end {
        case .exited(LookMessage.ending):
            problem = Problem(
                "module.check.unheard", request.subject,
                "it takes a descriptor from the host while it is asked to \(stage.words), which is not heard any more",
                cure: "A module may close only what it has opened itself.")
        case .exited(let status):
            problem = Problem(
                "module.check.exited", request.subject,
                "it ends the process with exit code \(status) while it is asked to \(stage.words)",
                cure: "A module may never end the process: it would take the host with it.")
        case .signalled(let name):
            signal = name
            problem = Problem(
                "module.check.crashed", request.subject, "it crashes with \(name) while it is asked to \(stage.words)",
                cure: "Run it under a debugger or the address sanitizer; a host would crash as well.")
        case .timedOut:
            problem = Problem(
                "module.check.hung", request.subject,
                "it has not come back after \(timeout.words) from being asked to \(stage.words)",
                cure: "\(stage.patience); or raise --timeout.")
        }
        return FoundProblem(problem, stage: stage, signal: signal, stderr: stderr)
    }
}

extension Duration {
    fileprivate var words: String { formatted(.units(allowed: [.seconds, .milliseconds], width: .abbreviated)) }
}
