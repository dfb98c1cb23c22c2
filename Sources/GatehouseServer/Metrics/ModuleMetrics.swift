import CoreMetrics
import Gatehouse
import Synchronization

/// What the host counts of its modules, brought into the metrics whenever somebody reads those.
final class ModuleMetrics: Sendable {
    private struct Metric: Sendable {
        let name: String
        let help: String
        let value: @Sendable (ModuleState) -> Int
    }

    /// What rises and falls.
    private static let gauges = [
        Metric(name: "gatehouse_stuck", help: "1: a callback has not come back in time.") { $0.isStuck ? 1 : 0 },
        Metric(name: "gatehouse_open_tickets", help: "Calls that are deferred and not finished.") { $0.openTickets },
        Metric(name: "gatehouse_open_requests", help: "Requests of clients that are not answered.") { $0.openRequests },
        Metric(name: "gatehouse_running_callbacks", help: "Callbacks on worker threads, or holding a caller's.") {
            $0.running
        },
        Metric(name: "gatehouse_waiting_calls", help: "Calls that wait for their module's turn.") { $0.waiting },
    ]

    /// What only rises.
    private static let counters = [
        Metric(name: "gatehouse_late_answers_total", help: "Answers that came too late.") { $0.lateAnswers },
        Metric(name: "gatehouse_unknown_tickets_total", help: "Tickets that were finished twice, or were none.") {
            $0.unknownTickets
        },
        Metric(name: "gatehouse_deadlines_passed_total", help: "Calls whose deadline passed in a module.") {
            $0.deadlinesPassed
        },
        Metric(name: "gatehouse_cancellations_total", help: "Calls whose caller went away while a module had them.") {
            $0.cancellations
        },
        Metric(name: "gatehouse_slow_callbacks_total", help: "Prompt callbacks that were seen to take over 5 ms.") {
            $0.slowCallbacks
        },
        Metric(name: "gatehouse_times_stuck_total", help: "How often a module was found stuck.") { $0.timesStuck },
    ]

    static let help = Dictionary(uniqueKeysWithValues: (gauges + counters).map { ($0.name, $0.help) })

    private struct Key: Hashable {
        let metric: String
        let module: String
    }

    private let gatehouse: Gatehouse
    private let factory: any MetricsFactory
    /// What the counters have been brought to.
    private let told = Mutex<[Key: Int]>([:])

    init(_ gatehouse: Gatehouse, _ factory: any MetricsFactory) {
        (self.gatehouse, self.factory) = (gatehouse, factory)
    }

    /// Brings the metrics up to date.
    func update() {
        for state in gatehouse.states {
            let labels = [("module", state.name)]
            for gauge in Self.gauges {
                Meter(label: gauge.name, dimensions: labels, factory: factory).set(gauge.value(state))
            }
            for metric in Self.counters {
                let counter = Counter(label: metric.name, dimensions: labels, factory: factory)
                advance(counter, Key(metric: metric.name, module: state.name), to: metric.value(state))
            }
        }
    }

    private func advance(_ counter: Counter, _ key: Key, to count: Int) {
        told.withLock { told in
            counter.increment(by: max(0, count - (told[key] ?? 0)))
            told[key] = max(count, told[key] ?? 0)
        }
    }
}
