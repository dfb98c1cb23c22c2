/// Where a category's table stands in the record that a module hands over, and where its callbacks stand in the table.
/// The loader copies tables by this; what they mean is not its business.
package struct TableLayout: Sendable {
    package struct Slot: Sendable {
        package let callback: String
        package let offset: Int

        package init(callback: String, offset: Int) {
            self.callback = callback
            self.offset = offset
        }
    }

    package let category: String
    /// Where the record holds the pointer to the table.
    package let pointerOffset: Int
    package let size: Int
    package let slots: [Slot]
    /// Callbacks that a module implements together or not at all. Synapse docs: presence router callbacks.
    package let together: [[String]]
    /// The callback without which the others are worth nothing. Synapse docs: background update controller callbacks.
    package let required: String?
    /// Callbacks in which one instance of a host may take part.
    package let exclusive: [String]
    /// The callback that is asked by login type. Synapse docs: password auth provider callbacks.
    package let keyed: String?
    /// The first instance that takes part owns the category.
    package let isOwned: Bool

    package init(
        category: String, pointerOffset: Int, size: Int, slots: [Slot], together: [[String]] = [],
        required: String? = nil, exclusive: [String] = [], keyed: String? = nil, isOwned: Bool = false
    ) {
        self.category = category
        self.pointerOffset = pointerOffset
        self.size = size
        self.slots = slots
        (self.together, self.required) = (together, required)
        (self.exclusive, self.keyed, self.isOwned) = (exclusive, keyed, isOwned)
    }
}

extension TableLayout {
    /// What is missing beside these callbacks of the category: which are there, and what has to be done.
    package func gaps(in callbacks: Set<String>) -> [(there: [String], cure: String)] {
        let all = slots.map(\.callback).filter(callbacks.contains)
        var gaps = together.compactMap { group in
            let there = group.filter(callbacks.contains)
            let isWhole = there.isEmpty || there.count == group.count
            return isWhole ? nil : (there: there, cure: "\(group.joined(separator: " and ")), or neither")
        }
        if let required, !all.isEmpty, !callbacks.contains(required) {
            gaps.append((there: all, cure: "\(required) as well, or none"))
        }
        return gaps
    }
}
