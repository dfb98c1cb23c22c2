extension JSONValue {
    /// Reads JSON text.
    ///
    /// - Throws: `JSONError` for what is no JSON, or holds a whole number beyond 64 bits.
    public init(parsing text: String) throws(JSONError) {
        self = try JSONDocument().parse(text) { JSONValue($0) }
    }

    /// Where a key occurs twice, the last one counts, as in Python.
    package init(_ node: JSONNode) {
        switch node.kind {
        case .null: self = .null
        case .bool: self = .bool(node.bool ?? false)
        case .integer: self = .integer(node.integer ?? 0)
        case .number: self = .number(node.double ?? 0)
        case .string: self = .string(node.string ?? "")
        case .bigInteger: self = .bigInteger(node.bigInteger ?? 0)
        case .array: self = Self.array(of: node)
        case .object: self = Self.object(of: node)
        }
    }

    private static func array(of node: JSONNode) -> JSONValue {
        var elements: [JSONValue] = []
        var element = node.firstChild
        while let value = element {
            elements.append(JSONValue(value))
            element = value.next
        }
        return .array(elements)
    }

    private static func object(of node: JSONNode) -> JSONValue {
        var object = JSONObject()
        var key = node.firstChild
        while let name = key, let value = name.next {
            object[name.string ?? ""] = JSONValue(value)
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
