import JSONText
import Testing

/// Callbacks of bad modules, asked by `gatehouse call`: each in a process of its own.
struct BadModuleCallTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let module: BadModule
        let call: BadModule.Call

        var testDescription: String { "\(module.testDescription) (\(call.callback))" }
    }

    private static let cases = BadModule.all.flatMap { module in module.calls.map { Case(module: module, call: $0) } }

    @Test(arguments: cases)
    func `the outcome is that of the callback's rules, unless the module ends the process`(bad: Case) throws {
        let run = try GatehouseProcess(
            ["call", bad.call.callback, "--arguments", bad.call.arguments],
            modules: [bad.module.entry("bad"), BadModule.good])
        if !bad.call.signals.isEmpty {
            #expect(run.signal.map(bad.call.signals.contains) ?? false, "\(run)")
        } else if let exitCode = bad.call.exitCode {
            #expect(run.exitCode.map(Int64.init) == exitCode, "\(run)")
        } else if bad.call.outcome != nil {
            #expect(bad.call.differences(from: try JSONValue(parsing: run.output)) == [])
            let note = bad.call.note.map { run.errors.contains("bad: ") && run.errors.contains($0) }
            #expect(note ?? true, "\(run.errors)")
            #expect(bad.call.log.map(run.errors.contains) ?? true, "\(run.errors)")
        }
    }
}
