import GatehouseTesting
import Logging
import Testing

@testable import HostServices

struct WebResourceTests {
    private static let path = "/_synapse/client/clerk"

    private func respond(
        _ clerk: Clerk, _ path: String = path, query: String? = nil, body: String = ""
    ) async -> WebResponse? {
        await clerk.host.gatehouse.webResources.response(
            to: WebRequest(
                method: "POST", path: path, query: query, headers: [("accept", "*/*"), ("host", "x")],
                body: Array(body.utf8)))
    }

    private func text(_ response: WebResponse?) -> String {
        response.map { "\($0.status) \(String(decoding: $0.body, as: UTF8.self))" } ?? "nobody"
    }

    @Test func `a module answers its path at once`() async throws {
        let clerk = try Clerk(["paths": [.string(Self.path)]])
        let response = await respond(clerk, query: "a=1&user=%40a%3Ax.org&user=b", body: "hello")
        #expect(text(response) == "201 POST \(Self.path) user=@a:x.org(1) body=hello headers=2")
        #expect(response?.headers.map { "\($0.name): \($0.value)" } == ["content-type: text/plain", "X-Clerk: yes"])
        #expect(try await clerk.journal() == "\(Self.path) 1;answer 1;")
    }

    @Test func `a path that nobody has is answered by nobody`() async throws {
        let clerk = try Clerk(["paths": [.string(Self.path)]])
        #expect(text(await respond(clerk, Self.path + "/below")) == "nobody")
        #expect(text(await respond(clerk, "/_synapse/client")) == "nobody")
        #expect(text(await respond(clerk, "")) == "nobody")
    }

    @Test func `a path that ends with a slash is all below it, and the nearest has it`() async throws {
        let clerk = try Clerk(["paths": ["/a/", "/a/b"]])
        #expect(text(await respond(clerk, "/a/c/d")).hasPrefix("201"))
        #expect(text(await respond(clerk, "/a/")).hasPrefix("201"))
        #expect(text(await respond(clerk, "/a")) == "nobody")
        #expect(WebPath.candidates(for: "/a/b/c") == ["/a/b/c", "/a/b/", "/a/"])
    }

    @Test func `a module answers later, from where it will`() async throws {
        let clerk = try Clerk(["paths": [.string(Self.path)]])
        async let response = respond(clerk, query: "how=later&user=a")
        _ = try await clerk.journal { $0.contains("open") }
        #expect(try clerk.run("answer").code == "FOUND")
        #expect(text(await response) == "201 POST \(Self.path) user=a(1) body= headers=2")
    }

    @Test func `what is no response is an error for the client, and a line in the log`() async throws {
        let clerk = try Clerk(["paths": [.string(Self.path)]])
        #expect(text(await respond(clerk, query: "how=badly")).hasPrefix("500 "))
        #expect(try await clerk.journal().hasSuffix("badly 3;"))
        #expect(
            clerk.host.log.filter { $0.level == .warning }.map(\.message)
                == ["it answers a client with what is no response: \"X-Clerk\" is no header"])
    }

    @Test func `the first module keeps a path, and the other is warned`() async throws {
        let entries = ["one", "two"].map { ModuleEntry("clerk", name: $0, config: ["paths": [.string(Self.path)]]) }
        let host = try TestedHost(
            Configuration(modulePath: Clerk.modules, modules: entries, allowWritablePaths: true))
        #expect(host.gatehouse.webResources.paths == [Self.path])
        #expect(
            host.log.filter { $0.level == .warning } == [
                LogLine(.warning, "the path \(Self.path) is not its own: one has it already", module: "two")
            ])
    }

    @Test(arguments: [
        ("/_matrix/client/v3/login", 2), ("/_matrix", 2), ("/v1/call/x", 2), ("/metrics", 2), ("/metrics2", 1),
        ("nothing", 3), ("/", 3), ("/a//b", 3), ("/a/../b", 3), ("/a?b", 3), ("/a b", 3),
    ])
    func `reserved paths and what is no path are not registered`(path: String, found: Int) async throws {
        let clerk = try Clerk(["paths": [.string(path)]])
        #expect(try await clerk.journal() == "\(path) \(found);")
    }

    @Test func `paths are registered in create alone`() throws {
        let clerk = try Clerk()
        #expect(try clerk.run("serve /a").code == "UNREACHABLE")
        #expect(clerk.host.gatehouse.webResources.paths == [])
    }

    @Test func `the clients of an instance that ends are told so`() async throws {
        let clerk = try Clerk(["paths": [.string(Self.path)]])
        async let response = respond(clerk, query: "how=later")
        _ = try await clerk.journal { $0.contains("open") }
        clerk.host.gatehouse.shutDown()
        #expect(text(await response).hasPrefix("503 "))
        #expect(clerk.host.gatehouse.webResources.paths == [])
    }

    @Test func `a caller that goes away does not wait`() async throws {
        let clerk = try Clerk(["paths": [.string(Self.path)]])
        let asked = Task { await respond(clerk, query: "how=never") }
        asked.cancel()
        #expect(text(await asked.value).hasPrefix("503 "))
    }

    @Test(arguments: [
        ("a=1&b=2", "b", "2"), ("a=1", "b", nil), ("a", "a", ""), ("a=%41+b%2", "a", "A b%2"), ("%61=1", "a", "1"),
        ("a=b=c", "a", "b=c"), ("", "a", nil), ("a=1&a=2", "a", "1"),
    ])
    func `a parameter is found without its escapes`(query: String, name: String, value: String?) {
        #expect(QueryParameter.value(of: Array(name.utf8), in: Array(query.utf8)) == value.map { Array($0.utf8) })
    }
}
