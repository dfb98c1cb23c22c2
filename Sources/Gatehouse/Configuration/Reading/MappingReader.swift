import Yams

/// Reads the pairs of one mapping: keys are texts, none is written twice, and `<<` brings in members of other mappings.
struct MappingReader {
    typealias Member = (key: String, value: YAMLValue)

    private let mapping: YAMLValue
    private var lines: [String: Int] = [:]
    private var own: [Member] = []
    private var merged: [Member] = []

    init(_ mapping: YAMLValue) {
        self.mapping = mapping
    }

    /// The mapping's own members as they are written, both of two equal keys; then what `<<` brings along and the
    /// mapping does not have itself. If two of its mappings have a key, the first brings it.
    var members: [Member] {
        var taken = Set(own.map(\.key))
        return own + merged.filter { taken.insert($0.key).inserted }
    }

    mutating func read(_ key: Node, _ node: Node) {
        guard case .scalar(let scalar) = key else {
            return mapping.child(node, "?", at: key.mark).refuseKey(Kind(key), cure: "Use a text as the key.")
        }
        let isMerge = MarkedText.originalTag(of: key) == .merge
        let name = isMerge ? "<<" : scalar.string.asPathComponent
        let value = mapping.child(node, name, at: key.mark)
        reportDuplicate(name, value)
        switch Kind(key) {
        case .text where isMerge: merged += value.merged()
        case .text: own.append((scalar.string, value))
        case let kind: value.refuseKey(kind, cure: "Put quotes around the key.")
        }
    }

    private mutating func reportDuplicate(_ key: String, _ value: YAMLValue) {
        guard let first = lines[key] else {
            lines[key] = value.place.line
            return
        }
        value.report(
            "config.duplicate-key", "the key is written twice, first on line \(first)", cure: "Keep one of the two.")
    }
}

extension YAMLValue {
    /// YAML allows any value as a key, JSON only texts.
    fileprivate func refuseKey(_ kind: Kind, cure: String) {
        report("config.type", "expected text as the key, found \(kind.described)", cure: cure)
        readForMistakes()
    }

    /// What `<<` brings in: the members of a mapping, or of a list of mappings.
    fileprivate func merged() -> [MappingReader.Member] {
        guard let items = items() else { return mergedMembers() }
        return items.flatMap { $0.mergedMembers() }
    }

    private func mergedMembers() -> [MappingReader.Member] {
        members()
            ?? refuse(
                "config.type", "expected a mapping, found \(kind.described)",
                cure: "Give `<<` a mapping, or a list of mappings.") ?? []
    }
}

extension String {
    /// As it stands in a key path: in quotes where it could be mistaken for something else.
    fileprivate var asPathComponent: String {
        let plain = !isEmpty && self != "<<" && allSatisfy { !$0.isWhitespace && !".\"".contains($0) }
        return plain ? self : debugDescription
    }
}
