import CForeignCall
import ForeignFunctions

/// What a call of `bool(str user, i64 cents)` costs: direct, in registers, and through libffi. `make bench-calls`.
@main
enum CallBenchmark {
    private static let calls = 1_000_000
    private static let runs = 9

    static func main() {
        let types = [FC_POINTER, FC_TEXT, FC_I64]
        guard let signature = unsafe fc_prepare(FC_BOOL, types, types.count) else { return print("no memory left") }
        let cells = UnsafeMutablePointer<UInt64>.allocate(capacity: 4)
        unsafe cells.initialize(repeating: 1, count: 4)
        // - Safety: the function looks at no text, and the cells are those of its signature.
        report("direct, through a function pointer") { unsafe ff_call_directly(cells, calls) }
        report("in registers") { unsafe repeated(fc_call_in_registers, signature, cells) }
        report("through libffi, prepared") { unsafe repeated(fc_call_through_libffi, signature, cells) }
        report("preparing, which happens once") {
            for _ in 0..<1000 { _ = unsafe fc_prepare(FC_BOOL, types, types.count) }
            return UInt64(calls / 1000)
        }
    }

    @inline(__always)
    private static func repeated(
        _ way: (OpaquePointer?, fc_function?, UnsafePointer<UInt64>?) -> fc_result, _ signature: OpaquePointer,
        _ cells: UnsafeMutablePointer<UInt64>
    ) -> UInt64 {
        var sum: UInt64 = 0
        for _ in 0..<calls { sum &+= unsafe way(signature, ff_may_charge_function(), cells).cells.0 }
        return sum > 0 ? 1 : 0
    }

    /// The median of some runs, in nanoseconds a call.
    ///
    /// - Parameter body: returns how many times fewer calls it made than all.
    private static func report(_ what: String, _ body: () -> UInt64) {
        let clock = ContinuousClock()
        let times = (0..<runs).map { _ in
            var fewer: UInt64 = 1
            let (seconds, attoseconds) = clock.measure { fewer = max(body(), 1) }.components
            return (Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / Double(calls) * Double(fewer)
        }
        let tenths = Int(times.sorted()[runs / 2] * 10 + 0.5)
        print("\(tenths / 10).\(tenths % 10) ns  \(what)")
    }
}
