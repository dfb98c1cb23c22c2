import CoreMetrics
import Synchronization

/// A metric with one set of labels.
protocol Series: AnyObject, Sendable {
    /// Its lines of the text format.
    func lines(_ name: String, _ labels: [(String, String)]) -> [String]
}

/// A count that only rises, until it begins anew: modules may add as much as they like.
final class CounterSeries: Series, CounterHandler {
    private let count = Atomic<Int64>(0)

    func increment(by amount: Int64) { count.wrappingAdd(amount, ordering: .relaxed) }

    func reset() { count.store(0, ordering: .relaxed) }

    func lines(_ name: String, _ labels: [(String, String)]) -> [String] {
        ["\(name)\(MetricName.labels(labels)) \(count.load(ordering: .relaxed))"]
    }
}

/// A value that rises and falls. What is recorded without being summed up is one too.
final class GaugeSeries: Series, MeterHandler, RecorderHandler {
    private let value = Mutex(0.0)

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { self.value.withLock { $0 = value } }
    func record(_ value: Int64) { set(value) }
    func record(_ value: Double) { set(value) }
    func increment(by amount: Double) { value.withLock { $0 += amount } }
    func decrement(by amount: Double) { increment(by: -amount) }

    func lines(_ name: String, _ labels: [(String, String)]) -> [String] {
        ["\(name)\(MetricName.labels(labels)) \(value.withLock { $0 })"]
    }
}

/// How often what took how long. Times are in seconds.
final class HistogramSeries: Series, TimerHandler, RecorderHandler {
    /// Calls of prompt modules take microseconds, those that ask others milliseconds to seconds.
    static let bounds = [0.000_01, 0.000_1, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10]

    private struct State {
        var counts = [Int](repeating: 0, count: HistogramSeries.bounds.count)
        var sum = 0.0
        var count = 0
    }

    private let state = Mutex(State())

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1_000_000_000) }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        state.withLock { state in
            state.sum += value
            state.count += 1
            if let place = Self.bounds.firstIndex(where: { value <= $0 }) { state.counts[place] += 1 }
        }
    }

    func lines(_ name: String, _ labels: [(String, String)]) -> [String] {
        let state = state.withLock { $0 }
        var below = 0
        var lines = zip(Self.bounds, state.counts).map { bound, count in
            below += count
            return "\(name)_bucket\(MetricName.labels(labels + [("le", "\(bound)")])) \(below)"
        }
        lines.append("\(name)_bucket\(MetricName.labels(labels + [("le", "+Inf")])) \(state.count)")
        lines.append("\(name)_sum\(MetricName.labels(labels)) \(state.sum)")
        lines.append("\(name)_count\(MetricName.labels(labels)) \(state.count)")
        return lines
    }
}
