import Foundation
import GatehouseTesting

/// The modules that `make modules` builds.
enum Built {
    static let folder =
        URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/build"

    static func module(_ name: String, _ config: JSONValue) throws -> TestedModule {
        try TestedModule("\(folder)/modules/\(name).so", config: config)
    }

    /// Answers one callback, always the same.
    static func scripted(_ callback: String, _ answer: JSONValue) throws -> TestedModule {
        try TestedModule(
            "\(folder)/test-modules/scripted.so", config: ["callback": .string(callback), "answer": answer])
    }
}
