import Foundation
import GatehouseTesting
import Testing

/// The example modules that use services.
struct PluginTests {
    private func module(
        _ name: String, _ config: JSONValue, homeserver: (any Homeserver)? = nil
    ) throws -> TestedModule {
        try TestedModule("\(Clerk.root)/build/modules/\(name).so", config: config, homeserver: homeserver)
    }

    private func event(from sender: String, local: Bool = true) -> JSONValue {
        [
            "event": [
                "type": "m.room.message", "room_id": "!r:x", "sender": .string(sender), "content": ["body": "a"],
                "origin_server_ts": 1, "event_id": "$1", "room_version": "11", "local": .bool(local),
            ]
        ]
    }

    private func send(_ module: TestedModule, _ sender: String, local: Bool = true) throws -> ModuleAnswer {
        try module.call("spam_checker.check_event_for_spam", event(from: sender, local: local)).answer
    }

    @Test func `the rate limit lets so many events pass, of each user`() throws {
        let module = try module("rate_limit", ["events": 2, "window_seconds": 86400])
        #expect(try send(module, "@a:x") == .next)
        #expect(try send(module, "@a:x") == .next)
        #expect(try send(module, "@a:x") == .answered(.deny("M_LIMIT_EXCEEDED")))
        #expect(try send(module, "@b:x") == .next)
    }

    @Test func `the rate limit lets all events of other servers pass`() throws {
        let module = try module("rate_limit", ["events": 1, "window_seconds": 86400])
        for _ in 0..<3 { #expect(try send(module, "@a:elsewhere.test", local: false) == .next) }
        #expect(try send(module, "@a:elsewhere.test") == .next)
    }

    @Test(arguments: [["events": 0], ["window_seconds": "a"], ["window_seconds": 86401], ["event": 1]] as [JSONValue])
    func `the rate limit refuses what is no limit`(config: JSONValue) {
        #expect(throws: Problems.self) { try module("rate_limit", config) }
    }

    @Test func `the rate limit needs a place to keep its counts`() {
        let entry = ModuleEntry("rate_limit")
        #expect {
            try Gatehouse(Configuration(modulePath: Clerk.modules, modules: [entry], allowWritablePaths: true))
        } throws: { error in
            (error as? Problems)?.list.map(\.cure) == ["Set `data_folder` in the configuration."]
        }
    }

    @Test func `the list spam checker tells clients who is on the list`() async throws {
        let module = try module("list_spam_checker", ["evil_users": ["@evil:x"]])
        let path = "/_synapse/client/list_spam_checker/is_evil"
        func ask(_ query: String?, _ method: String = "GET") async -> String {
            let request = WebRequest(method: method, path: path, query: query)
            let response = await module.host.gatehouse.webResources.response(to: request)
            let type = response?.headers.first.map { "\($0.name) \($0.value)" } ?? ""
            return "\(response?.status ?? 0) \(type) \(String(decoding: response?.body ?? [], as: UTF8.self))"
        }
        #expect(await ask("user=%40evil%3Ax") == #"200 content-type application/json {"evil": true}"#)
        #expect(await ask("user=@good:x") == #"200 content-type application/json {"evil": false}"#)
        #expect(await ask("user=" + String(repeating: "a", count: 300)).hasSuffix(#"{"evil": false}"#))
        #expect(await ask("").hasPrefix("400 content-type application/json"))
        #expect(await ask(nil).hasPrefix("400 content-type application/json"))
        #expect(await ask("user=%ff").contains("missing or no UTF-8"))
        #expect(await ask("user=a", "POST").hasPrefix("405 content-type application/json"))
        #expect(try send(module, "@evil:x") == .answered(.deny("M_FORBIDDEN")))
    }

    private func censored(_ module: TestedModule) async throws -> TestedCall {
        try await module.call(
            "third_party_rules.check_event_allowed",
            ["event": event(from: "@a:x")["event"] ?? .null, "state_events": []])
    }

    @Test func `the event censorer puts what a service answers in the place of the content`() async throws {
        let server = try WebServer()
        let module = try module("event_censorer", ["endpoint": .string(server.url("/json"))])
        guard case .answered(.object(let event)) = try await censored(module).answer else {
            Issue.record("it replaces nothing")
            return
        }
        #expect(event.value["type"] == "m.room.message")
        #expect(event.value["content"]?["got"]?["content"] == ["body": "a"])
    }

    @Test(arguments: [("/teapot", "the status is 418"), ("/large", "the body is no JSON")])
    func `the event censorer fails where the service answers no object`(path: String, reason: String) async throws {
        let server = try WebServer()
        let module = try module("event_censorer", ["endpoint": .string(server.url(path))])
        #expect(try await censored(module).answer == .failed(.plain(reason)))
    }

    @Test func `the event censorer needs a URL`() {
        #expect(throws: Problems.self) { try module("event_censorer", ["endpoint": "censor"]) }
    }

    @Test func `the presence router sends presence when it starts, to those who always get it`() async throws {
        let homeserver = InMemoryHomeserver(serverName: "x")
        let nobody = try module("presence_router", [:], homeserver: homeserver)
        let router = try module(
            "presence_router", ["always_send_to_users": ["@a:x", "@b:x"]], homeserver: homeserver)
        for _ in 0..<10_000 where homeserver.presence.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        #expect(homeserver.presence.map { Set($0) } == [["@a:x", "@b:x"]])
        withExtendedLifetime((nobody, router)) {}
    }
}

extension JSONValue {
    fileprivate subscript(key: String) -> JSONValue? { if case .object(let object) = self { object[key] } else { nil } }
}
