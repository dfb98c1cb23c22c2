import Gatehouse
import HostServices
import HTTPTypes
import JSONText
import Testing

@testable import GatehouseServer

struct ModulePathsTests {
    private static let path = "/_synapse/client/clerk"

    private func host(_ paths: String..., change: (inout ServerSettings) -> Void = { _ in }) throws -> ServedHost {
        let paths = JSONValue.array(paths.map { .string($0) })
        return try ServedHost(ModuleEntry("clerk", config: ["paths": paths]), change: change)
    }

    @Test func `a module answers its path, with the status and the headers that it wants`() async throws {
        let reply = try await host(Self.path).post(Self.path + "?user=%40a%3Ax", "hello", [.accept: "*/*"])
        #expect(reply.status == 201)
        #expect(reply.headers[.contentType] == "text/plain")
        #expect(reply.headers[HTTPField.Name("X-Clerk") ?? .via] == "yes")
        #expect(reply.text == "POST \(Self.path) user=@a:x(1) body=hello headers=2")
    }

    @Test func `a path that nobody has is a 404 still`() async throws {
        #expect(try await host(Self.path).get("/_synapse/client/other")["errcode"] == "M_UNRECOGNIZED")
    }

    @Test func `clients need no token, and may be web pages`() async throws {
        let host = try host(Self.path)
        let headers: HTTPFields = [.origin: "https://example.org"]
        #expect(try await host.get(Self.path, headers, overTCP: true).status == 201)
        #expect(try await host.get("/v1/modules", overTCP: true, host: "page.example").status == 403)
    }

    @Test func `what the server answers comes before what is below a path of a module`() async throws {
        let host = try host("/api/")
        #expect(try await host.get("/api/1/other").status == 201)
        #expect(try await host.get("/api/1/spam_check/ping", overTCP: true, host: "page").status == 403)
    }

    @Test func `every path of the server is reserved`() throws {
        let host = try host()
        let open = host.front.routes.paths.filter { path in
            !WebResourceRegistry.reserved.contains { path == $0 || path.hasPrefix($0 + "/") }
        }
        #expect(open == [])
    }

    @Test func `HEAD has no body`() async throws {
        let reply = try await host(Self.path).send(.head, Self.path)
        #expect(reply.status == 201)
        #expect(reply.text == "")
    }

    @Test func `a body over the limit does not reach the module`() async throws {
        let reply = try await host(Self.path) { $0.webBodyLimit = 4 }.post(Self.path, "hello")
        #expect(reply.status == 413)
    }

    @Test func `a request takes nobody's place before all of it is there`() async throws {
        let full = try host(Self.path) { ($0.callLimit, $0.webBodyLimit) = (0, 4) }
        #expect(try await full.post(Self.path, "hello").status == 413)
        #expect(try await full.post(Self.path, "hey").status == 503)
    }

    @Test func `so many clients and no more are let in, and calls are not counted with them`() async throws {
        let host = try host(Self.path) { $0.callLimit = 0 }
        #expect(try await host.get(Self.path).headers[.retryAfter] == "1")
        let free = try self.host(Self.path)
        free.front.desk.admission.close()
        #expect(try await free.get(Self.path).status == 201)
    }
}
