import Dispatch

/// Late answers: so many tasks at once, each of which asks again when it has its answer.
package enum Late {
    private final class Sum: @unchecked Sendable {
        var value = 0
    }

    /// - Returns: how many calls were allowed, once all have ended.
    package static func run(_ calls: TypedCalls, inFlight: Int, _ times: Int) -> Int {
        let (sum, ended) = (Sum(), DispatchSemaphore(value: 0))
        Task {
            sum.value = await asked(calls, inFlight: inFlight, times)
            ended.signal()
        }
        ended.wait()
        return sum.value
    }

    private static func asked(_ calls: TypedCalls, inFlight: Int, _ times: Int) async -> Int {
        await withTaskGroup { group in
            for _ in 0..<inFlight {
                group.addTask {
                    var allowed = 0
                    for _ in 0..<times / inFlight where (try? await calls.mayInvite()) == true { allowed += 1 }
                    return allowed
                }
            }
            return await group.reduce(0, +)
        }
    }
}
