import CoreMetrics
import Logging
import ModuleLoader
import Synchronization

/// The metrics that one instance has declared.
final class InstanceMetrics: InstanceService {
    /// As many as an instance may declare.
    static let limit = 100

    private enum Metric: Sendable {
        case counter(Counter)
        /// A gauge, or a histogram.
        case recorder(Recorder)
    }

    private struct State {
        var metrics: [Metric] = []
        /// By name; the numbers are their places and one.
        var numbers: [String: UInt64] = [:]
        var isSettled = false
    }

    private let client: ServiceClient
    private let kinds: MetricKinds
    private let factory: any MetricsFactory
    private let state = Mutex(State())

    init(_ client: ServiceClient, _ kinds: MetricKinds, factory: any MetricsFactory = MetricsSystem.factory) {
        (self.client, self.kinds, self.factory) = (client, kinds, factory)
    }

    func makeTable() -> ServiceTable { MetricTable.make(self) }

    func settle() { state.withLock { $0.isSettled = true } }

    /// - Returns: the metric's number; the same for the same name.
    /// - Throws: why there is none.
    func declare(_ kind: MetricKind, _ name: String) throws(Handed.Refusal) -> UInt64 {
        try check(name)
        guard kinds.claim(name, kind) else {
            throw Handed.Refusal(reason: "the metric \(name) is of another kind elsewhere")
        }
        let number: UInt64? = state.withLock { state in
            if let number = state.numbers[name] { return number }
            guard !state.isSettled, state.metrics.count < Self.limit else { return nil }
            state.metrics.append(metric(kind, name))
            state.numbers[name] = UInt64(state.metrics.count)
            return UInt64(state.metrics.count)
        }
        guard let number else {
            throw Handed.Refusal(reason: "the metric \(name) is declared after create, or as more than \(Self.limit)")
        }
        return number
    }

    private func check(_ name: String) throws(Handed.Refusal) {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let isPlain = name.utf8.allSatisfy {
            letters ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: "_")
        }
        let isName = isPlain && name.utf8.first.map { letters ~= $0 } == true && name.utf8.count <= 100
        guard isName, !name.hasPrefix("gatehouse_") else {
            throw Handed.Refusal(reason: "\(name.debugDescription) is no name for a metric of a module")
        }
    }

    private func metric(_ kind: MetricKind, _ name: String) -> Metric {
        let labels = [("module", client.name)]
        switch kind {
        case .counter: return .counter(Counter(label: name, dimensions: labels, factory: factory))
        case .gauge: return .recorder(Recorder(label: name, dimensions: labels, aggregate: false, factory: factory))
        case .histogram: return .recorder(Recorder(label: name, dimensions: labels, aggregate: true, factory: factory))
        }
    }

    private func metric(_ number: UInt64) -> Metric? {
        state.withLock { state in
            guard number > 0, number <= UInt64(state.metrics.count) else { return nil }
            return state.metrics[Int(number) - 1]
        }
    }

    func add(_ number: UInt64, _ step: Int64) {
        if case .counter(let counter)? = metric(number), step > 0 { counter.increment(by: step) }
    }

    func record(_ number: UInt64, _ value: Double) {
        if case .recorder(let recorder)? = metric(number), value.isFinite { recorder.record(value) }
    }

    func warn(_ text: String) { client.logger.warning("\(text)") }
}
