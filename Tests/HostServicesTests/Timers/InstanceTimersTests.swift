import Dispatch
import ModuleLoader
import Synchronization
import Testing

@testable import HostServices

/// Timers that ring while they are cancelled, from several threads: the thread sanitizer looks on.
struct InstanceTimersTests {
    private final class Bell: Sendable {
        let rung = Atomic(0)

        /// - Safety: the test holds the bell until all timers have ended.
        var call: ModuleCall {
            unsafe ModuleCall(
                { context, _ in
                    guard let context = unsafe context else { return }
                    let bell = unsafe Unmanaged<Bell>.fromOpaque(context).takeUnretainedValue()
                    bell.rung.add(1, ordering: .relaxed)
                }, Unmanaged.passUnretained(self).toOpaque(), nil)
        }
    }

    private let bell = Bell()
    private let timers = InstanceTimers(.alone())

    private var rung: Int { bell.rung.load(ordering: .relaxed) }

    @Test func `a timer rings, or is cancelled in time, and never both`() async {
        let cancelled = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            for number in 0..<1_000 {
                let timer = timers.start(after: .milliseconds(number % 3), every: nil) { _ in bell.call }
                if number % 2 == 0 && timers.cancel(timer) { cancelled.add(1, ordering: .relaxed) }
            }
        }
        while rung + cancelled.load(ordering: .relaxed) < 4_000 { try? await Task.sleep(for: .milliseconds(1)) }
        #expect(rung + cancelled.load(ordering: .relaxed) == 4_000)
        #expect(timers.cancel(1) == false)
        withExtendedLifetime(bell) {}
    }

    @Test func `what is cancelled makes room at once, and nothing is started after the end`() async {
        for _ in 0..<2 * InstanceTimers.limit {
            let timer = timers.start(after: .seconds(3600), every: nil) { _ in bell.call }
            #expect(timer != 0 && timers.cancel(timer))
        }
        let repeated = timers.start(after: .milliseconds(1), every: .milliseconds(1)) { _ in bell.call }
        while rung < 2 { try? await Task.sleep(for: .milliseconds(1)) }
        timers.end()
        #expect(timers.cancel(repeated) == false)
        #expect(timers.start(after: .zero, every: nil) { _ in bell.call } == 0)
    }
}
