import JSONText
import ModuleLoader
import Testing

@testable import MatrixCallbacks

/// What became of arguments on their way into the C struct and out again.
struct RoundTrip {
    let problems: [String]
    let json: JSONValue
    /// The first word of the struct, where its size stands.
    let size: Int

    /// - Parameter room: how many bytes a module may read.
    init(_ name: String, _ arguments: JSONNode, room: Int? = nil) throws {
        let callback = try #require(Catalogue.callback(name), "there is no callback \(name)")
        let size = callback.callSize
        self = CallArguments.lend(size: room ?? size, known: size) { call in
            let problems = call.read(callback, from: arguments)
            // - Safety: the struct was made for this callback and lives in this closure.
            return unsafe RoundTrip(
                problems: problems.map(\.description),
                json: problems.isEmpty ? ArgumentWriter.json(callback, call.pointer.raw) : .null,
                size: call.pointer.raw.load(as: Int.self))
        }
    }

    private init(problems: [String], json: JSONValue, size: Int) {
        (self.problems, self.json, self.size) = (problems, json, size)
    }

    init(_ name: String, _ arguments: String) throws {
        self = try JSONDocument().parse(arguments) { node in Result { try RoundTrip(name, node) } }.get()
    }
}
