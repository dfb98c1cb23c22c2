package import CGatehouse
import CJSONText
import JSONText

/// The JSON functions that modules call (`json.h`). Any thread, any time.
@safe enum JSONFunctions {
    // - Safety: written once, before any module is called, and only read after that.
    nonisolated(unsafe) static let table: UnsafePointer<gh_json_functions> = {
        let table = UnsafeMutablePointer<gh_json_functions>.allocate(capacity: 1)
        unsafe table.initialize(
            to: gh_json_functions(
                size: MemoryLayout<gh_json_functions>.size, get: get, unescape: unescape, quote: quote,
                integer: integer, next: next))
        return unsafe UnsafePointer(table)
    }()

    private static let get: @convention(c) (gh_json, gh_str, UnsafeMutablePointer<gh_json>?) -> gh_found = {
        json, pointer, value in
        unsafe parsed(json) { root in
            guard let path = try? unsafe Handed.text(pointer, "the pointer") ?? "", let value = unsafe value,
                let steps = JSONPointer(path)
            else { return Found.unreachable }
            guard let node = steps.resolve(in: root) else { return Found.absent }
            unsafe value.pointee = slice(node, of: json)
            return Found.found
        }
    }

    private static let unescape:
        @convention(c) (gh_json, UnsafeMutablePointer<CChar>?, Int, UnsafeMutablePointer<Int>?) -> gh_found = {
            json, buffer, capacity, needed in
            unsafe parsed(json) { root in
                guard let bytes = unsafe root.bytes else { return Found.absent }
                return unsafe copy(UnsafeRawBufferPointer(bytes), buffer, capacity, needed)
            }
        }

    private static let quote:
        @convention(c) (gh_str, UnsafeMutablePointer<CChar>?, Int, UnsafeMutablePointer<Int>?) -> gh_found = {
            text, buffer, capacity, needed in
            guard let text = try? unsafe Handed.required(text, "the text") else { return Found.unreachable }
            var writer = JSONWriter()
            writer.string(text)
            var quoted = writer.text
            return quoted.withUTF8 { unsafe copy(UnsafeRawBufferPointer($0), buffer, capacity, needed) }
        }

    private static let integer: @convention(c) (gh_json, UnsafeMutablePointer<Int64>?) -> gh_found = { json, value in
        unsafe parsed(json) { root in
            guard let value = unsafe value else { return Found.unreachable }
            guard let integer = root.integer else { return Found.absent }
            unsafe value.pointee = integer
            return Found.found
        }
    }

    /// The cursor is an offset into the container. The first step validates the whole, the others go on from there.
    private static let next:
        @convention(c) (
            gh_json, UnsafeMutablePointer<UInt64>?, UnsafeMutablePointer<gh_json>?, UnsafeMutablePointer<gh_json>?
        ) -> gh_found = { json, cursor, key, value in
            guard let cursor = unsafe cursor, let value = unsafe value, let start = unsafe json.text.ptr else {
                return Found.unreachable
            }
            let isValid = unsafe cursor.pointee != 0 || parsed(json) { _ in Found.found } == Found.found
            guard isValid, unsafe 0...Handed.limit ~= json.text.len else { return Found.unreachable }
            var (name, item) = (cj_slice(), cj_slice())
            switch unsafe cj_next(start, json.text.len, cursor, &name, &item) {
            case 1:
                unsafe key?.pointee = name.length == 0 ? gh_json() : slice(name, of: json)
                unsafe value.pointee = slice(item, of: json)
                return Found.found
            case 0: return Found.absent
            default: return Found.unreachable
            }
        }
}

extension JSONFunctions {
    /// Parses with this thread's document: no memory that anybody would have to free.
    // - Safety: the contract says that `json.text` is readable; nodes do not leave `body`.
    private static func parsed(_ json: gh_json, _ body: (JSONNode) -> gh_found) -> gh_found {
        guard let start = unsafe json.text.ptr, unsafe 0...Handed.limit ~= json.text.len else {
            return Found.unreachable
        }
        let text = unsafe UnsafeRawBufferPointer(start: start, count: json.text.len)
        return documents.borrow(for: text.count) { document in
            (try? unsafe document.parse(text, isRepeated: true, body)) ?? Found.unreachable
        }
    }

    private static let documents = ThreadDocument()

    /// Where a node of the copy stands in the module's own text.
    private static func slice(_ node: JSONNode, of json: gh_json) -> gh_json {
        let range = node.range
        return unsafe gh_json(text: gh_str(ptr: json.text.ptr + range.lowerBound, len: range.count))
    }

    private static func slice(_ slice: cj_slice, of json: gh_json) -> gh_json {
        unsafe gh_json(text: gh_str(ptr: json.text.ptr + slice.start, len: slice.length))
    }

    private static func copy(
        _ bytes: UnsafeRawBufferPointer, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: Int,
        _ needed: UnsafeMutablePointer<Int>?
    ) -> gh_found {
        unsafe needed?.pointee = bytes.count
        guard bytes.count > 0 else { return Found.found }
        guard let buffer = unsafe buffer, bytes.count <= capacity else { return Found.tooSmall }
        unsafe UnsafeMutableRawPointer(buffer).copyMemory(
            from: bytes.baseAddress.unsafelyUnwrapped, byteCount: bytes.count)
        return Found.found
    }
}

/// The values of `gh_found`.
package enum Found {
    package static let found: gh_found = 1
    package static let absent: gh_found = 2
    package static let unreachable: gh_found = 3
    package static let wouldBlock: gh_found = 4
    package static let tooSmall: gh_found = 5
}
