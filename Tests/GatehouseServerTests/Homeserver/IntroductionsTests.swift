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

    /// What a module is told of the process that asks.
    private func told(_ module: ModuleEntry, _ headers: HTTPFields) async throws -> JSONValue? {
        let host = try ServedHost(module)
        let join = #"{"user_id": "@a:x", "room_id": "!r:x", "is_invited": false}"#
        return try await host.post("/v1/call/spam_checker/user_may_join_room", join, headers)["extra"]
    }

    @Test(arguments: [["late": true], [:]] as [JSONValue])
    func `modules are told which process asks, also where they answer late`(config: JSONValue) async throws {
        let module = ModuleEntry("processes", config: config)
        let main = try await told(module, headers("orchard.test", socket: "/s"))
        #expect(main == ["process": "master", "is_from_main": true])
        let worker = try #require(HTTPField.Name("Gatehouse-Worker"))
        #expect(try await told(module, [worker: "w1"]) == ["process": "w1", "is_from_main": false])
        #expect(try await told(module, [:]) == ["process": "nobody", "is_from_main": true])
    }

    @Test func `another homeserver is not taken for it`() async throws {
        #expect(try await !place(after: headers("other.test", socket: "/no/such.sock")).contains("/no/such.sock"))
    }
}
