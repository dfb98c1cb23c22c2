import JSONText

extension JSONDocument {
    /// Parses bytes that need not be UTF-8.
    func parse<Result>(
        bytes: [UInt8], isRepeated: Bool = false, _ body: (JSONNode) -> Result
    ) throws(JSONError) -> Result {
        // - Safety: the document copies the bytes in the call.
        let result = unsafe bytes.withUnsafeBytes { raw in
            Swift.Result { () throws(JSONError) in try unsafe parse(raw, isRepeated: isRepeated, body) }
        }
        return try result.get()
    }
}

extension JSONNode {
    /// This value as it stands in the text, as a value of its own.
    var slice: String { unsafe String(decoding: text, as: UTF8.self) }
}

/// Whether these bytes are JSON.
func isJSON(_ bytes: [UInt8]) -> Bool { (try? JSONDocument().parse(bytes: bytes) { _ in }) != nil }

func isJSON(_ text: String) -> Bool { isJSON(Array(text.utf8)) }

/// The string that a JSON string says.
func said(_ json: String) throws -> String? { try JSONDocument().parse(json) { $0.string } }

/// The same bytes: Swift's own `==` on strings takes "é" and "e\u{301}" for one.
func isSame(_ one: String?, _ other: String) -> Bool { one.map { Array($0.utf8) } == Array(other.utf8) }
