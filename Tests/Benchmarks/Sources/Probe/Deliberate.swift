/// Work that allocates once and retains once each time, so that the counter can be seen to count.
enum Deliberate {
    private final class Thing {}

    static func run(_ times: Int) -> Int {
        let kept = Thing()
        var last: UnsafeMutableRawPointer?
        for _ in 0..<times {
            last = allocate()
            retain(kept)
        }
        return last == nil ? 0 : times
    }

    /// What is made or retained here is never let go of: else the optimiser would do without.
    @inline(never)
    private static func allocate() -> UnsafeMutableRawPointer { Unmanaged.passRetained(Thing()).toOpaque() }

    @inline(never)
    private static func retain(_ thing: Thing) { _ = Unmanaged.passRetained(thing) }
}
