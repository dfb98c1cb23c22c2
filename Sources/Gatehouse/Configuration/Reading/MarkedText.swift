import Yams

/// A YAML text in which keys that are written twice can be told apart.
///
/// Yams refuses a mapping with two equal keys and everything that comes after it, and cannot be asked not to. But to
/// Yams keys are equal only if their tags are too. So the first of the two gets a tag of its own,
/// `!<gatehouse.duplicate.0> name: ...`, and the text is read again. Whoever reads the nodes sees both keys, and
/// looks at tags through ``originalTag(of:)``.
struct MarkedText {
    private(set) var text: String
    /// Where the marked keys stand in the file.
    private(set) var marks: [Place] = []
    /// Where their tags were put, each in the text as it was then.
    private var insertions: [Place] = []

    /// Each mark costs another reading of the whole text.
    private static let maximalMarks = 100

    /// Yams would take a byte order mark for an indentation.
    init(_ text: String) {
        self.text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// Marks the key at a place. False if that cannot be done: it has a tag already, or is empty, or there are too
    /// many.
    mutating func mark(_ place: Place) -> Bool {
        guard marks.count < Self.maximalMarks, let index = text.unicodeScalars.index(of: place) else { return false }
        var rest = text.unicodeScalars[index...]
        if rest.first == "&" { rest = rest.drop { $0 != " " }.drop { $0 == " " } }
        guard let first = rest.first, first != "!", first != ":" else { return false }
        text.unicodeScalars.insert(contentsOf: Self.label(marks.count).unicodeScalars, at: index)
        marks.append(original(place))
        insertions.append(place)
        return true
    }

    /// Where something in this text stands in the file.
    func original(_ place: Place) -> Place {
        var column = place.column
        for (number, tag) in insertions.enumerated().reversed() where tag.line == place.line && tag.column < column {
            column = max(tag.column, column - Self.label(number).unicodeScalars.count)
        }
        return Place(line: place.line, column: column)
    }

    /// The tag of a node, resolved by the usual rules, as if the node had not been marked.
    static func originalTag(of node: Node) -> Tag.Name {
        let tag = Tag.Name(rawValue: node.tag.rawValue)
        guard tag.rawValue.hasPrefix(prefix) else { return tag }
        switch node {
        case .mapping: return .map
        case .sequence: return .seq
        case .scalar(let scalar) where scalar.style == .plain: return originalTag(of: Node(scalar.string))
        case .scalar, .alias: return .str
        }
    }

    private static let prefix = "gatehouse.duplicate."

    private static func label(_ number: Int) -> String { "!<\(prefix)\(number)> " }
}

extension String.UnicodeScalarView {
    /// Lines end where libyaml says that they do.
    fileprivate func index(of place: Place) -> Index? {
        var start = startIndex
        for _ in 1..<Swift.max(place.line, 1) {
            guard let end = self[start...].firstIndex(where: Self.breaks.contains) else { return nil }
            start = index(after: end)
            if self[end] == "\r", start < endIndex, self[start] == "\n" { start = index(after: start) }
        }
        return index(start, offsetBy: place.column - 1, limitedBy: endIndex)
    }

    private static let breaks: Set<Unicode.Scalar> = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
}
