import Yams

/// A line and a column of a file, both counted from 1, the column in Unicode scalars.
struct Place: Hashable, Comparable {
    let line: Int
    let column: Int

    static func < (one: Place, other: Place) -> Bool {
        (one.line, one.column) < (other.line, other.column)
    }
}

extension Place {
    init(_ mark: Mark) {
        self.init(line: mark.line, column: mark.column)
    }
}
