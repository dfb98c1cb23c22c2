import Gatehouse
import JSONText
import MatrixCallbacks

/// What the server answers, told for machines. The callbacks in it are those of the catalogue.
enum OpenAPIDocument {
    /// - Parameter hasToken: callers have to show one.
    static func json(hasToken: Bool) -> JSONValue {
        var document: JSONObject = [
            "openapi": "3.1.0",
            "info": [
                "title": "Gatehouse", "version": .string(Gatehouse.version),
                "description": "Compiled modules decide for a Matrix homeserver. Paths of modules are not told here.",
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "paths": .object(paths),
        ]
        var components: JSONObject = ["schemas": .object(schemas)]
        if hasToken {
            components["securitySchemes"] = ["bearer": ["type": "http", "scheme": "bearer"]]
            document["security"] = [["bearer": []]]
        }
        document["components"] = .object(components)
        return .object(document)
    }

    private static var paths: JSONObject {
        let all = CallOperations.all + ListOperations.all + AntispamOperations.all
        return all.reduce(into: JSONObject()) { paths, entry in
            paths[entry.path] = [entry.method: entry.operation.json]
        }
    }

    private static var schemas: JSONObject {
        var schemas = fixed
        for (name, schema) in FieldSchema.records { schemas[name] = schema }
        schemas["ClientEvent"] = .object(
            FieldSchema.object(RecordType.event.fields, optional: ["room_version", "local"]))
        return schemas
    }

    private static let fixed: JSONObject = [
        "Value": [
            "description": "Any JSON value; whole numbers have at most 64 bits.",
            "anyOf": [
                ["type": ["null", "boolean", "string"]],
                ["type": "number", "minimum": .integer(.min), "maximum": .bigInteger(.max)],
                ["type": "array", "items": FieldSchema.reference("Value")],
                ["type": "object", "additionalProperties": FieldSchema.reference("Value")],
            ],
        ],
        "Media": [
            "description": "A file's bytes, or how many there are and where they may be had.", "type": "object",
            "anyOf": [["required": ["base64"]], ["required": ["size"]]],
            "properties": [
                "base64": ["type": "string", "contentEncoding": "base64", "pattern": base64],
                "size": ["type": "integer", "minimum": 0, "maximum": .integer(.max), "format": "int64"],
                "path": ["type": "string", "description": "Where it lies; opened below `media_folder` alone."],
                "call": FieldSchema.number("The number by which the homeserver knows the file."),
            ],
        ],
        "Error": [
            "type": "object", "required": ["errcode"],
            "properties": ["errcode": ["type": "string"], "error": ["type": "string"]],
        ],
        "Result": result, "Decision": decision,
    ]

    private static let base64: JSONValue =
        "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"

    /// What stands beside these follows from the callback's kind of answer.
    private static let result: JSONValue = [
        "type": "object", "required": ["outcome", "decided_by"],
        "properties": [
            "outcome": ["enum": ["next", "answered", "failed", "cancelled"]],
            "decided_by": ["type": ["string", "null"]],
            "trail": ["type": "array", "items": ["type": "object"]], "held": ["type": "string"],
        ],
    ]

    private static let decision: JSONValue = [
        "type": "object",
        "required": ["ts", "request_id", "callback", "outcome", "module", "reason", "users", "rooms", "result"],
        "properties": [
            "ts": ["type": "integer"], "request_id": ["type": "string"], "callback": ["type": "string"],
            "outcome": ["enum": ["refused", "failed"]], "module": ["type": "string"], "reason": ["type": "string"],
            "users": ["type": "array", "items": ["type": "string"]],
            "rooms": ["type": "array", "items": ["type": "string"]], "result": FieldSchema.reference("Result"),
        ],
    ]
}
