/// Allocates once and retains once each time, so that the counter can be seen to count.
enum Deliberate {
    private final class Thing {}

    static func run(_ times: Int) -> Int {
        let shared = Thing()
        var (made, kept): ([Thing], [Thing]) = ([], [])
        made.reserveCapacity(times)
        kept.reserveCapacity(times)
        for _ in 0..<times {
            made.append(Thing())
            kept.append(shared)
        }
        return made.count + kept.count
    }
}
