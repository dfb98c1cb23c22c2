import JSONText
import MatrixCallbacks

/// The operations that ask callbacks, one for each callback of the catalogue.
enum CallOperations {
    static var all: [(path: String, method: String, operation: Operation)] {
        Catalogue.callbacks.map { ("/v1/call/\($0.category)/\($0.name)", "post", operation(of: $0)) }
    }

    private static func operation(of callback: Callback) -> Operation {
        var operation = Operation(
            id: "call.\(callback.fullName)", summary: "Ask \(callback.fullName).",
            parameters: [
                Operation.query("trail", "1 tells who was asked, and which rule held.", flag),
                Operation.query("follow", "1 asks the chain that Synapse asks next as well.", flag),
                Operation.query("deadline", "How much time the caller has left, 250ms or 10s.", duration),
                Operation.header("Gatehouse-Worker", "Which process of the homeserver asks.", ["type": "string"]),
            ],
            body: FieldSchema.arguments(of: callback), answer: Operation.json(FieldSchema.reference("Result")))
        operation.description = callback.asked
        operation.errors = Operation.bodyErrors
        if callback.takesCookies { operation.errors["404"] = "No module waits for this cookie." }
        return operation
    }

    private static let duration: JSONValue = ["type": "string", "pattern": "^([0-9]{1,7}ms|[0-9]{1,4}s)$"]

    private static let flag: JSONValue = ["type": "string", "enum": ["0", "1"]]
}

/// The operations of the protocol of synapse-http-antispam, under each of its paths.
enum AntispamOperations {
    static var all: [(path: String, method: String, operation: Operation)] {
        AntispamRoutes.paths.flatMap { path in
            (AntispamCall.names + ["ping"]).map { name in
                let path = path.replacing(":callback", with: name).replacing(":room", with: "{room}")
                return (path, "post", operation(name, path))
            }
        }
    }

    private static func operation(_ name: String, _ path: String) -> Operation {
        var operation = Operation(
            id: path.split(separator: "/").joined(separator: "."), summary: "synapse-http-antispam: \(name).",
            body: AntispamCall.schema(of: name), answer: Operation.json(["type": "object"]))
        if path.contains("{room}") { operation.parameters = [room] }
        operation.errors = Operation.bodyErrors
        operation.errors["403"] = "Refused, with `errcode` and what the client sees besides."
        operation.errors["default"] = "A module failed: `M_UNKNOWN`, or the status and code that it gave."
        return operation
    }

    private static let room: JSONValue = [
        "name": "room", "in": "path", "required": true, "description": "The management room; it is logged.",
        "schema": ["type": "string"],
    ]
}

extension AntispamCall {
    /// What the protocol sends for a callback. Members that it does not know do no harm.
    fileprivate static func schema(of name: String) -> JSONValue {
        guard let callback = callback(name) else {
            return ["type": "object", "additionalProperties": FieldSchema.reference("Value")]
        }
        var schema = FieldSchema.object(fields(of: name), optional: Set(unsaidNames(of: name)))
        schema = schema.mapValues { value in renamed(value, parameterNames(of: callback)) }
        return clientEvents(.object(schema))
    }

    /// Names that the protocol has for those of the catalogue, in `properties` and in `required`.
    private static func renamed(_ value: JSONValue, _ names: [String: String]) -> JSONValue {
        switch value {
        case .array(let items):
            return .array(
                items.map { if case .string(let name) = $0 { .string(names[name] ?? name) } else { $0 } })
        case .object(let members):
            return .object(
                members.members.reduce(into: JSONObject()) { $0[names[$1.key] ?? $1.key] = $1.value })
        default: return value
        }
    }

    /// Events come as clients see them.
    private static func clientEvents(_ schema: JSONValue) -> JSONValue {
        guard case .object(let object) = schema else { return schema }
        if schema == FieldSchema.reference(RecordType.event.name) { return FieldSchema.reference("ClientEvent") }
        return .object(object.mapValues(clientEvents))
    }
}
