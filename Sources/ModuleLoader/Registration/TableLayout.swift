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
    /// A module implements all of the callbacks or none. Synapse docs: presence router callbacks.
    package let allOrNone: Bool

    package init(category: String, pointerOffset: Int, size: Int, slots: [Slot], allOrNone: Bool) {
        self.category = category
        self.pointerOffset = pointerOffset
        self.size = size
        self.slots = slots
        self.allOrNone = allOrNone
    }
}
