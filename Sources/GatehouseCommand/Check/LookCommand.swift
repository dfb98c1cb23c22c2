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
        say(.found(try request.isAdopted ? library(request) : module(request)), request)
    }

    private func module(_ request: LookRequest) -> LookFindings {
        let look = ModuleLook(
            request.request, request.options, layouts: Catalogue.layouts, creates: request.creates,
            logger: Logger(label: "gatehouse") { StreamLogHandler.standardError(label: $0) }
        ) { say(.entering($0), request) }
        var findings = LookFindings()
        findings.problems = look.problems.map(FoundProblem.init)
        findings.warnings = look.warnings.map(FoundProblem.init)
        findings.module = FoundModule(look, name: request.name)
        return findings
    }

    private func library(_ request: LookRequest) throws -> LookFindings {
        var findings = LookFindings()
        let section = try JSONValue(parsing: request.config)
        do throws(Problems) {
            let plan = try AdoptedPlan(section, request.request, request.options)
            findings.module = FoundModule(plan.facts, callbacks: plan.callbacks, name: request.name)
            findings.notes = plan.descriptions
        } catch {
            findings.problems = error.list.map(FoundProblem.init)
        }
        return findings
    }

    private func say(_ message: LookMessage, _ request: LookRequest) {
        guard let line = try? JSONEncoder().encode(message) else { return }
        try? FileHandle(fileDescriptor: 3, closeOnDealloc: false).write(
            contentsOf: Data("\(request.token) ".utf8) + line + Data("\n".utf8))
    }
}
