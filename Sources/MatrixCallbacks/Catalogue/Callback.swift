package import CallbackChains
package import ModuleLoader

/// A callback of the rule book, declared once.
package struct Callback: Sendable {
    package let category: String
    package let name: String
    /// The first release of Synapse whose code asks it.
    package let since: String
    /// When the server asks it.
    package let asked: String
    package let reply: ReplyKind
    package let rule: Rule
    package let failure: FailureRule
    package let invalid: InvalidAnswerRule
    package let fields: [Field]
    /// The size of its argument struct, and where its function stands in the category's table.
    package let callSize: Int
    package let slot: Int
    /// The chain that Synapse asks after this one.
    package let follows: Follow?
    /// Its place in the catalogue.
    package internal(set) var index = 0

    package var fullName: String { "\(category).\(name)" }

    /// A chain that is asked after another, with these of its arguments: name there, path here.
    package struct Follow: Sendable {
        package let callback: String
        package let arguments: [(name: String, path: [String])]
    }
}

/// The callbacks of one category, and the struct of its table.
package struct Category: Sendable {
    package let name: String
    /// A module implements all of the callbacks or none.
    package let allOrNone: Bool
    package let pointerOffset: Int
    package let tableSize: Int
    package internal(set) var callbacks: [Callback]

    package var layout: TableLayout {
        TableLayout(
            category: name, pointerOffset: pointerOffset, size: tableSize,
            slots: callbacks.map { .init(callback: $0.name, offset: $0.slot) }, allOrNone: allOrNone)
    }
}
