import CoreMetrics
import Testing

@testable import GatehouseServer

struct PrometheusRegistryTests {
    private let registry = PrometheusRegistry(help: ["calls_total": "How many."])

    @Test func `a counter counts, by its labels`() {
        let labels = [("module", #"a"b\c"#)]
        Counter(label: "calls_total", dimensions: labels, factory: registry).increment()
        Counter(label: "calls_total", dimensions: labels, factory: registry).increment(by: 2)
        Counter(label: "calls_total", factory: registry).increment()
        #expect(
            registry.text == """
                # HELP calls_total How many.
                # TYPE calls_total counter
                calls_total{module="a\\"b\\\\c"} 3
                calls_total 1

                """)
    }

    @Test func `a counter begins anew where it would be too large`() {
        let counter = Counter(label: "calls_total", factory: registry)
        counter.increment(by: Int64.max)
        counter.increment(by: Int64.max)
        #expect(registry.text.contains("calls_total -2\n"))
    }

    @Test func `a gauge is what it was last set to`() {
        let gauge = Meter(label: "open", factory: registry)
        gauge.set(5)
        gauge.decrement()
        Gauge(label: "level", factory: registry).record(1.5)
        #expect(registry.text == "# TYPE level gauge\nlevel 1.5\n# TYPE open gauge\nopen 4.0\n")
    }

    @Test func `a timer is a histogram in seconds, whose buckets hold what is below`() {
        let timer = Timer(label: "call.seconds", dimensions: [("a", "b")], factory: registry)
        timer.recordMilliseconds(2)
        timer.recordSeconds(100)
        let lines = registry.text.split(separator: "\n").map(String.init)
        #expect(lines.first == "# TYPE call_seconds histogram")
        #expect(lines.contains(#"call_seconds_bucket{a="b",le="0.001"} 0"#))
        #expect(lines.contains(#"call_seconds_bucket{a="b",le="0.005"} 1"#))
        #expect(lines.contains(#"call_seconds_bucket{a="b",le="10.0"} 1"#))
        #expect(
            lines.suffix(3) == [
                #"call_seconds_bucket{a="b",le="+Inf"} 2"#, #"call_seconds_sum{a="b"} 100.002"#,
                #"call_seconds_count{a="b"} 2"#,
            ])
    }

    @Test func `what is destroyed is no longer told`() {
        let counter = Counter(label: "calls_total", factory: registry)
        counter.destroy()
        #expect(registry.text == "")
    }

    @Test func `a name that is taken for another type counts for nobody`() {
        Counter(label: "x", factory: registry).increment()
        Meter(label: "x", factory: registry).set(7)
        #expect(registry.text == "# TYPE x counter\nx 1\n")
    }
}
