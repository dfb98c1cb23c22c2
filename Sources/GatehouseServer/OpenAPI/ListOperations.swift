import JSONText

/// The operations that tell what the server has and does.
enum ListOperations {
    static var all: [(path: String, method: String, operation: Operation)] {
        [
            list("callbacks", "The callbacks that this server knows."),
            list("modules", "The modules, in the order of the chains."),
            list("chains", "Who is asked for each callback, and by which rules."),
            list("web", "The paths that modules answer for clients.", items: "string"),
            ("/v1/decisions", "get", decisions),
            state("healthz", "Is the process alive?", errors: [:]),
            state("readyz", "Does the server take calls?", errors: ["503": "It is about to stop."]),
            ("/metrics", "get", metrics),
            ("/openapi.json", "get", document),
        ]
    }

    private static func list(
        _ name: String, _ summary: String, items: JSONValue = "object"
    ) -> (String, String, Operation) {
        let schema: JSONValue = ["type": "array", "items": ["type": items]]
        let operation = Operation(id: name, summary: summary, answer: Operation.json(schema))
        return ("/v1/\(name)", "get", operation)
    }

    private static func state(
        _ name: String, _ summary: String, errors: [String: String]
    ) -> (String, String, Operation) {
        let schema: JSONValue = [
            "type": "object", "required": ["status"], "properties": ["status": ["type": "string"]],
        ]
        let operation = Operation(id: name, summary: summary, answer: Operation.json(schema), errors: errors)
        return ("/\(name)", "get", operation)
    }

    private static let decisions = Operation(
        id: "decisions", summary: "What was refused or failed lately, the newest first.",
        parameters: [
            Operation.query("user", "Only what names this user.", ["type": "string"]),
            Operation.query("room", "Only what names this room.", ["type": "string"]),
            Operation.query("module", "Only what this module decided.", ["type": "string"]),
            Operation.query("since", "From this time on, in milliseconds since 1970.", time),
            Operation.query("until", "Before this time, in milliseconds since 1970.", time),
            Operation.query(
                "limit", "The newest so many.",
                ["type": "integer", "minimum": 1, "maximum": .integer(Int64(DecisionStore.capacity)), "default": 100]),
        ],
        answer: Operation.json(["type": "array", "items": FieldSchema.reference("Decision")]),
        errors: ["400": "A parameter is wrong."])

    private static let time: JSONValue = ["type": "integer", "minimum": 0, "maximum": .integer(1 << 53)]

    private static let metrics = Operation(
        id: "metrics", summary: "The metrics in the text format of Prometheus.",
        answer: ["text/plain": ["schema": ["type": "string"]]])

    private static let document = Operation(
        id: "openapi", summary: "This document.", answer: Operation.json(["type": "object"]))
}
