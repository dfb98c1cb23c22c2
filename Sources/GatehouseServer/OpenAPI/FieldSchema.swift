import JSONText
import MatrixCallbacks

/// The JSON schema of a callback's arguments, made from the catalogue.
enum FieldSchema {
    /// The arguments of a callback, and no others.
    static func arguments(of callback: Callback) -> JSONValue {
        var schema = object(callback.fields)
        schema["additionalProperties"] = false
        return .object(schema)
    }

    /// An object with these fields, and others that do no harm. Null says the same as not being there.
    static func object(_ fields: [Field], optional: Set<String> = []) -> JSONObject {
        let members = fields.filter(\.isMember)
        var properties = JSONObject()
        for field in members { properties[field.name] = schema(of: field) }
        let required = members.filter { !$0.isNullable && !optional.contains($0.name) }.map(\.name)
        return [
            "type": "object", "properties": .object(properties), "required": .array(required.map { .string($0) }),
            "additionalProperties": reference("Value"),
        ]
    }

    static func schema(of field: Field) -> JSONValue {
        field.isNullable ? ["anyOf": [["type": "null"], schema(of: field.type)]] : schema(of: field.type)
    }

    private static func schema(of type: FieldType) -> JSONValue {
        switch type {
        case .text: ["type": "string"]
        case .json, .ownText: reference("Value")
        case .flag: ["type": "boolean"]
        case .integer, .maybeInteger:
            ["type": "integer", "minimum": .integer(.min), "maximum": .integer(.max), "format": "int64"]
        case .cookie: ["type": "integer", "minimum": 0, "maximum": .integer(.max), "format": "int64"]
        case .record(let type): reference(type.name)
        case .records(let type, asTuples: false): ["type": "array", "items": reference(type.name)]
        case .records(let type, asTuples: true): ["type": "array", "items": tuple(type)]
        case .state: ["anyOf": [events, partOfState]]
        case .media: reference("Media")
        }
    }

    private static let events: JSONValue = ["type": "array", "items": reference(RecordType.event.name)]

    /// What `reads` covers of a room's state; what it does not cover is not known.
    private static let partOfState: JSONValue = [
        "type": "object", "required": ["reads", "events"],
        "properties": [
            "reads": ["type": "array", "items": read], "events": events,
            "call": number("The number by which the homeserver knows the rest of it."),
        ],
    ]

    /// What a caller knows something by that does not come along.
    static func number(_ description: String) -> JSONValue {
        [
            "type": "integer", "minimum": .integer(.min), "maximum": .integer(.max), "format": "int64",
            "description": .string(description),
        ]
    }

    private static let read: JSONValue = [
        "type": "object", "required": ["type"],
        "properties": ["type": ["type": "string"], "state_key": ["type": ["string", "null"]]],
    ]

    private static func tuple(_ type: RecordType) -> JSONValue {
        let count = JSONValue.integer(Int64(type.fields.count))
        return [
            "type": "array", "prefixItems": .array(type.fields.map(schema)), "items": false, "minItems": count,
            "maxItems": count,
        ]
    }

    static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

    /// The records that the callbacks of the catalogue take, by their names.
    static var records: [(String, JSONValue)] {
        var found: [String: RecordType] = [RecordType.event.name: .event]
        for callback in Catalogue.callbacks { collect(callback.fields, &found) }
        return found.sorted { $0.key < $1.key }.map { ($0, .object(object($1.fields))) }
    }

    private static func collect(_ fields: [Field], _ found: inout [String: RecordType]) {
        for field in fields {
            switch field.type {
            case .record(let type), .records(let type, asTuples: _):
                found[type.name] = type
                collect(type.fields, &found)
            default: break
            }
        }
    }
}
