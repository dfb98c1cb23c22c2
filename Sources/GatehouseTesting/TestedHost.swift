public import Gatehouse
import InMemoryLogging
import Logging

/// A host whose log is kept: for tests of several modules together, and of applications that embed Gatehouse.
///
/// ```swift
/// let host = try TestedHost(Configuration(modules: [ModuleEntry("build/one.so"), ModuleEntry("build/other.so")]))
/// let server = Server(gatehouse: host.gatehouse)
/// // ... what the server does with the modules' answers, and then:
/// #expect(host.log.filter { $0.level >= .warning } == [])
/// ```
public struct TestedHost: Sendable {
    /// What an application is given.
    public let gatehouse: Gatehouse
    private let handler: InMemoryLogHandler

    /// - Parameters:
    ///   - homeserver: what modules may ask of the homeserver, where they are granted it.
    ///   - store: where modules keep things; what they keep is forgotten unless another is given.
    /// - Throws: everything that is wrong with the configuration and its modules.
    public init(
        _ configuration: Configuration, homeserver: (any Homeserver)? = nil, store: any KeyValueStore = MemoryStore()
    ) throws(Problems) {
        var handler = InMemoryLogHandler()
        handler.logLevel = .trace
        self.handler = handler
        gatehouse = try Gatehouse(
            configuration, logger: Logger(label: "gatehouse") { [handler] _ in handler }, homeserver: homeserver,
            store: store)
    }

    /// Everything that the modules and the host have logged so far, of every level.
    public var log: [LogLine] { handler.entries.map(LogLine.init) }

    /// Asks the chain of a callback. Blocks where a module makes its caller wait: in a test that is `async`, the form below
    /// is taken, which does not.
    ///
    /// - Parameters:
    ///   - name: `spam_checker.user_may_invite`
    ///   - arguments: an object with the callback's parameters by their names.
    /// - Throws: `unknownCallback`; `badArguments` with all mistakes. What a module does wrong is no error but an answer.
    public func call(_ name: String, _ arguments: JSONValue) throws(CallError) -> TestedCall {
        let (callback, before) = (try Self.callback(name), handler.entries.count)
        let result = try ask(callback, arguments.text)
        return TestedCall(callback, result, log: handler.entries.dropFirst(before).map(LogLine.init))
    }

    /// As above, and suspends where a module makes its caller wait: for modules that use services, which need threads.
    public func call(_ name: String, _ arguments: JSONValue) async throws(CallError) -> TestedCall {
        let (callback, before) = (try Self.callback(name), handler.entries.count)
        let result = try await gatehouse.call(name, arguments: arguments.text, traced: true)
        return TestedCall(callback, result, log: handler.entries.dropFirst(before).map(LogLine.init))
    }

    private static func callback(_ name: String) throws(CallError) -> Callback {
        if let callback = Catalogue.callback(name) { return callback }
        let known = Catalogue.callbacks.map(\.fullName)
        throw .unknownCallback(name, didYouMean: NearMiss.closest(to: name, among: known))
    }

    private func ask(_ callback: Callback, _ arguments: String) throws(CallError) -> CallResult {
        let asked: Result<CallResult, CallError>
        do {
            asked = try JSONDocument().parse(arguments) { node in
                Result { () throws(CallError) in try gatehouse.call(callback, arguments: node, traced: true) }
            }
        } catch {
            throw .badArguments([ArgumentProblem(path: "", cause: "they are not JSON: \(error)")])
        }
        return try asked.get()
    }
}
