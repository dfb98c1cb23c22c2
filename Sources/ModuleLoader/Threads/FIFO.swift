/// First in, first out.
struct FIFO<Element> {
    private var items: [Element?] = []
    private var head = 0

    var count: Int { items.count - head }
    var isEmpty: Bool { count == 0 }

    mutating func append(_ element: Element) { items.append(element) }

    /// Puts an element before all others.
    mutating func prepend(_ element: Element) {
        guard head > 0 else { return items.insert(element, at: 0) }
        head -= 1
        items[head] = element
    }

    mutating func popFirst() -> Element? {
        guard head < items.count else { return nil }
        defer { trim() }
        return items[head].take()
    }

    /// All of them, in order; none stays.
    mutating func popAll() -> [Element] {
        defer { (items, head) = ([], 0) }
        return items[head...].compactMap(\.self)
    }

    private mutating func trim() {
        head += 1
        guard head > 32 && head * 2 > items.count else { return }
        items.removeFirst(head)
        head = 0
    }
}
