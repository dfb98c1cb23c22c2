import JSONText
import Testing

/// Bad modules, looked at by `gatehouse check` in children: all of them.
struct BadModuleCheckTests {
    @Test(arguments: BadModule.all)
    func `check says what is wrong with the module, and nothing against the one behind it`(module: BadModule) throws {
        let run = try GatehouseProcess(
            ["check", "--create", "--json", "--timeout", module.result == .hangs ? "5s" : "60s"],
            modules: [module.entry("bad"), BadModule.good])
        let report = try CheckReport(run.output)
        #expect(report.problems == [])
        #expect(report.modules.map(\.name) == ["bad", "good"])
        let (bad, good) = (try #require(report.modules.first), try #require(report.modules.last))
        #expect(good.problems == [])
        #expect(good.warnings == [])
        #expect(run.exitCode == (bad.problems.isEmpty ? 0 : 1))
        module.expectFindings(bad)
    }

    /// Those that hang would take their time once more.
    private static let faulty = BadModule.all.filter { [.refused, .crashes, .exits].contains($0.result) }

    @Test func `the mistakes of all modules of a configuration come out in one go`() throws {
        let modules = Self.faulty.map { $0.entry($0.name) } + [BadModule.good]
        let run = try GatehouseProcess(["check", "--create", "--timeout", "60s"], modules: modules)
        #expect(run.exitCode == 1)
        let lines = run.output.split(separator: "\n")
        for module in Self.faulty {
            let name = "(\(module.name))", code = "[\(try #require(module.problemCode))]"
            #expect(lines.contains { $0.hasPrefix("error: ") && $0.contains(name) && $0.contains(code) }, "\(module)")
        }
        #expect(!lines.contains { $0.contains("(good)") })
    }
}

extension BadModule {
    /// The code of the one problem that `check` reports; nil: none.
    fileprivate var problemCode: String? {
        switch result {
        case .refused: code
        case .crashes: "module.check.crashed"
        case .exits: "module.check.exited"
        case .hangs: "module.check.hung"
        case .unheard: "module.check.unheard"
        case .loads, .anything: nil
        }
    }

    fileprivate func expectFindings(_ found: CheckReport.Module) {
        #expect(found.warnings.map(\.code) == [warning].compactMap(\.self))
        if result == .anything { return }
        #expect(found.problems.map(\.code) == [problemCode].compactMap(\.self))
        guard let finding = found.problems.first ?? found.warnings.first else { return }
        #expect(finding.stage == stage)
        #expect(finding.signal.map(signals.contains) ?? signals.isEmpty, "\(finding.signal ?? "no signal")")
        #expect(cause.map(finding.cause.contains) ?? true, "\(finding)")
        #expect(stderr.map(finding.stderr.contains) ?? true, "\(finding)")
        #expect(finding.subject.hasSuffix(subject ?? "(bad)"))
    }
}

/// What `gatehouse check --json` prints.
struct CheckReport {
    struct Module {
        let name: String
        let problems: [Finding]
        let warnings: [Finding]
    }

    struct Finding: Equatable {
        let code: String
        let subject: String
        let cause: String
        let cure: String
        let stage: String?
        let signal: String?
        let stderr: String
    }

    let problems: [Finding]
    let modules: [Module]

    init(_ text: String) throws {
        let json = try JSONValue(parsing: text)
        problems = try json.list("problems").map(Finding.init)
        modules = try json.list("modules").map { module in
            Module(
                name: try module.text("name"), problems: try module.list("problems").map(Finding.init),
                warnings: try module.list("warnings").map(Finding.init))
        }
    }
}

extension CheckReport.Finding {
    fileprivate init(_ json: JSONValue) throws {
        (code, subject) = (try json.text("code"), try json.text("subject"))
        (cause, cure) = (try json.text("cause"), try json.text("cure"))
        (stage, signal) = (try? json.text("stage"), try? json.text("signal"))
        stderr = (try? json.text("stderr")) ?? ""
    }
}

extension JSONValue {
    private func member(_ key: String) -> JSONValue? { if case .object(let object) = self { object[key] } else { nil } }

    fileprivate func text(_ key: String) throws -> String {
        guard case .string(let text)? = member(key) else { throw CheckReportError.noText(key, in: self.text) }
        return text
    }

    fileprivate func list(_ key: String) throws -> [JSONValue] {
        guard case .array(let list)? = member(key) else { throw CheckReportError.noList(key, in: self.text) }
        return list
    }
}

private enum CheckReportError: Error {
    case noText(String, in: String)
    case noList(String, in: String)
}
