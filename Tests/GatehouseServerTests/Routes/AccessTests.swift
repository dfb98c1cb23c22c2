import Gatehouse
import HTTPTypes
import JSONText
import Testing

@testable import GatehouseServer

struct AccessTests {
    private func host() throws -> ServedHost {
        let folder = try Folder()
        let file = try folder.write("token", "secret-token\n")
        return try ServedHost { $0.tokenFile = file }
    }

    @Test func `who has the token comes in`() async throws {
        let host = try host()
        for scheme in ["Bearer", "bearer"] {
            let reply = try await host.get("/v1/modules", [.authorization: "\(scheme) secret-token"], overTCP: true)
            #expect(reply.status == 200)
        }
    }

    @Test(arguments: [
        "Bearer secret-tokem", "Bearer secret-token2", "Bearer", "Basic secret-token", "secret-token", "",
    ])
    func `who has another one stays out`(header: String) async throws {
        let reply = try await host().get("/v1/modules", [.authorization: header], overTCP: true)
        #expect(reply.status == 401)
        #expect(reply["errcode"] == "M_UNKNOWN_TOKEN")
        #expect(reply.headers[.wwwAuthenticate] == "Bearer")
    }

    @Test func `who has none stays out, but may ask whether the server lives`() async throws {
        let host = try host()
        #expect(try await host.get("/metrics", overTCP: true)["errcode"] == "M_MISSING_TOKEN")
        #expect(try await host.get("/nowhere", overTCP: true).status == 401)
        #expect(try await host.get("/healthz", overTCP: true).status == 200)
        #expect(try await host.get("/readyz", overTCP: true).status == 200)
    }

    @Test func `over a Unix socket nobody needs a token`() async throws {
        #expect(try await host().get("/v1/modules").status == 200)
    }

    @Test func `a web page cannot ask in its reader's name`() async throws {
        let reply = try await ServedHost().get("/v1/modules", [.origin: "https://example.org"])
        #expect(reply.status == 403)
    }

    @Test(arguments: [
        "evil.example", "evil.example:8008", "127.0.0.1.evil.example", "localhost.evil.example:80", "[evil.example]",
        "",
    ])
    func `without a token nor can a page whose name leads to this machine`(name: String) async throws {
        let host = try ServedHost()
        let reply = try await host.get("/v1/decisions", overTCP: true, host: name)
        #expect(reply.status == 403)
        #expect(reply["errcode"] == "M_FORBIDDEN")
        #expect(try await host.get("/healthz", overTCP: true, host: name).status == 200)
        #expect(try await host.get("/v1/decisions", host: name).status == 200, "over a Unix socket")
    }

    @Test(arguments: ["127.0.0.1", "127.0.0.1:8008", "[::1]:8008", "[::1]", "localhost", "LocalHost:80", nil])
    func `whoever asks by the address comes in, and a client that names nothing`(name: String?) async throws {
        #expect(try await ServedHost().get("/v1/decisions", overTCP: true, host: name).status == 200)
    }

    @Test func `who has the token may call the server as it likes`() async throws {
        let headers: HTTPFields = [.authorization: "Bearer secret-token"]
        #expect(try await host().get("/v1/modules", headers, overTCP: true, host: "gate.example").status == 200)
    }

    @Test(arguments: ["", "two words", "\u{e9}"])
    func `a token file without a token is a problem`(text: String) throws {
        let file = try Folder()
        let path = try file.write("token", text)
        let problems = #expect(throws: Problems.self) { _ = try TokenFile.read(path) }
        #expect(problems?.list.map(\.code) == ["serve.token"])
    }
}
