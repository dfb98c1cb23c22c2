import Gatehouse
import HTTPTypes
import Testing

@testable import GatehouseServer

struct StateRoutesTests {
    @Test func `calls of modules are counted by what they said`() async throws {
        let host = try ServedHost(
            .scripted("a", "spam_checker.user_may_invite", ["allow": true]),
            .scripted("b", "spam_checker.user_may_invite", ["deny": true]))
        for _ in 0..<2 { _ = try await host.post(Sample.invite, Sample.inviting) }
        let lines = Set(try await host.get("/metrics").text.split(separator: "\n").map(String.init))
        let labels = #"callback="spam_checker.user_may_invite""#
        #expect(lines.contains(#"gatehouse_calls_total{module="a",\#(labels),outcome="next"} 2"#))
        #expect(lines.contains(#"gatehouse_calls_total{module="b",\#(labels),outcome="answered"} 2"#))
        #expect(lines.contains(#"gatehouse_call_seconds_count{\#(labels),outcome="answered"} 2"#))
        #expect(lines.contains("gatehouse_calls_under_way 0.0"))
        #expect(lines.contains("# TYPE gatehouse_calls_total counter"))
    }

    @Test func `how modules do stands in the metrics and in the list of modules`() async throws {
        let host = try ServedHost(.tardy, .scripted("b", "spam_checker.user_may_invite", ["deny": true]))
        for _ in 0..<2 { _ = try await host.post(Sample.invite + "?deadline=0s", Sample.inviting) }
        for _ in 0..<2 {
            let lines = Set(try await host.get("/metrics").text.split(separator: "\n").map(String.init))
            #expect(lines.contains(#"gatehouse_deadlines_passed_total{module="tardy"} 2"#))
            #expect(lines.contains(#"gatehouse_deadlines_passed_total{module="b"} 0"#))
            #expect(lines.contains(#"gatehouse_stuck{module="tardy"} 0.0"#))
            #expect(lines.contains("# TYPE gatehouse_late_answers_total counter"))
        }
        let states = try await host.get("/v1/modules").items.map { $0[member: "state"] }
        #expect(states.map { $0?[member: "deadlines_passed"] } == [2, 0])
        #expect(states.map { $0?[member: "stuck"] } == [false, false])
    }

    @Test func `metrics come as the text that Prometheus reads`() async throws {
        let type = try await ServedHost().get("/metrics").headers[.contentType]
        #expect(type == "text/plain; version=0.0.4; charset=utf-8")
    }

    @Test func `a server that is about to stop is alive, not ready, and takes no calls`() async throws {
        let host = try ServedHost()
        #expect(try await host.get("/readyz").status == 200)
        host.front.desk.admission.close()
        #expect(try await host.get("/readyz").status == 503)
        #expect(try await host.get("/healthz").status == 200)
        let call = try await host.post(Sample.invite, Sample.inviting)
        #expect(call.status == 503)
        #expect(call.headers[.retryAfter] == "1")
    }
}
