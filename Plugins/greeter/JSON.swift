import CGatehouse

/// A JSON value: a slice of somebody's text, that must not outlive it.
struct JSON {
    let value: gh_json
    let functions: UnsafePointer<gh_json_functions>

    var isObject: Bool { gh_json_is_object(value) != 0 }
    var isArray: Bool { gh_json_is_array(value) != 0 }
    var isTrue: Bool { gh_json_is_true(value) != 0 }

    /// Has the array or the object no members?
    var isEmpty: Bool {
        var cursor: UInt64 = 0
        var member = gh_json()
        return functions.pointee.next(value, &cursor, nil, &member) != GH_FOUND
    }

    /// The value at a JSON pointer.
    subscript(pointer: StaticString) -> JSON? {
        var found = gh_json()
        guard functions.pointee.get(value, text(pointer), &found) == GH_FOUND else { return nil }
        return JSON(value: found, functions: functions)
    }

    /// The text, where this is a string.
    var string: String? {
        guard gh_json_is_string(value) != 0 else { return nil }
        // No escape is shorter than what it stands for.
        return JSON.written(atMost: value.text.len) { functions.pointee.unescape(value, $0, $1, $2) }
    }

    /// Calls `body` with the key and the value of each member; the elements of an array have no keys.
    func forEach(_ body: (_ key: JSON, _ value: JSON) -> Void) {
        var cursor: UInt64 = 0
        var (key, member) = (gh_json(), gh_json())
        while functions.pointee.next(value, &cursor, &key, &member) == GH_FOUND {
            body(JSON(value: key, functions: functions), JSON(value: member, functions: functions))
        }
    }

    /// A text as a JSON string.
    static func quote(_ text: String, _ functions: UnsafePointer<gh_json_functions>) throws -> String {
        // No character takes more than \u and four digits.
        let quoted = text.lend { text in
            written(atMost: 6 * text.len + 2) { functions.pointee.quote(text, $0, $1, $2) }
        }
        guard let quoted else { throw Failure(message: "the text cannot be written as JSON") }
        return quoted
    }

    private typealias Write = (UnsafeMutablePointer<CChar>?, Int, UnsafeMutablePointer<Int>) -> gh_found

    private static func written(atMost capacity: Int, _ write: Write) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
            var length = 0
            guard write(buffer.baseAddress, capacity, &length) == GH_FOUND else { return nil }
            return String(decoding: UnsafeRawBufferPointer(start: buffer.baseAddress, count: length), as: UTF8.self)
        }
    }
}
