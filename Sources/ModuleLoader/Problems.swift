/// All that is wrong with one thing, thrown in one go.
///
/// Whoever works through several things appends `list` to its own and goes on with the next.
public struct Problems: Error, Equatable, Sendable, CustomStringConvertible {
    /// In the order in which they were found; not empty.
    public let list: [Problem]

    public init(list: [Problem]) {
        self.list = list
    }

    /// Throws all that was collected; an empty list is no error.
    public static func throwUnlessEmpty(_ list: [Problem]) throws(Problems) {
        if !list.isEmpty { throw Problems(list: list) }
    }

    /// One problem a line.
    public var description: String { list.map(\.description).joined(separator: "\n") }
}
