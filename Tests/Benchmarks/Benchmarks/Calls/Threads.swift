import Foundation

/// The same work on several threads at once.
enum Threads {
    private final class Sum: @unchecked Sendable {
        var value = 0
    }

    /// - Returns: the sum of what they gave, once all have ended.
    static func run(_ count: Int, _ times: Int, _ work: @escaping @Sendable (Int) throws -> Int) throws -> Int {
        let sums = (0..<count).map { _ in Sum() }
        let threads = DispatchGroup()
        for sum in sums {
            threads.enter()
            Thread.detachNewThread {
                sum.value = (try? work(times)) ?? 0
                threads.leave()
            }
        }
        threads.wait()
        return sums.reduce(0) { $0 + $1.value }
    }
}
