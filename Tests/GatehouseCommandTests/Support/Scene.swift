import Foundation
import JSONText
import Testing

/// A folder with a configuration, in which the command line is run.
struct Scene {
    let folder: Folder

    /// With these modules, in this order. JSON is YAML too.
    init(_ modules: JSONValue...) throws {
        let path = ["modules", "test-modules"].map { "\(Tool.root)/build/\($0)" }
        for library in ["modules/house_rules.so", "test-modules/scripted.so"] {
            let file = "\(Tool.root)/build/\(library)"
            try #require(FileManager.default.fileExists(atPath: file), "run `make modules`: \(file)")
        }
        try self.init(
            yaml: """
                module_path: \(JSONValue.array(path.map { .string($0) }))
                allow_writable_paths: true
                modules: \(JSONValue.array(modules))

                """)
    }

    init(yaml: String) throws {
        folder = try Folder()
        try folder.write("gatehouse.yaml", yaml)
    }

    /// Runs `gatehouse` where the configuration lies.
    func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Ending {
        try Tool.run(arguments, in: folder.path, input: input, environment: environment)
    }
}

extension JSONValue {
    static let houseRules: JSONValue = ["module": "house_rules", "config": ["server": "orchard.test"]]

    /// The scripted module, which offers one callback and gives this answer.
    static func scripted(_ name: String, _ callback: String, _ answer: JSONValue) -> JSONValue {
        [
            "module": "scripted", "name": .string(name),
            "config": ["callback": .string(callback), "answer": answer],
        ]
    }

    subscript(member key: String) -> JSONValue? { if case .object(let object) = self { object[key] } else { nil } }

    var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
    var keys: [String] { if case .object(let object) = self { object.members.map(\.key) } else { [] } }
}
