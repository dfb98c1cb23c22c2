/// Which decisions somebody wants to see.
package struct DecisionFilter: Equatable, Sendable {
    package var user: String?
    package var room: String?
    package var module: String?
    /// Milliseconds since 1970; decisions from then on.
    package var since: Int64?
    /// Decisions before then.
    package var until: Int64?
    /// The newest so many.
    package var limit = 100

    package init() {}
}
