import Foundation
import Gatehouse
import ModuleLoader

/// The threads on which requests are answered, and prompt modules run: as many as there are processors.
///
/// Swift's own threads are for all tasks of the process, and nobody gives it another when a module holds one.
final class FrontThreads: TaskExecutor {
    private let pool = WorkerPool(size: ProcessInfo.processInfo.activeProcessorCount, name: "gatehouse front")

    // - Safety: a job is run once, and these threads live until it has been.
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        pool.submit { [self] in unsafe job.runSynchronously(on: asUnownedTaskExecutor()) }
    }

    /// Runs `body` and what it begins on these threads, until it has ended.
    func run(_ gatehouse: Gatehouse, _ body: () async throws -> Void) async throws {
        gatehouse.lend(pool)
        defer {
            gatehouse.lend(nil)
            pool.stop()
        }
        try await withTaskExecutorPreference(self, operation: body)
    }
}
