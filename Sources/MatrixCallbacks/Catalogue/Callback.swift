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
    package let unavailable: UnavailableRule
    /// The smallest number that is an answer; nil: any is.
    package let least: Int64?
    package let fields: [Field]
    let table: FieldTable
    /// The size of its argument struct, and where its function stands in the category's table.
    package let callSize: Int
    package let slot: Int
    /// The chain that Synapse asks after this one.
    package let follows: Follow?
    /// The argument by which its chains are told apart.
    package let key: String?
    /// Where a cookie goes that stands in its answer.
    package let cookie: CookieSlots?
    /// Nobody is told where this list is empty.
    package let toldOnlyWith: NestedList?
    /// Its place in the catalogue.
    package internal(set) var index = 0

    package var fullName: String { "\(category).\(name)" }

    /// The argument that an answer of a rewriting callback takes the place of.
    var rewritten: Field? { fields.first { if case .json = $0.type { true } else { false } } }

    /// Is room state among its arguments?
    package var comesWithState: Bool {
        fields.contains { if case .state = $0.type { true } else { false } }
    }

    /// A chain that is asked after another, with these of its arguments: name there, path here.
    package struct Follow: Sendable {
        package let callback: String
        package let arguments: [(name: String, path: [String])]
    }

    /// The callbacks of which one gets a cookie back, by their full names.
    package struct CookieSlots: Sendable {
        package let used: String
        package let unused: String
    }

    /// A list that is a field of a record that is an argument.
    package struct NestedList: Sendable {
        package let record: String
        package let list: String
    }

    /// It takes back what another callback's answer left with the host; nobody asks it on its own.
    package var takesCookies: Bool { rule == .giver }
}

/// The callbacks of one category, and the struct of its table.
package struct Category: Sendable {
    package let name: String
    /// Callbacks that a module implements together or not at all.
    package let together: [[String]]
    /// The callback without which the others are worth nothing.
    package let required: String?
    /// The page of Synapse's documentation.
    package let docs: String
    package let pointerOffset: Int
    package let tableSize: Int
    package internal(set) var callbacks: [Callback]

    package var layout: TableLayout {
        TableLayout(
            category: name, pointerOffset: pointerOffset, size: tableSize,
            slots: callbacks.map { .init(callback: $0.name, offset: $0.slot) }, together: together,
            required: required, exclusive: callbacks.filter { $0.rule == .exclusive }.map(\.name),
            keyed: callbacks.first { $0.key != nil }?.name,
            isOwned: isOwned)
    }

    /// The first module that takes part is asked for all of it, and no other for anything.
    package var isOwned: Bool { callbacks.contains { $0.rule == .firstModule } }
}
