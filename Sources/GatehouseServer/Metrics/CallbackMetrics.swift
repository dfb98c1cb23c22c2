import CoreMetrics
import MatrixCallbacks

/// What is counted of the calls of one callback.
struct CallbackMetrics {
    private struct Count {
        let module: String
        let outcome: String
        let counter: Counter
    }

    private let callback: String
    private let factory: any MetricsFactory
    private var counts: [Count] = []
    private var timers: [String: Timer] = [:]

    init(_ callback: String, _ factory: any MetricsFactory) { (self.callback, self.factory) = (callback, factory) }

    /// Counts a call that ended with `outcome`, and who was asked on the way.
    mutating func count(_ trail: [TrailStep], of outcome: String) {
        var (place, time) = (0, Duration.zero)
        for step in trail {
            place = self.place(of: step, from: place)
            counts[place].counter.increment()
            place += 1
            time += step.duration
        }
        timer(of: outcome).recordNanoseconds(time.nanoseconds)
    }

    private mutating func timer(of outcome: String) -> Timer {
        if let timer = timers[outcome] { return timer }
        let labels = [("callback", callback), ("outcome", outcome)]
        let timer = Timer(label: "gatehouse_call_seconds", dimensions: labels, factory: factory)
        timers[outcome] = timer
        return timer
    }

    /// Modules are asked in the same order each time, so that the next one is mostly the one after the last.
    private mutating func place(of step: TrailStep, from start: Int) -> Int {
        let isIt = { (count: Count) in count.module == step.module && count.outcome == step.outcome }
        if let place = counts[start...].firstIndex(where: isIt) ?? counts[..<start].firstIndex(where: isIt) {
            return place
        }
        let labels = [("module", step.module), ("callback", callback), ("outcome", step.outcome)]
        let counter = Counter(label: "gatehouse_calls_total", dimensions: labels, factory: factory)
        counts.append(Count(module: step.module, outcome: step.outcome, counter: counter))
        return counts.count - 1
    }
}
