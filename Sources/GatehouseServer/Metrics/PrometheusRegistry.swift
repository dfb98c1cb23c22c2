public import CoreMetrics
import Synchronization

/// Collects the metrics of a process and writes them as Prometheus reads them.
///
/// A backend of swift-metrics: the server counts into it; `MetricsSystem.bootstrap` makes libraries count into it too.
public final class PrometheusRegistry: MetricsFactory {
    private struct Family {
        let type: String
        var series: [(labels: [(String, String)], series: any Series)] = []
    }

    private let families = Mutex<[String: Family]>([:])
    private let help: [String: String]

    /// - Parameter help: what metrics tell, by their names.
    public init(help: [String: String] = [:]) { self.help = help }

    /// All metrics in the text format, version 0.0.4, sorted by name.
    public var text: String {
        let families = families.withLock { $0 }.sorted { $0.key < $1.key }
        return families.map { name, family in
            let title = help[name].map { "# HELP \(name) \($0)\n" } ?? ""
            let lines = family.series.flatMap { $0.series.lines(name, $0.labels) }
            return title + "# TYPE \(name) \(family.type)\n" + lines.joined(separator: "\n") + "\n"
        }.joined()
    }

    /// The series of a name and labels, made when it is first asked for. One that has the name for another type is left
    /// alone: the new one counts for nobody.
    private func series<Made: Series>(
        _ label: String, _ labels: [(String, String)], _ type: String, _ make: () -> Made
    ) -> Made {
        let name = MetricName.plain(label)
        return families.withLock { families in
            var family = families[name] ?? Family(type: type)
            let known = family.series.first { known in known.labels.elementsEqual(labels, by: ==) }
            if let known = known?.series as? Made { return known }
            let made = make()
            guard family.type == type, known == nil else { return made }
            family.series.append((labels, made))
            families[name] = family
            return made
        }
    }

    private func remove(_ handler: AnyObject) {
        families.withLock { families in
            for name in families.keys {
                families[name]?.series.removeAll { $0.series === handler }
                if families[name]?.series.isEmpty == true { families[name] = nil }
            }
        }
    }
}

extension PrometheusRegistry {
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, "counter", CounterSeries.init)
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, "gauge", GaugeSeries.init)
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        if aggregate { return series(label, dimensions, "histogram", HistogramSeries.init) }
        return series(label, dimensions, "gauge", GaugeSeries.init)
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, "histogram", HistogramSeries.init)
    }

    public func destroyCounter(_ handler: any CounterHandler) { remove(handler) }
    public func destroyMeter(_ handler: any MeterHandler) { remove(handler) }
    public func destroyRecorder(_ handler: any RecorderHandler) { remove(handler) }
    public func destroyTimer(_ handler: any TimerHandler) { remove(handler) }
}
