import Gatehouse
import Testing

/// Callbacks that take no number below one: with a batch of none, Synapse counts an update as done that has not begun.
struct LeastNumberTests {
    private static let sizes = ["default_batch_size", "min_batch_size"].map { "background_update_controller.\($0)" }
    private static let update = #"{"update_name": "u", "database_name": "master"}"#

    /// - Parameter isPrompt: it is asked on the caller's thread, else on another.
    private func ask(_ name: String, isPrompt: Bool, _ number: Int64) async throws -> CallResult {
        var module = SwiftModule("sizes", isPrompt: isPrompt)
        module.on("background_update_controller.on_update") { _ in .next }
        module.on(name) { _ in .answer(.number(number)) }
        var builder = Gatehouse.Builder(Configuration(modules: [ModuleEntry(builtin: "sizes")]))
        try builder.register(module: module)
        let host = try await builder.load()
        defer { host.shutDown() }
        return try await host.call(name, arguments: Self.update, traced: true)
    }

    @Test(arguments: sizes, [0, -5, .min] as [Int64])
    func `a batch of less than one item is an invalid answer`(name: String, number: Int64) async throws {
        for isPrompt in [true, false] {
            let result = try await ask(name, isPrompt: isPrompt, number)
            #expect(result.outcome == .failed(.plain("invalid answer: \(number) is less than 1")))
            #expect(result.held == .invalidAnswer(.fail))
            #expect(result.trail?.map(\.outcome) == ["invalid"])
        }
    }

    @Test(arguments: sizes) func `a batch of one item is an answer`(name: String) async throws {
        for isPrompt in [true, false] {
            #expect(try await ask(name, isPrompt: isPrompt, 1).outcome == .answered(.number(1)))
        }
    }
}
