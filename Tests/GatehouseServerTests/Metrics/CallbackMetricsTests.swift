import Testing

@testable import GatehouseServer
@testable import MatrixCallbacks

struct CallbackMetricsTests {
    private let registry = PrometheusRegistry()

    private func step(_ module: String, _ outcome: String) -> TrailStep {
        TrailStep(module: module, outcome: outcome, duration: .milliseconds(500), message: nil)
    }

    @Test func `modules are counted whoever is asked, in whatever order, and whatever they say`() {
        var metrics = CallbackMetrics("x.y", registry)
        metrics.count([step("a", "next"), step("b", "answered")], of: "answered")
        metrics.count([step("a", "next"), step("b", "next"), step("c", "next")], of: "next")
        metrics.count([step("c", "next"), step("a", "failed"), step("a", "next")], of: "next")
        metrics.count([], of: "next")
        let counts = registry.text.split(separator: "\n").filter { $0.hasPrefix("gatehouse_calls_total") }
        #expect(
            Set(counts.map(String.init)) == [
                #"gatehouse_calls_total{module="a",callback="x.y",outcome="next"} 3"#,
                #"gatehouse_calls_total{module="a",callback="x.y",outcome="failed"} 1"#,
                #"gatehouse_calls_total{module="b",callback="x.y",outcome="answered"} 1"#,
                #"gatehouse_calls_total{module="b",callback="x.y",outcome="next"} 1"#,
                #"gatehouse_calls_total{module="c",callback="x.y",outcome="next"} 2"#,
            ])
    }

    @Test func `a call takes as long as its modules together`() {
        var metrics = CallbackMetrics("x.y", registry)
        metrics.count([step("a", "next"), step("b", "next"), step("c", "next")], of: "next")
        metrics.count([], of: "next")
        let labels = #"{callback="x.y",outcome="next"}"#
        #expect(registry.text.contains("gatehouse_call_seconds_sum\(labels) 1.5\n"))
        #expect(registry.text.contains("gatehouse_call_seconds_count\(labels) 2\n"))
    }
}
