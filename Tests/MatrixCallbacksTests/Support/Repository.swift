import Foundation
import JSONText

/// The checkout that these tests stand in.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static func text(_ path: String) throws -> String {
        try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
    }

    static func json(_ path: String) throws -> JSONValue { try JSONValue(parsing: text(path)) }

    /// All files below a folder whose names end so, by their paths from the root, sorted.
    static func files(in folder: String, ending endings: [String]) -> [String] {
        let all = FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.compactMap { $0 as? String } ?? []
        return all.filter { path in endings.contains { path.hasSuffix($0) } }.map { "\(folder)/\($0)" }.sorted()
    }
}

extension JSONValue {
    subscript(_ key: String) -> JSONValue? { if case .object(let object) = self { object[key] } else { nil } }

    var string: String? { if case .string(let string) = self { string } else { nil } }
    var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
}
