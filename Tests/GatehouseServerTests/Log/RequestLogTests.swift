import Gatehouse
import HTTPTypes
import InMemoryLogging
import Logging
import Testing

@testable import GatehouseServer

struct RequestLogTests {
    @Test func `one line tells who refused what, and why`() async throws {
        let host = try ServedHost(
            .scripted("a", "spam_checker.user_may_invite", ["allow": true]),
            .scripted("b", "spam_checker.user_may_invite", ["deny_code": "M_X", "extra": ["error": "go\naway"]]))
        _ = try await host.post(Sample.invite, Sample.inviting, [.requestID: "r-1"])
        let line = try #require(host.log.last)
        #expect(line.level == .info)
        #expect(
            "\(line.message)" == #"b refused spam_checker.user_may_invite: M_X go\naway; asked: a next, b answered"#)
        #expect(line.metadata["request_id"] == "r-1")
        #expect(line.metadata["users"] == ["@a:x", "@b:x"])
        #expect(line.metadata["rooms"] == ["!r:x"])
        #expect(host.log.count == 1)
    }

    @Test func `every request is a line where the log is told to say more`() async throws {
        let host = try ServedHost { $0.logLevel = .debug }
        _ = try await host.post(Sample.invite + "?trail=1", Sample.inviting)
        let line = try #require(host.log.last { $0.metadata["status"] != nil })
        #expect(line.metadata["method"] == "POST")
        #expect(line.metadata["path"] == "\(Sample.invite)")
        #expect(line.metadata["status"] == .stringConvertible(200))
    }

    @Test func `an id that the caller gives comes back, any other is made`() async throws {
        let host = try ServedHost()
        #expect(try await host.get("/healthz", [.requestID: "abc"]).headers[.requestID] == "abc")
        let long = String(repeating: "x", count: 129)
        for given in ["", "two words", long] {
            let id = try #require(try await host.get("/healthz", [.requestID: given]).headers[.requestID])
            #expect(id != given)
            #expect(!id.isEmpty)
        }
    }

    @Test func `an answer that is an error has an id too`() async throws {
        #expect(try await ServedHost().get("/nowhere").headers[.requestID] != nil)
    }
}
