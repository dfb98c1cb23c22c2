import ModuleLoader

/// The names that the modules of one configuration have taken so far, and by whom.
struct ModuleNames {
    private var origins: [String: String] = [:]

    /// Takes the entry's name for it; a problem if an earlier entry has that name, or if it is none.
    mutating func claim(_ entry: ModuleEntry) -> Problem? {
        if !Self.isName(entry.name) { return noName(entry) }
        guard let earlier = origins[entry.name] else {
            origins[entry.name] = entry.origin
            return nil
        }
        return Problem(
            "config.duplicate-name", entry.origin, "the name `\(entry.name)` is already taken by \(earlier)",
            cure: "Give one of the two a `name` of its own.")
    }

    /// Names become labels of logs and metrics, and folders.
    private static func isName(_ name: String) -> Bool {
        let others = Set("_-.".utf8)
        let isPlain = name.utf8.allSatisfy { Character(Unicode.Scalar($0)).isASCIIWord || others.contains($0) }
        return isPlain && 1...64 ~= name.utf8.count && name.utf8.first != UInt8(ascii: ".")
    }

    private func noName(_ entry: ModuleEntry) -> Problem {
        Problem(
            "config.value", entry.origin, "\(entry.name.debugDescription) cannot be the name of an instance",
            cure: "Give it a `name` of at most 64 letters, digits, `_`, `-` and `.`, which does not begin with a point."
        )
    }
}

extension Character {
    fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }
}
