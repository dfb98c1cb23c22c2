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

    private let factory: any MetricsFactory
    private let callbacks = Mutex<[String: CallbackMetrics]>([:])
    private let underWay: Meter

    init(_ factory: any MetricsFactory) {
        self.factory = factory
        underWay = Meter(label: "gatehouse_calls_under_way", factory: factory)
    }

    /// Counts a traced call.
    func count(_ result: CallResult, of callback: String) {
        callbacks.withLock { callbacks in
            callbacks[callback, default: CallbackMetrics(callback, factory)]
                .count(result.trail ?? [], of: result.outcome.word)
        }
    }

    func note(underWay calls: Int) { underWay.set(calls) }
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
