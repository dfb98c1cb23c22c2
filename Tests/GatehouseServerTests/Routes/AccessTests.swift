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
            let reply = try await host.get("/v1/modules", [.authorization: "\(scheme) secret-token"], needsToken: true)
            #expect(reply.status == 200)
        }
    }

    @Test(arguments: [
        "Bearer secret-tokem", "Bearer secret-token2", "Bearer", "Basic secret-token", "secret-token", "",
    ])
    func `who has another one stays out`(header: String) async throws {
        let reply = try await host().get("/v1/modules", [.authorization: header], needsToken: true)
        #expect(reply.status == 401)
        #expect(reply["errcode"] == "M_UNKNOWN_TOKEN")
        #expect(reply.headers[.wwwAuthenticate] == "Bearer")
    }

    @Test func `who has none stays out, but may ask whether the server lives`() async throws {
        let host = try host()
        #expect(try await host.get("/metrics", needsToken: true)["errcode"] == "M_MISSING_TOKEN")
        #expect(try await host.get("/nowhere", needsToken: true).status == 401)
        #expect(try await host.get("/healthz", needsToken: true).status == 200)
        #expect(try await host.get("/readyz", needsToken: true).status == 200)
    }

    @Test func `over a Unix socket nobody needs a token`() async throws {
        #expect(try await host().get("/v1/modules").status == 200)
    }

    @Test func `a web page cannot ask in its reader's name`() async throws {
        let reply = try await ServedHost().get("/v1/modules", [.origin: "https://example.org"])
        #expect(reply.status == 403)
    }

    @Test(arguments: ["", "two words", "\u{e9}"])
    func `a token file without a token is a problem`(text: String) throws {
        let file = try Folder()
        let path = try file.write("token", text)
        let problems = #expect(throws: Problems.self) { _ = try TokenFile.read(path) }
        #expect(problems?.list.map(\.code) == ["serve.token"])
    }
}
