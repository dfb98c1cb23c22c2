public import Gatehouse

/// A module's file, loaded as a host loads it, for its tests.
///
/// ```swift
/// let module = try TestedModule("build/doorkeeper.so", config: ["prefix": "@guest-"])
/// let call = try module.call(
///     "spam_checker.user_may_join_room",
///     ["user_id": "@guest-1:example.org", "room_id": "!room:example.org", "is_invited": false])
/// #expect(call.answer == .answered(.deny("M_FORBIDDEN", ["error": "You need an invite"])))
/// ```
///
/// The instance ends with the last copy of this value. A file that has been loaded stays in the process: what was built
/// anew under the same path is another module.
public struct TestedModule: Sendable {
    /// The host that it was loaded into, alone.
    public let host: TestedHost

    /// - Parameters:
    ///   - path: of the file; a relative one starts at the working folder.
    ///   - config: what the module is told.
    ///   - homeserver: what it may ask of the homeserver; with nil there is none.
    /// - Throws: everything that is wrong with the file and with its configuration. The subject of a refused setting
    ///   ends with its key path: `modules.0 (doorkeeper).config.prefix`.
    public init(
        _ path: String, config: JSONValue = [:], homeserver: (any Homeserver)? = nil
    ) throws(Problems) {
        let reference = path.contains("/") ? path : "./\(path)"
        let entry = ModuleEntry(reference, config: config, grants: Set(HostService.allCases))
        var configuration = Configuration(modules: [entry], allowWritablePaths: true)
        configuration.deadline = .seconds(600)
        host = try TestedHost(configuration, homeserver: homeserver)
    }

    /// What the module takes part in with this configuration, as `category.callback`, sorted.
    public var callbacks: [String] { host.gatehouse.instances.flatMap(\.callbacks) }

    /// Everything that the module and the host have logged so far.
    public var log: [LogLine] { host.log }

    /// Asks a callback. See ``TestedHost/call(_:_:)``.
    public func call(_ callback: String, _ arguments: JSONValue) throws(CallError) -> TestedCall {
        try host.call(callback, arguments)
    }

    /// Asks a callback, and suspends where the module answers late. It may take ten minutes: a slow machine is no failure of
    /// the module's.
    public func call(_ callback: String, _ arguments: JSONValue) async throws(CallError) -> TestedCall {
        try await host.call(callback, arguments)
    }
}
