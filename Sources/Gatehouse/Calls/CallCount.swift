import CModuleCall
import Synchronization

/// How many calls are under way. Counted in parts that threads rarely share: processors that count in one place wait for
/// one another with every call.
struct CallCount: ~Copyable, Sendable {
    /// As large as what processors fetch at once, so that no two are in that.
    private struct Part: ~Copyable, Sendable {
        let count = Atomic(0)
        private let apart = InlineArray<15, Int>(repeating: 0)
    }

    private let parts = InlineArray<16, Part> { _ in Part() }

    func add() { parts[here].count.wrappingAdd(1, ordering: .sequentiallyConsistent) }

    /// A call may end on another thread than it began on: what counts is the sum.
    func subtract() { parts[here].count.wrappingSubtract(1, ordering: .sequentiallyConsistent) }

    /// Never less than those that are counted from before until after this. Exact when nothing begins or ends meanwhile.
    var sum: Int { parts.indices.reduce(0) { $0 + parts[$1].count.load(ordering: .sequentiallyConsistent) } }

    private var here: Int { Int(cm_thread_number() % 16) }
}
