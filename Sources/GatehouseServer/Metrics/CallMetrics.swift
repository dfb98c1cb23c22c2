import CoreMetrics
import MatrixCallbacks
import Synchronization

/// What is counted of calls.
final class CallMetrics: Sendable {
    static let help = [
        "gatehouse_calls_total": "Calls of modules, by what the module said.",
        "gatehouse_call_seconds": "Calls of whole chains, by their outcome.",
        "gatehouse_calls_under_way": "Calls that are under way or waiting.",
    ]

    private struct Key: Hashable {
        let module: String
        let callback: String
        let outcome: String
    }

    private let factory: any MetricsFactory
    private let counters = Mutex<[Key: Counter]>([:])
    private let timers = Mutex<[Key: Timer]>([:])
    private let underWay: Meter

    init(_ factory: any MetricsFactory) {
        self.factory = factory
        underWay = Meter(label: "gatehouse_calls_under_way", factory: factory)
    }

    /// Counts a traced call.
    func count(_ result: CallResult, of callback: String) {
        var time = Duration.zero
        for step in result.trail ?? [] {
            counter(Key(module: step.module, callback: callback, outcome: step.outcome)).increment()
            time += step.duration
        }
        timer(Key(module: "", callback: callback, outcome: result.outcome.word)).recordNanoseconds(time.nanoseconds)
    }

    func note(underWay calls: Int) { underWay.set(calls) }

    private func counter(_ key: Key) -> Counter {
        counters.withLock { counters in
            if let counter = counters[key] { return counter }
            let labels = [("module", key.module), ("callback", key.callback), ("outcome", key.outcome)]
            let counter = Counter(label: "gatehouse_calls_total", dimensions: labels, factory: factory)
            counters[key] = counter
            return counter
        }
    }

    private func timer(_ key: Key) -> Timer {
        timers.withLock { timers in
            if let timer = timers[key] { return timer }
            let labels = [("callback", key.callback), ("outcome", key.outcome)]
            let timer = Timer(label: "gatehouse_call_seconds", dimensions: labels, factory: factory)
            timers[key] = timer
            return timer
        }
    }
}

extension CallResult.Outcome {
    fileprivate var word: String {
        switch self {
        case .next: "next"
        case .answered: "answered"
        case .failed: "failed"
        case .cancelled: "cancelled"
        }
    }
}
