import CJSONText
import Glibc

/// A value in a parsed text. Valid in the closure that `JSONDocument.parse` lends it to.
///
/// Small, because whoever reads arguments makes some hundred of them a call.
@safe package struct JSONNode {
    package enum Kind { case object, array, string, integer, bigInteger, number, bool, null }

    /// The document's; nodes are copied often, and so they are small.
    private let place: UnsafePointer<cj_view>
    private let index: UInt32

    init(view: UnsafePointer<cj_view>, index: UInt32) {
        unsafe place = view
        self.index = index
    }

    // - Safety: all that follows reads the tape that the document laid, and only at nodes that the tape itself led to.

    private var view: cj_view { unsafe place.pointee }

    package var kind: Kind {
        switch unsafe cj_kind(view, index) {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "l"): .integer
        case UInt8(ascii: "u"): .bigInteger
        case UInt8(ascii: "d"): .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
        default: .null
        }
    }

    /// The unescaped text of a string, NUL-free or not. Lone surrogates have become U+FFFD.
    package var bytes: UnsafeBufferPointer<UInt8>? {
        guard kind == .string else { return nil }
        var length = 0
        let start = unsafe cj_string(view, index, &length)
        return unsafe UnsafeBufferPointer(
            start: UnsafeRawPointer(start)?.assumingMemoryBound(to: UInt8.self), count: length)
    }

    package var string: String? { unsafe bytes.map { unsafe String(decoding: $0, as: UTF8.self) } }

    package var integer: Int64? {
        kind == .integer ? unsafe cj_integer(view, index) : nil
    }

    package var bigInteger: UInt64? {
        kind == .bigInteger ? unsafe UInt64(bitPattern: cj_integer(view, index)) : nil
    }

    package var double: Double? {
        kind == .number ? unsafe cj_double(view, index) : nil
    }

    package var bool: Bool? {
        kind == .bool ? unsafe cj_kind(view, index) == UInt8(ascii: "t") : nil
    }

    /// This value as it stands in the text.
    package var text: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(rebasing: wholeText[range]) }

    /// Where this value stands in the text, in bytes.
    package var range: Range<Int> { start..<end }

    package var start: Int { unsafe Int(view.offsets[Int(index)]) }

    /// Behind its last byte. Of containers it is known, of strings and numbers it is looked for.
    package var end: Int { unsafe cj_end(view, index) }

    package var wholeText: UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(start: view.text, count: view.length)
    }
}

/// The children of a node, in the order of the text.
extension JSONNode {
    /// The first child of a container: in objects a key, whose value follows it. Nil: it is empty, or no container.
    package var firstChild: JSONNode? { kind == .object || kind == .array ? node(index + 1) : nil }

    /// What stands behind this node in the same container. Nil: nothing.
    package var next: JSONNode? { unsafe node(cj_after(view, index)) }

    private func node(_ index: UInt32) -> JSONNode? {
        let kind = unsafe cj_kind(view, index)
        let ends = kind == UInt8(ascii: "}") || kind == UInt8(ascii: "]") || kind == UInt8(ascii: "r")
        return ends ? nil : unsafe JSONNode(view: place, index: index)
    }

    /// Calls `body` with each key and value of an object; a key may occur twice.
    package func forEachMember(_ body: (_ key: JSONNode, _ value: JSONNode) -> Void) {
        guard kind == .object else { return }
        var key = firstChild
        while let name = key, let value = name.next {
            body(name, value)
            key = value.next
        }
    }

    package func forEachElement(_ body: (JSONNode) -> Void) {
        guard kind == .array else { return }
        var element = firstChild
        while let value = element {
            body(value)
            element = value.next
        }
    }

    /// The member of this name; the last one, as in Python, where a key occurs twice.
    package func member(_ name: String) -> JSONNode? {
        var found: JSONNode?
        forEachMember { key, value in if key.isText(name) { found = value } }
        return found
    }

    package func isText(_ text: StaticString) -> Bool {
        unsafe isText(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    package func isText(_ text: String) -> Bool {
        guard unsafe bytes?.count == text.utf8.count else { return false }
        return unsafe text.utf8.span.withUnsafeBufferPointer { unsafe isText($0) }
    }

    private func isText(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let bytes = unsafe bytes, bytes.count == text.count else { return false }
        guard let mine = bytes.baseAddress, let other = text.baseAddress else { return true }
        return unsafe memcmp(mine, other, text.count) == 0
    }
}
