import Yams

/// What a node is, after YAML's usual resolution.
enum Kind: Equatable {
    case nothing, flag, whole, number, text, list, mapping
    /// A tag that means nothing here, `!secret`.
    case tagged(String)

    init(_ node: Node) {
        let tag = MarkedText.originalTag(of: node)
        self = Self.known[tag] ?? .tagged(tag.rawValue)
    }

    /// Times and binaries are texts, as they are written; `<<` and `=` mean something only as keys.
    private static let known: [Tag.Name: Kind] = [
        .null: .nothing, .bool: .flag, .int: .whole, .float: .number, .seq: .list, .map: .mapping,
        .str: .text, .timestamp: .text, .binary: .text, .merge: .text, .value: .text,
    ]

    /// For messages.
    var described: String {
        switch self {
        case .nothing: "nothing"
        case .flag: "true or false"
        case .whole, .number: "a number"
        case .text: "text"
        case .list: "a list"
        case .mapping: "a mapping"
        case .tagged(let tag): "the tag `\(tag)`"
        }
    }

    var isCollection: Bool { self == .list || self == .mapping }
}
