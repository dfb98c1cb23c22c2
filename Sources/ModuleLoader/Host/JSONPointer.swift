import JSONText

/// A JSON pointer (RFC 6901): `/content/body`, `/users/0`; `~1` stands for a slash and `~0` for a tilde.
struct JSONPointer {
    private let steps: [String]

    /// Nil: it is no pointer.
    init?(_ text: String) {
        guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else { return nil }
        // By bytes: to Swift a slash and a combining mark behind it are one character, and no slash.
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
        var steps: [String] = []
        for part in parts {
            guard let step = Self.unescaped(part) else { return nil }
            steps.append(step)
        }
        self.steps = steps
    }

    private static func unescaped(_ part: Substring.UTF8View) -> String? {
        guard part.contains(UInt8(ascii: "~")) else { return String(Substring(part)) }
        var bytes: [UInt8] = []
        var rest = part[...]
        while let byte = rest.popFirst() {
            switch (byte, byte == UInt8(ascii: "~") ? rest.popFirst() : nil) {
            case (UInt8(ascii: "~"), UInt8(ascii: "0")): bytes.append(UInt8(ascii: "~"))
            case (UInt8(ascii: "~"), UInt8(ascii: "1")): bytes.append(UInt8(ascii: "/"))
            case (UInt8(ascii: "~"), _): return nil
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    func resolve(in root: JSONNode) -> JSONNode? {
        var node: JSONNode? = root
        for step in steps { node = node.flatMap { $0.kind == .array ? $0.element(step) : $0.member(step) } }
        return node
    }
}

extension JSONNode {
    fileprivate func element(_ index: String) -> JSONNode? {
        guard let place = UInt64(index), String(place) == index else { return nil }  // neither "01" nor "+1"
        return child(at: place)?.value
    }

    /// The child of a container at a place, with its key in objects.
    func child(at place: UInt64) -> (key: JSONNode?, value: JSONNode)? {
        var child = firstChild
        var passed: UInt64 = 0
        while let first = child {
            let value = kind == .object ? first.next : first
            guard let value else { return nil }
            if passed == place { return (kind == .object ? first : nil, value) }
            passed += 1
            child = value.next
        }
        return nil
    }
}
