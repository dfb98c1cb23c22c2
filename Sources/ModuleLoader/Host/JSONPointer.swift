import JSONText

/// A JSON pointer (RFC 6901): `/content/body`, `/users/0`; `~1` stands for a slash and `~0` for a tilde.
struct JSONPointer {
    private let steps: [String]

    /// Nil: it is no pointer.
    init?(_ text: String) {
        guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else { return nil }
        steps = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
            String($0).replacing("~1", with: "/").replacing("~0", with: "~")
        }
    }

    func resolve(in root: JSONNode) -> JSONNode? {
        var node: JSONNode? = root
        for step in steps { node = node.flatMap { $0.kind == .array ? $0.element(step) : $0.member(step) } }
        return node
    }
}

extension JSONNode {
    fileprivate func element(_ index: String) -> JSONNode? {
        guard let index = UInt64(index) else { return nil }
        return child(at: index)?.value
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
