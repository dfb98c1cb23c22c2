extension JSONValue {
    /// Reads JSON text.
    ///
    /// - Throws: `JSONError` for what is no JSON, or holds a whole number beyond 64 bits with sign.
    public init(parsing text: String) throws(JSONError) {
        let value = try JSONDocument().parse(text) { node in
            Result { () throws(JSONError) in try JSONValue(node) }
        }
        self = try value.get()
    }

    /// Where a key occurs twice, the last one counts, as in Python.
    package init(_ node: JSONNode) throws(JSONError) {
        switch node.kind {
        case .null: self = .null
        case .bool: self = .bool(node.bool ?? false)
        case .integer: self = .integer(node.integer ?? 0)
        case .number: self = .number(node.double ?? 0)
        case .string: self = .string(node.string ?? "")
        case .bigInteger: throw JSONError(description: "a number is beyond 64 bits")
        case .array: self = try Self.array(of: node)
        case .object: self = try Self.object(of: node)
        }
    }

    private static func array(of node: JSONNode) throws(JSONError) -> JSONValue {
        var elements: [JSONValue] = []
        var element = node.firstChild
        while let value = element {
            elements.append(try JSONValue(value))
            element = value.next
        }
        return .array(elements)
    }

    private static func object(of node: JSONNode) throws(JSONError) -> JSONValue {
        var object = JSONObject()
        var key = node.firstChild
        while let name = key, let value = name.next {
            object[name.string ?? ""] = try JSONValue(value)
            key = value.next
        }
        return .object(object)
    }
}

extension JSONValue: CustomStringConvertible {
    /// JSON text on one line, members in their order.
    public var text: String {
        var writer = JSONWriter()
        writer.value(self)
        return writer.text
    }

    public var description: String { text }
}
