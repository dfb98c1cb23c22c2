import Gatehouse
import HTTPTypes
import Testing

@testable import GatehouseServer

struct IntroductionsTests {
    private func headers(_ server: String, socket: String) -> HTTPFields {
        var headers = HTTPFields()
        for (name, value) in [("Homeserver", server), ("Worker", "master"), ("Socket", socket)] {
            if let name = HTTPField.Name("Gatehouse-\(name)") { headers[name] = value }
        }
        return headers
    }

    /// Where the module's question went, as its failure says it.
    private func place(after headers: HTTPFields) async throws -> String {
        let homeserver = BridgedHomeserver(serverName: "orchard.test", patience: .zero)
        let host = try ServedHost(homeserver: homeserver)
        _ = try await host.get("/v1/modules", headers)
        do {
            _ = try await homeserver.isPublic(roomID: "!r:x")
            return "nowhere"
        } catch {
            return "\(error)"
        }
    }

    @Test func `a request of the homeserver's says where it answers`() async throws {
        #expect(try await place(after: headers("orchard.test", socket: "/no/such.sock")).contains("/no/such.sock"))
    }

    @Test func `another homeserver is not taken for it`() async throws {
        #expect(try await !place(after: headers("other.test", socket: "/no/such.sock")).contains("/no/such.sock"))
    }
}
