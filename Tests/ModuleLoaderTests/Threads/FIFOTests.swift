import Testing

@testable import ModuleLoader

@Suite struct FIFOTests {
    @Test func `What goes in first comes out first`() {
        var queue = FIFO<Int>()
        var out: [Int] = []
        for number in 0..<1000 {
            queue.append(number)
            if number % 3 != 0, let first = queue.popFirst() { out.append(first) }
        }
        #expect(queue.count == 1000 - out.count)
        while let first = queue.popFirst() { out.append(first) }
        #expect(out == Array(0..<1000))
        #expect(queue.isEmpty)
        #expect(queue.popFirst() == nil)
    }

    @Test func `What is urgent comes out before all others`() {
        var queue = FIFO<Int>()
        queue.append(2)
        queue.prepend(1)
        _ = queue.popFirst()
        queue.append(3)
        queue.prepend(0)
        #expect(queue.popAll() == [0, 2, 3])
        #expect(queue.isEmpty)
    }
}
