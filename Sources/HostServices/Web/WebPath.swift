/// A path that a module answers: exactly this one or, where it ends with a slash, all below it as well.
struct WebPath: Hashable, Sendable {
    let text: String

    /// Nil: it is no path.
    init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isPlain = text.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let isStraight = parts.dropFirst().dropLast().allSatisfy { !$0.isEmpty }
        let isDotted = parts.contains { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }
        guard parts.count > 1, parts.first?.isEmpty == true, text.utf8.count > 1, isPlain, isStraight, !isDotted else {
            return nil
        }
        self.text = text
    }

    /// Where a request for `path` may be answered, the nearest first.
    static func candidates(for path: String) -> [String] {
        var candidates = [path]
        var rest = path.utf8[...]
        while let slash = rest.lastIndex(of: UInt8(ascii: "/")), slash > rest.startIndex {
            let folder = String(path[...slash])
            if folder != path { candidates.append(folder) }
            rest = rest[..<slash]
        }
        return candidates
    }

    /// The reserved path that this one lies at or below.
    func reserved(by paths: [String]) -> String? {
        paths.first { text == $0 || text.hasPrefix($0 + "/") }
    }
}
