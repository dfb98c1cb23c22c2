import CForeignCall
import ForeignFunctions

/// What a call of `bool(str user, i64 cents)` costs: direct, in registers, and through libffi. `make bench-calls`.
@main
enum CallBenchmark {
    private static let calls = 10_000
    private static let rounds = 1001

    static func main() {
        let types = [FC_POINTER, FC_TEXT, FC_I64]
        guard let signature = unsafe fc_prepare(FC_BOOL, types, types.count) else { return print("no memory left") }
        let cells = UnsafeMutablePointer<UInt64>.allocate(capacity: 4)
        unsafe cells.initialize(repeating: 1, count: 4)
        // - Safety: the function looks at no text, and the cells are those of its signature.
        report([
            ("direct, through a function pointer", { unsafe ff_call_directly(cells, calls) }),
            ("in registers", { unsafe ff_call_prepared(fc_call_in_registers, signature, cells, calls) }),
            ("through libffi, prepared", { unsafe ff_call_prepared(fc_call_through_libffi, signature, cells, calls) }),
        ])
    }

    /// The median of many short rounds, in nanoseconds a call. The ways take turns, so a busy machine slows them alike.
    private static func report(_ ways: [(name: String, body: () -> UInt64)]) {
        var times = ways.map { _ in [Double]() }
        for _ in 0..<rounds {
            for (way, body) in ways.map(\.body).enumerated() { times[way].append(nanoseconds(body)) }
        }
        let medians = times.map { $0.sorted()[rounds / 2] }
        for (way, median) in zip(ways, medians) {
            print("\(rounded(median)) ns, \(rounded(median - medians[0])) more than direct  \(way.name)")
        }
    }

    private static func nanoseconds(_ body: () -> UInt64) -> Double {
        let duration = ContinuousClock().measure { if body() == 0 { print("nothing was called") } }
        let (seconds, attoseconds) = duration.components
        return (Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / Double(calls)
    }

    private static func rounded(_ value: Double) -> Double { Double(Int(value * 10 + 0.5)) / 10 }
}
