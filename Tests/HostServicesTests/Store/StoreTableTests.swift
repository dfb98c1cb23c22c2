import GatehouseTesting
import Testing

struct StoreTableTests {
    @Test func `a module gets what it has put`() throws {
        let clerk = try Clerk()
        #expect(try clerk.run("get a") == .init("ABSENT"))
        #expect(try clerk.run("put a one").code == "FOUND")
        #expect(try clerk.run("get a") == .init("FOUND", "one"))
        #expect(try clerk.run("remove a").code == "FOUND")
        #expect(try clerk.run("remove a").code == "ABSENT")
    }

    @Test func `a callback that has promised to return at once must not wait for it`() throws {
        let clerk = try Clerk(module: "clerk_prompt")
        for command in ["get a", "put a one", "cas a - 1", "add n 1", "remove a"] {
            #expect(try clerk.run(command).code == "WOULD_BLOCK")
        }
    }

    @Test func `a buffer that is too small is told the length`() throws {
        let clerk = try Clerk()
        _ = try clerk.run("put a four")
        #expect(try clerk.run("small a") == .init("TOO_SMALL", "4"))
    }

    @Test func `compare-and-set changes what is as expected, and nothing else`() throws {
        let clerk = try Clerk()
        #expect(try clerk.run("cas a x 1").code == "ABSENT")
        #expect(try clerk.run("cas a - 1").code == "FOUND")
        #expect(try clerk.run("cas a - 2").code == "ABSENT")
        #expect(try clerk.run("cas a 1 2").code == "FOUND")
        #expect(try clerk.run("get a").text == "2")
        #expect(try clerk.run("cas a 2 -").code == "FOUND")
        #expect(try clerk.run("get a").code == "ABSENT")
    }

    @Test func `numbers are counted up and down`() throws {
        let clerk = try Clerk()
        #expect(try clerk.run("add n 2") == .init("FOUND", "2"))
        #expect(try clerk.run("add n -5") == .init("FOUND", "-3"))
        _ = try clerk.run("put n 9223372036854775807")
        #expect(try clerk.run("add n 1").code == "UNREACHABLE")
        _ = try clerk.run("put n many")
        #expect(try clerk.run("add n 1").code == "UNREACHABLE")
        #expect(
            clerk.host.log.filter { $0.level >= .warning }.map(\.message) == [
                "it increments a value beyond 64 bits", "it increments a value that is no number",
            ])
    }

    @Test func `keys are gone through in the order of bytes`() throws {
        let clerk = try Clerk()
        for key in ["b", "a/2", "a/10", "a", "ä"] { _ = try clerk.run("put \(key) 1") }
        #expect(try clerk.run("keys") == .init("ABSENT", "a a/10 a/2 b ä"))
        #expect(try clerk.run("keys a/") == .init("ABSENT", "a/10 a/2"))
    }

    @Test func `no key is empty, and none is over 512 bytes`() throws {
        let clerk = try Clerk()
        #expect(try clerk.run("put").code == "UNREACHABLE")
        #expect(try clerk.run("put \(String(repeating: "k", count: 513)) 1").code == "UNREACHABLE")
        #expect(try clerk.run("put \(String(repeating: "k", count: 512)) 1").code == "FOUND")
    }

    @Test func `instances do not see each other's keys`() throws {
        let store = MemoryStore()
        _ = try Clerk(store: store).run("put a 1")
        let other = ModuleEntry("clerk", name: "other")
        let host = try TestedHost(
            Configuration(modulePath: Clerk.modules, modules: [other], allowWritablePaths: true), store: store)
        let call = try host.call("spam_checker.user_may_publish_room", ["user_id": "get a", "room_id": "!r:x"])
        #expect(call.answer == .answered(.deny("ABSENT", ["text": ""])))
        #expect(try Clerk(store: store).run("get a").text == "1")
    }
}
