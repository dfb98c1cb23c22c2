import Foundation
import Gatehouse
import ModuleLoader

/// Looks at modules in children of this process, one after the other.
struct Inspector {
    let options: LoadOptions
    /// Of the homeserver that the modules may ask; nil: there is none.
    let serverName: String?
    let creates: Bool
    let timeout: Duration

    func look(at request: ModuleRequest) -> LookFindings {
        do {
            let scratch = creates && options.dataFolder != nil ? try ScratchFolder() : nil
            defer { withExtendedLifetime(scratch) {} }
            let token = String(UInt64.random(in: .min ... .max), radix: 36)
            let asked = try JSONEncoder().encode(
                LookRequest(
                    request, options, serverName: serverName, creates: creates, dataFolder: scratch?.path,
                    token: token))
            let child = try ChildProcess.run(
                [Self.ownPath, "look"], input: String(decoding: asked, as: UTF8.self), timeout: timeout)
            return findings(child, request, token)
        } catch {
            return broken(
                "check.failed", request, "no child could be started: \(error)", "Free some memory, and try again.")
        }
    }

    private static let ownPath = "/proc/self/exe"

    private func findings(_ child: ChildProcess.Result, _ request: ModuleRequest, _ token: String) -> LookFindings {
        let lines = child.report.split(separator: "\n").filter { $0.hasPrefix(token + " ") }
        let messages = lines.compactMap { line in
            try? JSONDecoder().decode(LookMessage.self, from: Data(line.dropFirst(token.count + 1).utf8))
        }
        if case .found(var findings)? = messages.last {
            if child.end != .exited(0) { findings.problems += fate(child, request, .exit).problems }
            return findings
        }
        var stage: LookStage?
        if case .entering(let last)? = messages.last { stage = last }
        return fate(child, request, stage ?? .open)
    }

    /// What is said of a module whose child did not come to its end.
    private func fate(_ child: ChildProcess.Result, _ request: ModuleRequest, _ stage: LookStage) -> LookFindings {
        var findings: LookFindings
        switch child.end {
        case .exited(let status):
            findings = broken(
                "module.check.exited", request,
                "it ends the process with exit code \(status) while it is asked to \(stage.words)",
                "A module may never end the process: it would take the host with it.")
        case .signalled(let signal):
            findings = broken(
                "module.check.crashed", request, "it crashes with \(signal) while it is asked to \(stage.words)",
                "Run it under a debugger or the address sanitizer; a host would crash as well.")
            findings.problems[0].signal = signal
        case .timedOut:
            findings = broken(
                "module.check.hung", request,
                "it has not come back after \(timeout.words) from being asked to \(stage.words)",
                "Do in `create`, or later on a thread of the module, what takes time; or raise --timeout.")
        }
        findings.problems[0].stage = stage
        findings.problems[0].stderr = child.lastWords.isEmpty ? nil : child.lastWords
        return findings
    }

    private func broken(_ code: String, _ request: ModuleRequest, _ cause: String, _ cure: String) -> LookFindings {
        let subject = "\(request.origin) (\(request.name))"
        var findings = LookFindings()
        findings.problems = [FoundProblem(Problem(code, subject, cause, cure: cure))]
        return findings
    }
}

extension LookStage {
    fileprivate var words: String {
        switch self {
        case .open: "be opened"
        case .register: "register"
        case .configure: "configure itself"
        case .create: "create an instance"
        case .destroy: "destroy its instance"
        case .exit: "let the process end"
        }
    }
}

extension Duration {
    fileprivate var words: String { formatted(.units(allowed: [.seconds, .milliseconds], width: .abbreviated)) }
}
