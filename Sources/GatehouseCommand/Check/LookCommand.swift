import ArgumentParser
import Foundation
import Gatehouse
import JSONText
import Logging
import MatrixCallbacks
import ModuleLoader

/// `gatehouse look`: the child of `gatehouse check`. Reads a request from standard input, answers on descriptor 3.
struct LookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "look", shouldDisplay: false)

    func run() throws {
        let request = try JSONDecoder().decode(LookRequest.self, from: FileHandle.standardInput.readToEnd() ?? Data())
        guard ChildProcess.stay(with: request.parent) else { return }
        say(.found(try request.isAdopted ? library(request) : module(request)), request)
        throw ExitCode(LookMessage.ending)
    }

    private func module(_ request: LookRequest) -> LookFindings {
        let look = ModuleLook(
            request.module, request.options, layouts: Catalogue.layouts, creates: request.creates,
            logger: Logger(label: request.module.name) { StreamLogHandler.standardError(label: $0) }
        ) { say(.entering($0), request) }
        var findings = LookFindings()
        findings.problems = look.problems.map { FoundProblem($0) }
        findings.warnings = look.warnings.map { FoundProblem($0) }
        findings.module = look.facts.map { facts in
            FoundModule(
                name: request.module.name, facts: facts, callbacks: look.callbacks, logins: look.logins,
                offers: look.offers.map(FoundOffer.init))
        }
        return findings
    }

    private func library(_ request: LookRequest) throws -> LookFindings {
        var findings = LookFindings()
        let section = try JSONValue(parsing: request.module.config)
        do throws(Problems) {
            let plan = try AdoptedPlan(section, request.module, request.options)
            findings.module = FoundModule(name: request.module.name, facts: plan.facts, callbacks: plan.callbacks)
            findings.notes = plan.descriptions
        } catch {
            findings.problems = error.list.map { FoundProblem($0) }
        }
        return findings
    }

    /// Where a module has closed the descriptor nobody hears it; the exit code tells that the look came to its end.
    private func say(_ message: LookMessage, _ request: LookRequest) {
        guard let line = try? JSONEncoder().encode(message) else { return }
        try? FileHandle(fileDescriptor: 3, closeOnDealloc: false).write(
            contentsOf: Data("\(request.token) ".utf8) + line + Data("\n".utf8))
    }
}
