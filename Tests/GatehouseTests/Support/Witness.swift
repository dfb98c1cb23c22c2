import Foundation
import Gatehouse
import Testing

/// A file into which the witness module writes the calls that it gets.
final class Witness: Sendable {
    let path: String

    init() { path = FileManager.default.temporaryDirectory.path + "/gatehouse-\(UUID().uuidString).txt" }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The module that writes into it.
    var module: ModuleEntry { .witness(path) }

    /// The same, which also takes part in callbacks that one module alone may have.
    var wholeModule: ModuleEntry { ModuleEntry("witness", config: ["file": .string(path), "legacy": true]) }

    /// The calls so far, a line each.
    var calls: [String] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    /// The line that a call should be.
    static func line(_ name: String, _ arguments: JSONValue) throws -> String {
        let callback = try #require(Catalogue.callback(name))
        return name + fields(callback.fields, arguments)
    }

    private static func fields(_ fields: [Field], _ record: JSONValue) -> String {
        fields.map { " \($0.nameInC)=\(words($0.type, record.member($0.name), of: record))" }.joined()
    }

    private static func words(_ type: FieldType, _ value: JSONValue, of record: JSONValue) -> String {
        switch (type, value) {
        case (.ownText, _): record.without("event_id", "room_version", "local", "internal_metadata").text
        case (.media, _): "{ bytes=<ABCDEFG> path=- }"
        case (_, .null): "-"
        case (.text, .string(let text)): "<\(text)>"
        case (.flag, .bool(let flag)): flag ? "yes" : "no"
        case (.record(let type), _): "{" + fields(type.fields, value) + " }"
        case (.records(let type, let asTuples), .array(let items)):
            list(items.map { "{" + fields(type.fields, asTuples ? $0.named(type.fields) : $0) + " }" })
        case (.state, .array(let events)): list(events.map { "{" + fields(RecordType.event.fields, $0) + " }" })
        default: value.text
        }
    }

    private static func list(_ items: [String]) -> String { "[" + items.map { " " + $0 }.joined() + " ]" }
}

extension JSONValue {
    func member(_ name: String) -> JSONValue {
        if case .object(let object) = self { object[name] ?? .null } else { .null }
    }

    fileprivate func without(_ names: String...) -> JSONValue {
        guard case .object(var object) = self else { return self }
        for name in names { object[name] = nil }
        return .object(object)
    }

    /// The values of a list as members with these names.
    fileprivate func named(_ fields: [Field]) -> JSONValue {
        guard case .array(let values) = self else { return self }
        var object = JSONObject()
        for (field, value) in zip(fields, values) { object[field.name] = value }
        return .object(object)
    }
}
