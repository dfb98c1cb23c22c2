import CJSONText

/// Why a text is not JSON.
public struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String
}

/// JSON text, validated once: UTF-8, syntax, numbers within 64 bits.
///
/// Owns a copy of the text and may be used again for the next one. Not for two threads at once.
@safe package final class JSONDocument {
    private let parser: OpaquePointer?

    package init() { unsafe parser = cj_create() }

    deinit { unsafe cj_destroy(parser) }

    /// Parses `text` and lends its value to `body`.
    ///
    /// Nodes are valid until `body` returns; what their bytes point to, until this is used again or goes away.
    ///
    /// - Throws: what simdjson found wrong.
    package func parse<Result>(
        _ text: UnsafeRawBufferPointer, _ body: (JSONNode) -> Result
    ) throws(JSONError) -> Result {
        // - Safety: the parser copies `text` in this call; `view` points into the parser, which lives as long as this.
        var view = unsafe cj_view()
        let start = unsafe text.baseAddress?.assumingMemoryBound(to: CChar.self)
        if let problem = unsafe cj_parse(parser, start, text.count, &view) {
            throw JSONError(description: unsafe String(cString: problem))
        }
        return withExtendedLifetime(self) { unsafe body(JSONNode(view: view, index: 1)) }
    }

    package func parse<Result>(_ text: String, _ body: (JSONNode) -> Result) throws(JSONError) -> Result {
        var text = text
        let result = text.withUTF8 { bytes in
            Swift.Result { () throws(JSONError) in try unsafe parse(UnsafeRawBufferPointer(bytes), body) }
        }
        return try result.get()
    }

    package func parse<Result>(_ text: ArraySlice<UInt8>, _ body: (JSONNode) -> Result) throws(JSONError) -> Result {
        let result = unsafe text.withUnsafeBytes { bytes in
            Swift.Result { () throws(JSONError) in try unsafe parse(bytes, body) }
        }
        return try result.get()
    }
}
