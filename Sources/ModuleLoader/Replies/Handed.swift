package import CGatehouse
package import JSONText

/// What a module hands over, checked before it becomes a value. The boundary is hostile.
package enum Handed {
    package struct Refusal: Error {
        package let reason: String
        package init(reason: String) { self.reason = reason }
    }

    package static let limit = 16 << 20

    // - Safety: the contract says that text is `len` readable bytes; NULL and absurd lengths are refused here.

    /// Text, or nil where it is absent.
    package static func text(_ str: gh_str, _ what: String) throws(Refusal) -> String? {
        guard let start = unsafe str.ptr else { return nil }
        guard unsafe 0...limit ~= str.len else { throw Refusal(reason: "\(what) is over 16 MiB") }
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: str.len).assumingMemoryBound(to: UInt8.self)
        guard let text = unsafe try? UTF8Span(validating: bytes.span) else {
            throw Refusal(reason: "\(what) is no UTF-8")
        }
        return String(copying: text)
    }

    package static func required(_ str: gh_str, _ what: String) throws(Refusal) -> String {
        guard let text = try unsafe text(str, what) else { throw Refusal(reason: "\(what) is absent") }
        return text
    }

    /// Bytes of any kind, or nil where they are absent.
    package static func bytes(_ str: gh_str, _ what: String, atMost limit: Int = limit) throws(Refusal) -> [UInt8]? {
        guard let start = unsafe str.ptr else { return nil }
        guard unsafe 0...limit ~= str.len else { throw Refusal(reason: "\(what) is over \(limit) bytes") }
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: str.len))
    }

    /// A JSON object, or nil where it is absent.
    package static func object(_ json: gh_json, _ what: String) throws(Refusal) -> JSON? {
        guard let text = try unsafe text(json.text, what) else { return nil }
        let json: JSON
        do {
            json = try JSON(text)
        } catch {
            throw Refusal(reason: "\(what) is no JSON: \(error)")
        }
        guard json.text.utf8.first == UInt8(ascii: "{") else { throw Refusal(reason: "\(what) is no JSON object") }
        return json
    }

    /// A message for the log. Whatever it is, it is better than none: it is mended and cut, never refused. Of a length
    /// that no text may have, nothing is read.
    package static func message(_ str: gh_str) -> String {
        guard let start = unsafe str.ptr, unsafe 0...limit ~= str.len else { return "" }
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: min(str.len, 1 << 16))
        return unsafe String(decoding: bytes, as: UTF8.self)
    }

    /// Fields for the client's error body. Synapse docs: its error writer breaks on `code` and `msg`.
    static func fields(_ json: gh_json) throws(Refusal) -> JSON {
        guard let fields = try unsafe object(json, "the fields") else { return .noMembers }
        let forbidden = try? JSONDocument().parse(fields.text) { object in
            ["code", "msg"].first { object.member($0) != nil }
        }
        if let name = forbidden { throw Refusal(reason: "a field may not be named \(name)") }
        return fields
    }
}
