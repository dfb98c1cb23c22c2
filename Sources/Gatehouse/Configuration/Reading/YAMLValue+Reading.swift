import Yams

/// What keys are read as. `nil` means that the value is of another kind, which has been reported then.
extension YAMLValue {
    /// A text that is not empty.
    func text() -> String? {
        guard case .scalar(let scalar) = node, kind == .text else {
            return mismatch("text", cure: kind.isCollection ? "Write one text here." : "Put quotes around it.")
        }
        guard !scalar.string.isEmpty else {
            return refuse("config.value", "the text is empty", cure: "Write something, or remove the key.")
        }
        return scalar.string
    }

    /// A single value as it is written.
    var scalarText: String? { if case .scalar(let scalar) = node { scalar.string } else { nil } }

    func flag() -> Bool? {
        guard case .scalar(let scalar) = node, kind == .flag, let flag = Bool.construct(from: scalar) else {
            return mismatch("true or false", cure: "Write true or false, without quotes.")
        }
        return flag
    }

    /// A whole number within these.
    func whole(_ range: ClosedRange<Int>) -> Int? {
        guard case .scalar(let scalar) = node, kind == .whole else {
            return mismatch("a whole number", cure: "Write digits, without quotes.")
        }
        let number = Int64(yaml: Node.Scalar(scalar.string, .implicit, .plain)).flatMap { Int(exactly: $0) }
        guard let number, range ~= number else {
            return refuse(
                "config.value", "\(scalar.string) is out of range",
                cure: "Write a number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    /// A list whose items are read in turn; those that cannot be read are left out.
    func list<Item>(_ read: (YAMLValue) -> Item?) -> [Item]? {
        guard let items = items() else {
            return mismatch("a list", cure: "Write a list: every item on a line of its own, after `- `.")
        }
        return items.compactMap(read)
    }

    /// A mapping with any keys, read in turn; those that cannot be read are left out.
    func mapping<Item>(like example: String, _ read: (String, YAMLValue) -> Item?) -> [Item]? {
        guard let members = members() else { return mismatch("a mapping", cure: "Write it as `\(example)`.") }
        return members.compactMap { read($0.key, $0.value) }
    }

    /// A mapping whose keys are all known. Keys that `read` has not asked for are reported after it. A file that holds
    /// nothing is no error.
    /// - Parameter example: What such a mapping looks like, for whoever wrote something else.
    func section<Section>(like example: String, _ read: (inout KeyReader) -> Section?) -> Section? {
        if isRoot, kind == .nothing { return nil }
        guard let members = members() else { return mismatch("a mapping", cure: "Write it as `\(example)`.") }
        var keys = KeyReader(self, members)
        let section = read(&keys)
        keys.reportUnknown()
        return section
    }

    private func mismatch<Value>(_ expected: String, cure: String) -> Value? {
        if kind.isCollection { readForMistakes() }
        return refuse("config.type", "expected \(expected), found \(kind.described)", cure: cure)
    }
}

extension YAMLValue {
    /// The values of this list; `nil` if it is no list, which is not reported.
    func items() -> [YAMLValue]? {
        guard case .sequence(let sequence) = node, kind == .list else { return nil }
        guard mayReadBelow else { return [] }
        return sequence.enumerated().compactMap { findings.mayReadOn ? child($1, "\($0)", at: $1.mark) : nil }
    }

    /// The members of this mapping, with those that `<<` brings along; `nil` if it is no mapping, which is not
    /// reported.
    func members() -> [MappingReader.Member]? {
        guard case .mapping(let mapping) = node, kind == .mapping else { return nil }
        var reader = MappingReader(self)
        guard mayReadBelow else { return [] }
        for (key, value) in mapping where findings.mayReadOn { reader.read(key, value) }
        return reader.members
    }

    /// Reads a value that nobody asked for: what stands below it has mistakes of its own.
    func readForMistakes() {
        _ = json()
    }
}
