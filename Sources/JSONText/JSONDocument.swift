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
    private let view: UnsafeMutablePointer<cj_view>

    package init() {
        unsafe parser = cj_create()
        unsafe view = .allocate(capacity: 1)
    }

    deinit {
        unsafe cj_destroy(parser)
        unsafe view.deallocate()
    }

    /// Parses `text` and lends its value to `body`.
    ///
    /// Nodes are valid until `body` returns; what their bytes point to, until this is used again or goes away.
    ///
    /// - Parameter isRepeated: it may well be the last text once more, and is compared with that first.
    /// - Throws: what simdjson found wrong with it.
    package func parse<Result>(
        _ text: UnsafeRawBufferPointer, isRepeated: Bool = false, _ body: (JSONNode) -> Result
    ) throws(JSONError) -> Result {
        // - Safety: the parser copies `text` in this call; `view` points into the parser, which lives as long as this.
        let start = unsafe text.baseAddress?.assumingMemoryBound(to: CChar.self)
        let parse = unsafe isRepeated ? cj_parse_again : cj_parse
        if let problem = unsafe parse(parser, start, text.count, view) {
            throw JSONError(description: unsafe String(cString: problem))
        }
        return withExtendedLifetime(self) { unsafe body(JSONNode(view: view, index: 1)) }
    }

    /// Parses `text` and lends its value, or what is wrong with it, to `body`.
    ///
    /// - Parameter isPadded: as many bytes as the parser asks for are readable behind it, so that no copy is needed.
    func parse(_ text: UnsafeRawBufferPointer, isPadded: Bool, _ body: (Result<JSONNode, JSONError>) -> Void) {
        let start = unsafe text.baseAddress?.assumingMemoryBound(to: CChar.self)
        let parse = unsafe isPadded ? cj_parse_in_place : cj_parse
        if let problem = unsafe parse(parser, start, text.count, view) {
            return body(.failure(JSONError(description: unsafe String(cString: problem))))
        }
        withExtendedLifetime(self) { unsafe body(.success(JSONNode(view: view, index: 1))) }
    }

    package func parse<Result>(_ text: String, _ body: (JSONNode) -> Result) throws(JSONError) -> Result {
        var text = text
        let result = text.withUTF8 { bytes in
            Swift.Result { () throws(JSONError) in try unsafe parse(UnsafeRawBufferPointer(bytes), body) }
        }
        return try result.get()
    }
}
