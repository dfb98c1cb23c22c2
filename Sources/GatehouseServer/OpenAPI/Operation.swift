import JSONText

/// One operation of the OpenAPI document.
struct Operation {
    let id: String
    let summary: String
    var parameters: [JSONValue] = []
    /// The schema of the body that it takes.
    var body: JSONValue?
    /// What comes with 200, by media type.
    var answer: JSONObject
    /// Errors by their status.
    var errors: [String: String] = [:]
    var description: String?

    var json: JSONValue {
        var object: JSONObject = [
            "operationId": .string(id), "summary": .string(summary), "responses": .object(responses),
        ]
        object["description"] = description.map { .string($0) }
        if !parameters.isEmpty { object["parameters"] = .array(parameters) }
        if let body {
            object["requestBody"] = ["required": true, "content": ["application/json": ["schema": body]]]
        }
        return .object(object)
    }

    private var responses: JSONObject {
        var responses: JSONObject = ["200": ["description": "The answer.", "content": .object(answer)]]
        for (status, text) in errors.sorted(by: { $0.key < $1.key }) {
            responses[status] = [
                "description": .string(text),
                "content": ["application/json": ["schema": FieldSchema.reference("Error")]],
            ]
        }
        return responses
    }

    static func json(_ schema: JSONValue) -> JSONObject { ["application/json": ["schema": schema]] }

    static func query(_ name: String, _ text: String, _ schema: JSONValue) -> JSONValue {
        ["name": .string(name), "in": "query", "description": .string(text), "schema": schema]
    }

    static func header(_ name: String, _ text: String, _ schema: JSONValue) -> JSONValue {
        ["name": .string(name), "in": "header", "description": .string(text), "schema": schema]
    }

    /// What every operation with a body may answer.
    static let bodyErrors = [
        "400": "The arguments are wrong, and each problem comes with its key path; or the body did not come whole.",
        "413": "The body is longer than the server takes.",
        "503": "The server is about to stop, or has too much to do; `Retry-After` says when to come again.",
    ]
}
