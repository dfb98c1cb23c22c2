/// Finds what somebody who mistyped a name probably meant.
package enum NearMiss {
    /// The candidate with the fewest edits, the first of equals; nil where none is near enough to be meant.
    ///
    /// Three edits at most, and never as many as half the name: otherwise `a` would be near to `b`.
    package static func closest(to name: String, among candidates: [String]) -> String? {
        let limit = min(3, name.count / 2)
        let wanted = Array(name.lowercased())
        let ranked = candidates.map { (candidate: $0, edits: edits(from: wanted, to: Array($0.lowercased()))) }
        let near = ranked.filter { $0.edits <= limit }
        return near.min { $0.edits < $1.edits }?.candidate
    }

    /// The Levenshtein distance: insertions, deletions and replacements of one character.
    static func edits(from one: [Character], to other: [Character]) -> Int {
        var row = Array(0...other.count)
        for (index, character) in one.enumerated() {
            var next = [index + 1]
            for column in other.indices {
                let replaced = row[column] + (other[column] == character ? 0 : 1)
                next.append(min(replaced, row[column + 1] + 1, next[column] + 1))
            }
            row = next
        }
        return row[other.count]
    }
}
