import Foundation
import GatehouseTesting
import Testing

struct HTTPTests {
    private let server: WebServer
    private let clerk: Clerk

    init() throws {
        server = try WebServer()
        clerk = try Clerk()
    }

    /// - Returns: result, status and body, as `http.c` writes them.
    private func get(_ path: String, flags: Int = 0, timeout: Int = 0, limit: Int = 0) async throws -> String {
        _ = try clerk.run("http \(flags) \(timeout) \(limit) GET \(server.url(path))")
        return try await clerk.journal()
    }

    @Test func `a request has its method, headers and body`() async throws {
        _ = try clerk.run("http 0 0 0 PUT \(server.url("/echo")) hello")
        #expect(try await clerk.journal() == "1 200 PUT yes hello;")
        #expect(try await get("/echo") == "1 200 GET yes ;")
        #expect(try await get("/teapot") == #"1 418 {"short":"stout"};"#)
    }

    @Test func `JSON is posted and got`() async throws {
        _ = try clerk.run("post-json \(server.url("/json")) {\"a\":[1,2]}")
        #expect(try await clerk.journal() == #"1 200 {"got": {"a": [1, 2]}};"#)
    }

    @Test func `who asks for JSON is told of another status, and of what is none`() async throws {
        #expect(try await get("/teapot", flags: 1) == #"8 418 {"short":"stout"};"#)
        #expect(try await get("/echo", flags: 1) == "9 200 GET yes ;")
    }

    @Test func `redirects are followed on request, and not for ever`() async throws {
        #expect(try await get("/there") == "1 302 ;")
        #expect(try await get("/there", flags: 2) == "1 200 GET yes ;")
        #expect(try await get("/round", flags: 2) == "6 0 ;")
    }

    @Test func `a body over its limit is no response`() async throws {
        #expect(try await get("/large", limit: 4999) == "5 0 ;")
        #expect(try await get("/large", limit: 5000).hasPrefix("1 200 xxx"))
    }

    @Test(arguments: ["/slow", "/dripping"])
    func `a deadline holds for all of a request`(path: String) async throws {
        #expect(try await get(path, timeout: 50_000_000) == "4 0 ;")
    }

    @Test(arguments: ["ftp://127.0.0.1/", "127.0.0.1", "http://", "-"])
    func `what is no request is answered as such`(url: String) async throws {
        _ = try clerk.run("http 0 0 0 GET \(url)")
        #expect(try await clerk.journal() == "2 0 ;")
        _ = try clerk.run("http 0 0 0 get \(server.url("/echo"))")
        #expect(try await clerk.journal() == "2 0 ;")
    }

    @Test func `a server that is not there is unreachable`() async throws {
        _ = try clerk.run("http 0 0 0 GET http://127.0.0.1:1/")
        #expect(try await clerk.journal() == "3 0 ;")
    }

    @Test func `a request that is cancelled is answered all the same`() async throws {
        let request = try clerk.run("http 0 0 0 GET \(server.url("/slow"))").text
        _ = try clerk.run("stop \(request)")
        #expect(try await clerk.journal() == "7 0 ;")
    }

    @Test func `connections are used again`() async throws {
        // One that has been idle for a minute is closed, and a busy machine may take that long.
        var answers: Set<String> = []
        for _ in 0..<10 where answers.insert(try await get("/port")).inserted {}
        #expect(answers.count < 10)
        #expect(answers.allSatisfy { $0.hasPrefix("1 200 ") })
    }

    @Test func `the completions of an instance that ends come before destroy`() throws {
        for _ in 0..<20 { _ = try clerk.run("http 0 0 0 GET \(server.url("/slow"))") }
        clerk.host.gatehouse.shutDown()
        let last = try #require(clerk.host.log.last)
        #expect(last == LogLine(.info, String(repeating: "7 0 ;", count: 20), module: "clerk"))
    }

    @Test func `a certificate that nobody vouches for is not trusted`() async throws {
        let folder = try TestFolder()
        let (certificate, key) = (folder.path + "/cert.pem", folder.path + "/key.pem")
        let make = Process()
        make.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        make.arguments = [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
            "-keyout", key, "-out", certificate,
        ]
        make.standardError = FileHandle.nullDevice
        try make.run()
        make.waitUntilExit()
        let secure = try WebServer([certificate, key])
        _ = try clerk.run("http 0 0 0 GET https://localhost:\(secure.port)/echo")
        #expect(try await clerk.journal() == "3 0 ;")
    }
}
