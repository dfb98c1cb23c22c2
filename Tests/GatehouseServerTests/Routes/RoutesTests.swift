import Gatehouse
import HTTPTypes
import Testing

@testable import GatehouseServer

struct RoutesTests {
    @Test func `a method that a path does not have is a 405 that names those it has`() async throws {
        let host = try ServedHost()
        let put = try await host.send(.put, Sample.invite)
        #expect(put.status == 405)
        #expect(put.headers[.allow] == "POST")
        #expect(try await host.send(.delete, "/v1/modules").headers[.allow] == "GET, HEAD")
    }

    @Test func `a path that nobody has is a 404 in Matrix's form`() async throws {
        let reply = try await ServedHost().get("/nowhere")
        #expect(reply.status == 404)
        #expect(reply["errcode"] == "M_UNRECOGNIZED")
    }

    @Test func `HEAD is GET without the body`() async throws {
        let reply = try await ServedHost().send(.head, "/healthz")
        #expect(reply.status == 200)
        #expect(reply.headers[.contentLength] == "15")
        #expect(reply.text == "")
    }

    @Test func `the lists are those of the commands`() async throws {
        let host = try ServedHost(.scripted("m", "spam_checker.user_may_invite", ["allow": true]))
        #expect(try await host.get("/v1/modules").items.map { $0[member: "name"] } == ["m"])
        let chains = try await host.get("/v1/chains").items
        #expect(chains.count == Catalogue.callbacks.count)
        let asked = chains.filter { $0[member: "modules"] == ["m"] }
        #expect(asked.map { $0[member: "callback"] } == ["spam_checker.user_may_invite"])
        let callbacks = try await host.get("/v1/callbacks").items
        #expect(callbacks.map { $0[member: "name"] } == Catalogue.callbacks.map { .string($0.name) })
    }
}
