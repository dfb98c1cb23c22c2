import Foundation
import Testing

@testable import ModuleLoader

struct ChildProcessTests {
    private func run(_ script: String, variables: [String: String] = [:], input: String = "") throws
        -> ChildProcess.Result
    {
        try ChildProcess.run(
            ["/bin/sh", "-c", script], variables: variables, input: input, timeout: .seconds(60))
    }

    @Test func `what a child writes to descriptor 3 is its report, and the end of its errors is kept`() throws {
        let result = try run("cat >&3; echo lost; echo last words >&2", input: "what it is asked")
        #expect(result.end == .exited(0))
        #expect(result.report == "what it is asked")
        #expect(result.lastWords == "last words\n")
    }

    @Test func `exit codes and signals are told apart`() throws {
        #expect(try run("exit 7").end == .exited(7))
        #expect(try run("kill -SEGV $$").end == .signalled("SIGSEGV"))
    }

    @Test func `a child whose time is up is killed, and what it said until then is kept`() throws {
        let result = try ChildProcess.run(
            ["/bin/sh", "-c", "trap '' TERM; echo here >&3; sleep 600"], timeout: .milliseconds(500))
        #expect(result.end == .timedOut)
        #expect(["", "here\n"].contains(result.report))
    }

    @Test func `a program that is not there is an error`() {
        #expect(throws: ChildError.self) { try ChildProcess.run(["/nowhere"], timeout: .seconds(60)) }
    }

    @Test func `variables take the place of those of the same names`() throws {
        let result = try run("cat /proc/$$/environ >&3", variables: ["PATH": "/usr/bin:/bin", "NEW": "1"])
        let variables = result.report.split(separator: "\0")
        #expect(variables.filter { $0.hasPrefix("PATH=") } == ["PATH=/usr/bin:/bin"])
        #expect(variables.contains("NEW=1"))
        let home = ProcessInfo.processInfo.environment["HOME"].map { "HOME=\($0)" }
        #expect(home.map { variables.contains(Substring($0)) } ?? true)
    }

    @Test(.timeLimit(.minutes(1)))
    func `what a child leaves behind in another session is ended with it`() async throws {
        let daemon = #"setsid sh -c "sleep 600 >/dev/null & echo \$!""#
        let result = try run("echo $(\(daemon)) >&3")
        let process = try #require(Int32(result.report.dropLast()))
        while isRunning(process) { try await Task.sleep(for: .milliseconds(1)) }
    }

    /// Whoever has ended and was not waited for is still listed, as a zombie.
    private func isRunning(_ process: Int32) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
        return status.split(separator: ")").last?.hasPrefix(" Z") == false
    }
}
