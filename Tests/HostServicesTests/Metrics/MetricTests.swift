import CoreMetrics
import GatehouseTesting
import Synchronization
import Testing

@testable import HostServices
@testable import ModuleLoader

struct MetricTests {
    private let factory = RecordedMetrics()
    private let kinds = MetricKinds()

    private func metrics(_ name: String) -> InstanceMetrics {
        InstanceMetrics(.alone(name), kinds, factory: factory)
    }

    @Test func `a metric carries the instance's name`() throws {
        let (one, two) = (metrics("one"), metrics("two"))
        one.add(try one.declare(.counter, "lookups_total"), 3)
        two.add(try two.declare(.counter, "lookups_total"), 1)
        one.record(try one.declare(.gauge, "open"), 7)
        one.record(try one.declare(.histogram, "lookup_seconds"), 0.5)
        #expect(
            factory.lines == [
                "lookups_total module=one +3", "lookups_total module=two +1", "open module=one 7.0 last",
                "lookup_seconds module=one 0.5 all",
            ])
    }

    @Test func `what does not fit a metric is ignored`() throws {
        let one = metrics("one")
        let (counter, gauge) = (try one.declare(.counter, "a_total"), try one.declare(.gauge, "b"))
        one.add(counter, -1)
        one.add(gauge, 1)
        one.add(0, 1)
        one.add(99, 1)
        one.record(counter, 1)
        one.record(gauge, .nan)
        #expect(factory.lines == [])
    }

    @Test func `a name is of one kind, whoever declares it`() throws {
        let (one, two) = (metrics("one"), metrics("two"))
        let number = try one.declare(.counter, "a_total")
        #expect(try one.declare(.counter, "a_total") == number)
        #expect(throws: Handed.Refusal.self) { try two.declare(.gauge, "a_total") }
    }

    @Test(arguments: ["", "A", "1a", "a-b", "ä", "gatehouse_calls_total", String(repeating: "a", count: 101)])
    func `what is no name is refused`(name: String) {
        #expect(throws: Handed.Refusal.self) { try metrics("one").declare(.counter, name) }
    }

    @Test func `an instance declares at most 100, before create has returned`() throws {
        let one = metrics("one")
        for number in 0..<100 { _ = try one.declare(.counter, "a\(number)") }
        #expect(throws: Handed.Refusal.self) { try one.declare(.counter, "a100") }
        let two = metrics("two")
        _ = try two.declare(.counter, "b")
        two.settle()
        #expect(try two.declare(.counter, "b") == 1)
        #expect(throws: Handed.Refusal.self) { try two.declare(.counter, "c") }
    }

    @Test func `a module declares and counts through its table`() async throws {
        let clerk = try Clerk(["metrics": [[1, "clerk_total"], [2, "clerk_open"], [1, "Clerk"], [9, "clerk"]]])
        #expect(try await clerk.journal() == "1 2 0 0 ")
        #expect(try clerk.run("count 0 5").code == "FOUND")
        #expect(try clerk.run("record 1 5").code == "FOUND")
        #expect(try clerk.run("declare 1 clerk_late").text == "0")
        #expect(
            clerk.host.log.filter { $0.level == .warning }.map(\.message) == [
                "\"Clerk\" is no name for a metric of a module", "9 is no kind of metrics",
                "the metric clerk_late is declared after create, or as more than 100",
            ])
    }
}

/// Writes down what is measured.
private final class RecordedMetrics: MetricsFactory {
    private let written = Mutex<[String]>([])
    var lines: [String] { written.withLock { $0 } }

    fileprivate func write(_ line: String) { written.withLock { $0.append(line) } }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        Handler(metrics: self, name: "\(label) \(dimensions.map { "\($0)=\($1)" }.joined())", end: "")
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        Handler(
            metrics: self, name: "\(label) \(dimensions.map { "\($0)=\($1)" }.joined())",
            end: aggregate ? " all" : " last")
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler { NOOPMetricsHandler.instance }
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    private final class Handler: CounterHandler, RecorderHandler {
        let metrics: RecordedMetrics
        let name: String
        let end: String

        init(metrics: RecordedMetrics, name: String, end: String) {
            (self.metrics, self.name, self.end) = (metrics, name, end)
        }

        func increment(by step: Int64) { metrics.write("\(name) +\(step)") }
        func reset() {}
        func record(_ value: Int64) { record(Double(value)) }
        func record(_ value: Double) { metrics.write("\(name) \(value)\(end)") }
    }
}
