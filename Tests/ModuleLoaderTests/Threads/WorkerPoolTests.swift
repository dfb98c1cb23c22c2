import Dispatch
import Foundation
import Synchronization
import Testing

@testable import ModuleLoader

@Suite struct WorkerPoolTests {
    @Test func `One thread runs jobs in the order in which they came`() async {
        let pool = WorkerPool(size: 1)
        let order = Mutex<[Int]>([])
        for number in 0..<1000 { pool.submit { order.withLock { $0.append(number) } } }
        await withCheckedContinuation { continuation in pool.submit { continuation.resume() } }
        #expect(order.withLock { $0 } == Array(0..<1000))
        pool.stop()
    }

    @Test func `As many jobs run at once as there are threads, and no more`() async {
        let pool = WorkerPool(size: 3)
        let inside = Mutex((now: 0, most: 0, left: 30))
        for _ in 0..<30 {
            pool.submit {
                inside.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1), $0.left) }
                while inside.withLock({ $0.most < 3 }) { Thread.sleep(forTimeInterval: 0.001) }
                inside.withLock { $0 = ($0.now - 1, $0.most, $0.left - 1) }
            }
        }
        while inside.withLock({ $0.left > 0 }) { await Task.yield() }
        #expect(inside.withLock { $0.most } == 3)
        pool.stop()
    }

    @Test func `Nothing that many threads hand over is lost or run twice`() async {
        let pool = WorkerPool(size: 2)
        let runs = Mutex([Int](repeating: 0, count: 8 * 5000))
        let left = Atomic(8 * 5000)
        DispatchQueue.concurrentPerform(iterations: 8) { part in
            for number in 0..<5000 {
                pool.submit {
                    runs.withLock { $0[part * 5000 + number] += 1 }
                    left.subtract(1, ordering: .releasing)
                }
            }
        }
        while left.load(ordering: .acquiring) > 0 { await Task.yield() }
        #expect(runs.withLock { $0.allSatisfy { $0 == 1 } })
        pool.stop()
    }

    @Test func `A pool that has stopped runs nothing any more, and lets itself go`() async throws {
        weak var ended: WorkerPool?
        do {
            let pool = WorkerPool(size: 2)
            ended = pool
            await withCheckedContinuation { continuation in pool.submit { continuation.resume() } }
            pool.stop()
            pool.submit { [pool] in Issue.record("\(pool) runs") }
        }
        while ended != nil { try await Task.sleep(for: .milliseconds(1)) }
    }
}
