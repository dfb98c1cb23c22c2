import Gatehouse
import Testing

/// Cookies: each goes back to its module exactly once, whatever becomes of the answer that it came with.
struct CookieTests {
    private let jar = CookieJar()
    private static let login =
        #"{"username": "a", "login_type": "m.login.password", "login_dict": {"password": "p"}}"#

    private func logIn(_ host: Gatehouse) throws -> Login? {
        try host.passwordAuthProvider.authCheckers(
            username: "a", loginType: "m.login.password", loginDict: JSON(["password": "p"]))
    }

    @Test func `a login that is completed hands its cookie back, and the module may change the response`() throws {
        let host = try TestModules.host(jar.module(settings: ["rewrite": ["device_id": "D"]]))
        let login = try #require(try logIn(host))
        #expect(login.userID == "@a:x.org")
        #expect(login.module == "cookies")
        let cookie = try #require(login.cookie)
        let response = try host.passwordAuthProvider.postLogin(cookie: cookie, loginResponse: JSON(["a": 1]))
        #expect(response == JSON(["device_id": "D"]))
        host.shutDown()
        #expect(jar.lines == [#"post_login 7 {"a":1}"#, "destroyed 0"])
    }

    @Test func `a module that has nothing to change leaves the response as it is`() async throws {
        let host = try TestModules.host(jar.module())
        defer { host.shutDown() }
        let provider = host.passwordAuthProvider
        let login = try await provider.check3pidAuth(medium: "email", address: "a@x", password: "p")
        let cookie = try #require(login?.cookie)
        #expect(try await provider.postLogin(cookie: cookie, loginResponse: JSON(["a": 1])) == JSON(["a": 1]))
    }

    @Test func `a cookie that is let go of goes back as unused`() throws {
        let host = try TestModules.host(jar.module(cookie: 0))
        _ = try logIn(host)
        #expect(jar.lines == ["post_login_unused 0"])
        host.shutDown()
        #expect(jar.lines == ["post_login_unused 0", "destroyed 0"])
    }

    @Test func `a cookie that is still there when the host shuts down goes back before the module ends`() throws {
        let host = try TestModules.host(jar.module())
        let login = try #require(try logIn(host))
        let step = try #require(
            try host.backgroundUpdateController.onUpdate(updateName: "u", databaseName: "master", oneShot: false))
        host.shutDown()
        let cookies = [login.cookie, step.cookie].compactMap(\.self)
        #expect(cookies.count == 2)
        #expect(jar.lines == ["post_login_unused 7", "on_update_unused 7", "destroyed 0"])
        withExtendedLifetime(cookies) {}
    }

    @Test func `a cookie is handed back once`() throws {
        let host = try TestModules.host(jar.module())
        defer { host.shutDown() }
        let cookie = try #require(try logIn(host)?.cookie)
        _ = try host.passwordAuthProvider.postLogin(cookie: cookie, loginResponse: JSON([:]))
        #expect(throws: CallError.unknownCookie) {
            try host.passwordAuthProvider.postLogin(cookie: cookie, loginResponse: JSON([:]))
        }
        #expect(throws: CallError.unknownCookie) { try host.passwordAuthProvider.postLoginUnused(cookie: cookie) }
        #expect(jar.lines == ["post_login 7 {}"])
    }

    @Test(arguments: [1, 3, 9])
    func `a cookie of an answer that does not count goes back at once`(outcome: Int64) throws {
        let host = try TestModules.host(jar.module(settings: ["outcome": .integer(outcome)]))
        defer { host.shutDown() }
        #expect(try logIn(host) == nil)
        #expect(jar.lines == ["post_login_unused 7"])
    }

    @Test func `the answer of the next module has its own cookie`() throws {
        let host = try TestModules.host(
            jar.module("a", cookie: 1, settings: ["outcome": 3]), jar.module("b", cookie: 2))
        defer { host.shutDown() }
        let login = try #require(try logIn(host))
        #expect(login.module == "b")
        _ = try host.passwordAuthProvider.postLogin(
            cookie: #require(login.cookie), loginResponse: JSON([:]))
        #expect(jar.lines == ["post_login_unused 1", "post_login 2 {}"])
    }

    @Test func `two modules may give the same cookie, and each gets its own back`() throws {
        let other = CookieJar()
        let host = try TestModules.host(
            other.module("other", settings: ["outcome": 3]), jar.module("mine"))
        defer { host.shutDown() }
        let numbers = try (0..<2).map { _ in try #require(try logIn(host)?.cookie).number }
        #expect(Set(numbers).count == 2, "the host's number is never given twice")
        #expect(other.lines == ["post_login_unused 7", "post_login_unused 7"])
        #expect(jar.lines == ["post_login_unused 7", "post_login_unused 7"])
    }

    @Test func `a step of an update is left, done or failed`() throws {
        let host = try TestModules.host(jar.module())
        defer { host.shutDown() }
        let controller = host.backgroundUpdateController
        for error in [nil, "disk full"] {
            let step = try #require(
                try controller.onUpdate(updateName: "u", databaseName: "master", oneShot: false))
            #expect(step.duration == .milliseconds(100))
            try controller.onUpdateLeft(cookie: #require(step.cookie), error: error)
        }
        #expect(jar.lines == ["on_update_left 7", "on_update_left 7 disk full"])
    }

    @Test func `by name a cookie is a number, and goes back by it`() async throws {
        let host = try TestModules.host(jar.module())
        defer { host.shutDown() }
        let result = try await host.call("password_auth_provider.auth_checkers", arguments: Self.login)
        #expect(result.outcome == .answered(.login(userID: "@a:x.org", cookie: 1)))
        let wrong = #"{"cookie": 1, "error": null}"#
        await #expect(throws: CallError.self, "it goes to post_login, and nowhere else") {
            try await host.call("background_update_controller.on_update_left", arguments: wrong)
        }
        await #expect(throws: CallError.self, "arguments that do not fit hand nothing back") {
            try await host.call("password_auth_provider.post_login", arguments: #"{"cookie": 1}"#)
        }
        let right = #"{"cookie": 1, "login_response": {}}"#
        let done = try await host.call("password_auth_provider.post_login", arguments: right, traced: true)
        #expect(done.outcome == .next)
        #expect(done.trail?.map(\.module) == ["cookies"])
        #expect(jar.lines == ["post_login 7 {}"])
    }

    @Test func `nobody waits for a cookie in a host without modules`() async throws {
        let host = try TestModules.host()
        defer { host.shutDown() }
        await #expect(throws: CallError.self) {
            try await host.call("password_auth_provider.post_login_unused", arguments: #"{"cookie": 1}"#)
        }
    }
}
